namespace PrismaLint.Migrations.Diff;

/// <summary>What a migration does to an object.</summary>
public enum EffectAction
{
    Drop,
    Create,
    Alter,
    Rename,
}
