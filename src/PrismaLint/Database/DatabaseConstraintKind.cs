namespace PrismaLint.Database;

/// <summary>What a constraint demands (<c>pg_constraint.contype</c>).</summary>
public enum DatabaseConstraintKind
{
    PrimaryKey,
    Unique,
    ForeignKey,
    Check,
    Exclusion,
}
