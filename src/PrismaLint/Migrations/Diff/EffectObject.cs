namespace PrismaLint.Migrations.Diff;

/// <summary>A kind of database object.</summary>
public enum EffectObject
{
    Enum,
    Table,
    Column,
    PrimaryKey,
    Index,
    ForeignKey,
}
