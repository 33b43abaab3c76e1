using PrismaLint.Text;

namespace PrismaLint.Configuration;

/// <summary>One line <c>key = value</c>.</summary>
/// <param name="Key">As written.</param>
/// <param name="KeySpan">Where the key is.</param>
/// <param name="Value">As written, without a comment behind it.</param>
/// <param name="ValueSpan">Where the value is.</param>
internal sealed record ConfigurationSetting(string Key, TextSpan KeySpan, string Value, TextSpan ValueSpan);
