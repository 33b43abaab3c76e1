namespace PrismaLint.Rules.Shared;

/// <summary>What a sensitive field tells.</summary>
internal enum SensitiveKind
{
    Credential,
    Identity,
    Financial,
    Health,
}
