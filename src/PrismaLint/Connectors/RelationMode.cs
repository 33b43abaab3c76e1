namespace PrismaLint.Connectors;

/// <summary>Who keeps relations whole.</summary>
public enum RelationMode
{
    /// <summary>The database, through foreign keys.</summary>
    ForeignKeys,

    /// <summary>The client emulates them; the database has none.</summary>
    Prisma,
}
