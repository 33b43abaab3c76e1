using System.Collections.Generic;
using PrismaLint.Connectors;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>An index that a recommended change builds.</summary>
/// <param name="Change">The change.</param>
/// <param name="Table">Its table.</param>
/// <param name="Model">The table's model.</param>
/// <param name="Columns">Its columns in order, those that the table has.</param>
/// <param name="Sql">The statement that builds it, as the change's step has it.</param>
internal sealed record PlannedIndex(PlanChange Change, ExpectedTable Table, ModelSymbol Model, IReadOnlyList<ExpectedColumn> Columns, string Sql)
{
    public bool IsUnique { get; init; }

    /// <summary>Rows that the condition leaves out are not in it.</summary>
    public bool IsPartial { get; init; }

    /// <summary>It takes the place of one that is there.</summary>
    public bool IsReplacement { get; init; }

    /// <summary>The foreign keys without an index today that it serves.</summary>
    public IReadOnlyList<ForeignKeySymbol> Keys { get; init; } = [];

    /// <summary>Bytes for each row at most: equal values are kept together, and how many there are nobody can tell beforehand.</summary>
    public double EntryBytes { get; init; }

    /// <summary>Models whose deletes come to look for rows of <see cref="Keys"/>: the parents, and those that parents go with.</summary>
    public int ReachedFrom { get; init; }

    /// <summary>A delete of a parent writes to the rows that it finds.</summary>
    public bool Writes => System.Linq.Enumerable.Any(Keys, key => key.OnDelete is ReferentialAction.Cascade or ReferentialAction.SetNull or ReferentialAction.SetDefault);
}
