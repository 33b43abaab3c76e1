using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>The domains of a schema.</summary>
internal sealed class Domains
{
    private readonly Dictionary<ModelSymbol, Domain> _byModel = [];

    private Domains(IReadOnlyList<Domain> all)
    {
        All = all;
        foreach (var domain in all)
        {
            foreach (var model in domain.Models)
                _byModel[model] = domain;
        }
    }

    /// <summary>The largest first.</summary>
    public IReadOnlyList<Domain> All { get; }

    public Domain Of(ModelSymbol model) => _byModel[model];

    public static Domains Find(PlanContext context) => new([new Domain("all", [.. context.Models])]);
}
