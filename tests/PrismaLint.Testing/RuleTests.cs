using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Validation;

namespace PrismaLint.Testing;

/// <summary>Base of a rule's tests: runs that one rule on marked text.</summary>
/// <typeparam name="TRule">The rule.</typeparam>
public abstract class RuleTests<TRule>
    where TRule : Rule, new()
{
    private static readonly TRule s_rule = new();

    /// <summary>The datasource put in front where a schema has none.</summary>
    protected virtual Provider DefaultProvider => Provider.PostgreSql;

    /// <summary>Runs the rule on blocks; a datasource is added behind them unless they have one.</summary>
    protected LintResult Lint(string marked, params (RuleOption Option, string Value)[] options) => Lint(marked, DefaultProvider, options);

    protected static LintResult Lint(string marked, Provider provider, params (RuleOption Option, string Value)[] options)
    {
        var values = options.ToDictionary(
            pair => pair.Option,
            pair => pair.Option.Parse(pair.Value) ?? throw new FormatException($"`{pair.Value}` is no value of `{pair.Option}`."));
        return new LintResult(MarkedText.Parse(marked), text => Run(text, provider, values));
    }

    private static List<Diagnostic> Run(string text, Provider provider, Dictionary<RuleOption, object> values)
    {
        var trees = new List<SyntaxTree> { SyntaxTree.Parse("schema.prisma", text) };
        if (!text.Contains("datasource ", StringComparison.Ordinal) && provider != Provider.Unknown)
            trees.Add(SyntaxTree.Parse("zz-datasource.prisma", Datasource(provider)));
        if (!text.Contains("generator ", StringComparison.Ordinal) && NeedsPreview(text))
            trees.Add(SyntaxTree.Parse("zz-generator.prisma", Generator));
        var model = SemanticModel.Create(trees);
        SchemaValidator.Validate(model);
        return [.. s_rule.Analyze(new RuleContext(model, values)).OrderBy(found => found.Location.Span)];
    }

    private const string Generator = "generator client {\n  provider = \"prisma-client\"\n  output = \"../generated\"\n  previewFeatures = [\"partialIndexes\", \"views\"]\n}\n";

    private static bool NeedsPreview(string text) =>
        text.Contains("where:", StringComparison.Ordinal) || text.Contains("view ", StringComparison.Ordinal);

    public static string Datasource(Provider provider) =>
        $"datasource db {{\n  provider = \"{ConnectorFacts.Of(provider).ProviderName}\"\n  url = env(\"DATABASE_URL\")\n}}\n";
}
