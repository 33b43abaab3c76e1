using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Queries;

/// <summary>What a query asks of one model, without its values.</summary>
/// <param name="Model">The model that it reads.</param>
/// <param name="Equal">The fields compared with one value each.</param>
/// <param name="Range">The field compared with a range; <see langword="null"/>: none.</param>
/// <param name="OrderBy">The fields that order the result.</param>
internal sealed record QueryShape(ModelSymbol Model, IReadOnlyList<FieldSymbol> Equal, FieldSymbol? Range, IReadOnlyList<QueryOrder> OrderBy)
{
    /// <summary>The result is ordered by a field and then by the id, both downwards; rows of one value of the first fields alone.</summary>
    public static QueryShape Latest(ModelSymbol model, IReadOnlyList<FieldSymbol> equal, FieldSymbol moment) =>
        new(model, equal, null, [new QueryOrder(moment, true), .. TableSql.Key(model).Where(field => field != moment && !equal.Contains(field)).Select(field => new QueryOrder(field, true))]);
}
