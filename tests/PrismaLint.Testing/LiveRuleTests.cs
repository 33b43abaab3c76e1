using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Migrations;
using PrismaLint.Rules;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Validation;

namespace PrismaLint.Testing;

/// <summary>Base of the tests of what a rule makes of a database, a live rule or one that judges the schema: runs that one rule on marked text and the database that the text describes, changed.</summary>
/// <typeparam name="TRule">The rule.</typeparam>
public abstract class LiveRuleTests<TRule>
    where TRule : Rule, new()
{
    private static readonly TRule s_rule = new();

    /// <summary>The line of Prisma that the schema is for.</summary>
    protected PrismaVersion PrismaVersion { get; set; }

    /// <summary>The migrations beside the schema.</summary>
    protected IReadOnlyList<MigrationFile>? MigrationFiles { get; set; }

    /// <summary>What the rule could not judge in the last run: <c>check: reason</c>.</summary>
    protected IReadOnlyList<string> NotJudged { get; private set; } = [];

    /// <summary>Runs the rule; a datasource is put behind the blocks (in a file of its own) unless they have one.</summary>
    /// <param name="marked">The schema, with marks where findings are expected.</param>
    /// <param name="change">Turns the database that the schema describes into the one to judge.</param>
    /// <param name="options">Values of options.</param>
    protected LintResult Lint(string marked, Action<SnapshotBuilder> change, params (RuleOption Option, string Value)[] options)
    {
        var values = options.ToDictionary(
            pair => pair.Option,
            pair => pair.Option.Parse(pair.Value) ?? throw new FormatException($"`{pair.Value}` is no value of `{pair.Option}`."));
        // A fix changes the schema and leaves the database as it is.
        var builder = SnapshotBuilder.From(Bind(MarkedText.Parse(marked).Text));
        change(builder);
        var snapshot = builder.Build();
        return new LintResult(MarkedText.Parse(marked), text =>
        {
            var model = Bind(text);
            SchemaValidator.Validate(model).Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.Message).Should().BeEmpty();
            var live = new LiveEvidence(model, snapshot) { MigrationFiles = MigrationFiles };
            Diagnostic[] found = [.. s_rule.Analyze(new RuleContext(model, values, live))];
            NotJudged = [.. live.NotJudged.Select(missing => $"{missing.Check}: {missing.Reason}")];
            // What the schema does not know is reported at the datasource, behind all marks.
            return [.. found.OrderBy(diagnostic => diagnostic.Location.Path, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.Span).ThenBy(diagnostic => diagnostic.Message, StringComparer.Ordinal)];
        });
    }

    private SemanticModel Bind(string text)
    {
        var trees = new List<SyntaxTree> { SyntaxTree.Parse("schema.prisma", text) };
        if (!text.Contains("datasource ", StringComparison.Ordinal))
            trees.Add(SyntaxTree.Parse("zz-datasource.prisma", RuleTests<Rules.Naming.ModelNameCaseRule>.Datasource(Provider.PostgreSql)));
        return SemanticModel.Create(trees, PrismaVersion);
    }
}
