using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Inputs;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Queries;

/// <summary>A query that was told to count, with the index that serves it.</summary>
/// <param name="Query">As it was told.</param>
/// <param name="Shape">What it asks; <see langword="null"/> where the schema has no such model or field.</param>
internal sealed record HotQueryFact(HotQuery Query, QueryShape? Shape)
{
    /// <summary>The index that serves it best.</summary>
    public QueryService Service { get; } = Shape is null ? default : QueryIndexes.ServiceOf(Shape);

    /// <summary>The columns of the index that serves it whole.</summary>
    public IReadOnlyList<QueryOrder> Wanted { get; } = Shape is null ? [] : QueryIndexes.Wanted(Shape);

    /// <summary>The first of its names that the schema does not know; <see langword="null"/>: it knows all.</summary>
    public string? Unknown { get; private init; }

    /// <summary>The queries of the inputs, in their order.</summary>
    public static IReadOnlyList<HotQueryFact> Find(PlanContext context) => [.. context.Inputs.HotQueries.Select(query => Resolve(context.Models, query))];

    /// <summary>The query over the models of a schema.</summary>
    public static HotQueryFact Resolve(IEnumerable<ModelSymbol> models, HotQuery query)
    {
        if (models.FirstOrDefault(model => model.Name == query.Model) is not { } model)
            return new HotQueryFact(query, null) { Unknown = query.Model };
        var names = query.Equal.Concat(query.Range is { } range ? [range] : []).Concat(query.OrderBy.Select(name => name.TrimStart('-')));
        if (names.FirstOrDefault(name => FieldOf(model, name) is null) is { } unknown)
            return new HotQueryFact(query, null) { Unknown = query.Model + "." + unknown };
        return new HotQueryFact(query, new QueryShape(
            model,
            Fields(model, query.Equal),
            query.Range is null ? null : FieldOf(model, query.Range),
            [.. query.OrderBy.SelectMany(name => Fields(model, [name.TrimStart('-')]).Select(field => new QueryOrder(field, name.Length > 0 && name[0] == '-')))]));
    }

    private static FieldSymbol? FieldOf(ModelSymbol model, string name) => model.FindField(name) is { IsColumn: true } field ? field : null;

    private static FieldSymbol[] Fields(ModelSymbol model, IEnumerable<string> names) => [.. names.Select(name => FieldOf(model, name)).OfType<FieldSymbol>()];
}
