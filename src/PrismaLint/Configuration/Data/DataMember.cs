using PrismaLint.Text;

namespace PrismaLint.Configuration.Data;

/// <summary>A member of a map.</summary>
/// <param name="Key">What its key stands for.</param>
/// <param name="KeySpan">Where the key is written.</param>
/// <param name="Value">Its value.</param>
internal sealed record DataMember(string Key, TextSpan KeySpan, DataNode Value);
