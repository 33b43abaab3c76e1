using System.Collections.Generic;
using PrismaLint.Planning.Inputs;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Queries;

/// <summary>An index that a query of the inputs needs and the schema lacks.</summary>
/// <param name="Query">The query.</param>
/// <param name="Model">The name of its model.</param>
/// <param name="Columns">Its columns in order.</param>
/// <param name="Begins">The fields of the index whose place it takes, since it begins with them; empty where it takes none.</param>
internal sealed record WantedIndex(HotQuery Query, string Model, IReadOnlyList<QueryOrder> Columns, IReadOnlyList<string> Begins)
{
    public string Declaration { get; } = QueryIndexes.Declaration(Columns);

    /// <summary>It is this index of a schema.</summary>
    public bool Is(IndexSymbol index) => index.Model.Name == Model && IsDeclared(index) && index.Columns.Count == Columns.Count && QueryIndexes.IsBeginning(index, Columns);

    /// <summary>It takes the place of this index of a schema.</summary>
    public bool Replaces(IndexSymbol index) => index.Model.Name == Model && IsDeclared(index) && index.Columns.Count == Begins.Count && QueryIndexes.IsBeginning(index, Columns);

    private static bool IsDeclared(IndexSymbol index) => index is { Kind: IndexKind.Index, DeclaringField: null };
}
