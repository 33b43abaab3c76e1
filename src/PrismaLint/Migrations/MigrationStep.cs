using System.Collections.Generic;
using PrismaLint.Sql;

namespace PrismaLint.Migrations;

/// <summary>A statement of a migration, with what was there before it ran.</summary>
/// <param name="Statement">The statement.</param>
public sealed record MigrationStep(SqlStatement Statement)
{
    /// <summary>The table that it is about; <see langword="null"/> where it is about none, or one that no migration made.</summary>
    public ReplayedTable? Table { get; init; }

    /// <summary>The table was made in the same migration: nobody uses it yet, and it holds no row.</summary>
    public bool IsTableNew { get; init; }

    /// <summary>It stands between BEGIN and COMMIT.</summary>
    public bool IsInTransaction { get; init; }

    /// <summary>The columns that it changes or drops, as they were.</summary>
    public IReadOnlyDictionary<string, ColumnFacts> Columns { get; init; } = new Dictionary<string, ColumnFacts>();

    /// <summary>The indexes that it drops by name.</summary>
    public IReadOnlyList<ReplayedIndex> DroppedIndexes { get; init; } = [];

    /// <summary>The constraints that it drops or validates by name.</summary>
    public IReadOnlyList<ReplayedConstraint> Constraints { get; init; } = [];

    /// <summary>The columns that a validated check kept from being null before it.</summary>
    public IReadOnlyList<string> CheckedNotNull { get; init; } = [];

    /// <summary>
    /// Of an enum that it makes under another's name with <c>_new</c> behind, which is how Prisma changes one: the labels of the other.
    /// <see langword="null"/> where it makes none, or there is no other.
    /// </summary>
    public IReadOnlyList<string>? ReplacedLabels { get; init; }

    /// <summary>The tables that it drops.</summary>
    public IReadOnlyList<ReplayedTable> DroppedTables { get; init; } = [];

    /// <summary>Of an object kept by name only that it drops: the number of the migration that made it.</summary>
    public int? DroppedObject { get; init; }
}
