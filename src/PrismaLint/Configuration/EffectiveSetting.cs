using PrismaLint.Text;

namespace PrismaLint.Configuration;

/// <summary>A setting in force for a file, for showing where it comes from.</summary>
/// <param name="Key">The key with the rule's id, as one would write it.</param>
/// <param name="Value">As written.</param>
/// <param name="Location">Where the value stands.</param>
public sealed record EffectiveSetting(string Key, string Value, Location Location);
