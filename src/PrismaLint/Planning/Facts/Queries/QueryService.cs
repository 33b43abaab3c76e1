using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Queries;

/// <summary>The index that serves a query best.</summary>
/// <param name="Index">The index; <see langword="null"/>: none.</param>
/// <param name="Kind">How far it does.</param>
internal readonly record struct QueryService(IndexSymbol? Index, QueryServiceKind Kind)
{
    /// <summary>The time of the query does not grow with the rows that it leaves out.</summary>
    public bool IsServed => Kind >= QueryServiceKind.AllButLast;
}
