using System.Collections.Generic;

namespace PrismaLint.PostgreSql;

/// <summary>What an inspection looks at, and what it leaves out.</summary>
public sealed record InspectionOptions
{
    /// <summary>The schemas to look at; none: all that are not the system's.</summary>
    public IReadOnlyList<string> Schemas { get; init; } = [];

    /// <summary>Roles get made-up names, the same everywhere in a snapshot.</summary>
    public bool WithoutRoles { get; init; }

    /// <summary><c>pg_stat_statements</c> is not read.</summary>
    public bool WithoutStatements { get; init; }

    /// <summary>Names, checksums and times of <c>_prisma_migrations</c> are read: the only table of the user's that ever is.</summary>
    public bool ReadsMigrations { get; init; }

    /// <summary>With more tables and views than this nothing is read, unless <see cref="Schemas"/> says what to look at.</summary>
    public int MaxRelations { get; init; } = 5000;
}
