using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Seeds;

/// <summary>The order in which tables can be filled: parents before children.</summary>
internal sealed class SeedOrder
{
    private SeedOrder(List<ModelSymbol> models, List<ModelSymbol> stuck)
    {
        Models = models;
        Stuck = stuck;
    }

    /// <summary>The models, each behind those that its required keys refer to, and where that is possible behind those of its optional ones.</summary>
    public IReadOnlyList<ModelSymbol> Models { get; }

    /// <summary>The models of circles of required keys, and those that need rows of them.</summary>
    public IReadOnlyList<ModelSymbol> Stuck { get; }

    public static SeedOrder Of(IEnumerable<ModelSymbol> models)
    {
        var waiting = models.ToList();
        var ordered = new List<ModelSymbol>();
        var done = new HashSet<ModelSymbol>();
        while ((waiting.Find(model => IsReady(model, done, optional: true)) ?? waiting.Find(model => IsReady(model, done, optional: false))) is { } next)
        {
            waiting.Remove(next);
            ordered.Add(next);
            done.Add(next);
        }
        return new SeedOrder(ordered, waiting);
    }

    private static bool IsReady(ModelSymbol model, HashSet<ModelSymbol> done, bool optional) =>
        model.ForeignKeys.All(key => key.Target == model || done.Contains(key.Target) || (!optional && IsOptional(key)));

    /// <summary>A row can leave the key empty.</summary>
    public static bool IsOptional(ForeignKeySymbol key) => key.Fields.Any(field => !field.IsRequired);
}
