using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>Models that belong together.</summary>
/// <param name="Name">What it is called: after its folder, its database schema, what names share, or the model that most of its relations lead to.</param>
/// <param name="Models">Its models, in the order of the text.</param>
internal sealed record Domain(string Name, IReadOnlyList<ModelSymbol> Models)
{
    private HashSet<ModelSymbol> Set => field ??= [.. Models];

    /// <summary>No relation leads to its models or away from them; they are together for want of a better place.</summary>
    public bool IsRest { get; init; }

    public bool Contains(ModelSymbol model) => Set.Contains(model);

    /// <summary>The foreign keys between its models.</summary>
    public IEnumerable<ForeignKeySymbol> InnerKeys => Models.SelectMany(model => model.ForeignKeys).Where(key => Contains(key.Target));

    /// <summary>The foreign keys of its models that lead to other domains.</summary>
    public IEnumerable<ForeignKeySymbol> OuterKeys => Models.SelectMany(model => model.ForeignKeys).Where(key => !Contains(key.Target));
}
