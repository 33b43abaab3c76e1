using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Validation;

namespace PrismaLint.Reporting;

/// <summary>Tells whether the fixes of a rule are safe, from what it offers for its own example.</summary>
internal static class FixMark
{
    /// <summary><c>safe</c>, <c>unsafe</c>, both, <c>yes</c> where the example shows none, or nothing.</summary>
    public static string Of(DiagnosticDescriptor descriptor)
    {
        if (descriptor is not RuleDescriptor { Fix: not null } || RuleCatalog.Find(descriptor.Id) is not { } rule)
            return "";
        var found = Safeties(rule).Distinct().OrderBy(safety => safety).Select(ReportWords.Of).ToArray();
        return found.Length == 0 ? "yes" : string.Join(", ", found);
    }

    private static List<FixSafety> Safeties(Rule rule)
    {
        var example = rule.Descriptor.Example;
        var trees = new List<SyntaxTree> { SyntaxTree.Parse("schema.prisma", example.Flagged) };
        if (!example.Flagged.Contains("datasource ", StringComparison.Ordinal) && example.Provider != Provider.Unknown)
        {
            var name = ConnectorFacts.Of(example.Provider).ProviderName;
            trees.Add(SyntaxTree.Parse("datasource.prisma", $"datasource db {{\n  provider = \"{name}\"\n  url = env(\"DATABASE_URL\")\n}}\n"));
        }
        var model = SemanticModel.Create(trees);
        // Rules look at blocks without errors, and validation says which those are.
        SchemaValidator.Validate(model);
        var values = new Dictionary<RuleOption, object>();
        foreach (var pair in example.Options)
        {
            if (rule.Options.Concat(RuleCatalog.SharedOptions).FirstOrDefault(option => option.Name == pair.Key) is { } option && option.Parse(pair.Value) is { } value)
                values[option] = value;
        }
        return [.. rule.Analyze(new RuleContext(model, values)).SelectMany(diagnostic => diagnostic.Fixes).Select(fix => fix.Safety)];
    }
}
