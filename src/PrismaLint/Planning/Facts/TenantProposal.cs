using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Rules;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>Proposes the tenants of a schema where nobody told them.</summary>
internal static class TenantProposal
{
    // Names of those for whom software is run, and of what else is one now and then.
    private static readonly string[] s_tenants =
    [
        "tenant", "organization", "organisation", "org", "account", "company", "workspace", "business", "empresa", "organizacion", "organizacao", "firma", "mandant", "agency", "clinic", "hospital", "school", "escola", "escuela",
    ];

    private static readonly string[] s_lesser = ["team", "project", "club", "store", "shop", "site", "merchant", "environment", "property", "group"];

    private const int FewestModels = 3;
    private const int ReachPercent = 40;

    /// <summary>The tenants; <see langword="null"/> where nothing looks like it.</summary>
    public static Tenancy? Find(RuleContext context)
    {
        var candidates = Candidates(context);
        return Best(context, candidates, s_tenants) ?? Best(context, candidates, s_lesser);
    }

    /// <summary>What is named like tenants and has too few rows of other models below it, with the number of models that lead to it; <see langword="null"/> where nothing is.</summary>
    public static (Tenancy Tenancy, int Reach)? FindNearest(RuleContext context)
    {
        var candidates = Candidates(context);
        return Ranked(context, candidates, s_tenants).Concat(Ranked(context, candidates, s_lesser)).Select(candidate => ((Tenancy, int)?)candidate).FirstOrDefault();
    }

    private static TenantGuess[] Candidates(RuleContext context) =>
    [
        .. Tenancy.Candidates(context.Schema)
            .Where(candidate => candidate.Target is { } target && candidate.Models >= FewestModels && context.Schema.FindModel(target) is { } model && !FrameworkModels.Owns(model)),
    ];

    private static Tenancy? Best(RuleContext context, IEnumerable<TenantGuess> candidates, string[] nouns) => Ranked(context, candidates, nouns)
        .Where(candidate => candidate.Reach * 100 >= ReachPercent * context.Tables.Count())
        .Select(candidate => candidate.Tenancy)
        .FirstOrDefault();

    private static IEnumerable<(Tenancy Tenancy, int Reach)> Ranked(RuleContext context, IEnumerable<TenantGuess> candidates, string[] nouns) => candidates
        .Where(candidate => IsNamed(candidate.Target ?? "", nouns))
        .Select(candidate => Create(context, candidate))
        .Select(tenancy => (Tenancy: tenancy, Reach: context.Tables.Count(tenancy.HasTenant)))
        .OrderByDescending(candidate => candidate.Reach);

    private static Tenancy Create(RuleContext context, TenantGuess guess)
    {
        var values = new Dictionary<RuleOption, object>
        {
            [Tenancy.TenantColumn] = new NameList([guess.Column]),
            [Tenancy.TenantModel] = new NameList([guess.Target ?? ""]),
            [Tenancy.GlobalModels] = context.Get(Tenancy.GlobalModels),
        };
        return Tenancy.Create(new RuleContext(context.Schema, values)) ?? throw new InvalidOperationException("A tenant column is set");
    }

    private static bool IsNamed(string model, string[] nouns)
    {
        var last = Inflection.Default.Singular(Words.Last(model));
        return Array.IndexOf(nouns, last) >= 0;
    }
}
