using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Migrations;
using PrismaLint.Rules;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Testing;

/// <summary>Base of a migration rule's tests: runs that one rule on a marked script, behind others.</summary>
/// <typeparam name="TRule">The rule.</typeparam>
public abstract class MigrationRuleTests<TRule>
    where TRule : MigrationRule, new()
{
    private static readonly TRule s_rule = new();

    /// <summary>The migrations that came before, of which nothing is reported.</summary>
    protected virtual string Before => "";

    /// <summary>Which Prisma the project has.</summary>
    protected PrismaVersion Version { get; set; }

    protected int? Minor { get; set; }

    /// <summary>Runs the rule on one migration.</summary>
    protected LintResult Lint(string marked, params (RuleOption Option, string Value)[] options)
    {
        var values = options.ToDictionary(
            pair => pair.Option,
            pair => pair.Option.Parse(pair.Value) ?? throw new FormatException($"`{pair.Value}` is no value of `{pair.Option}`."));
        return new LintResult(MarkedText.Parse(marked), text => Run(s_rule, Before, text, values, Version, Minor), isScript: true);
    }

    /// <summary>What a rule finds in a script behind another one.</summary>
    public static IReadOnlyList<Diagnostic> Run(MigrationRule rule, string before, string script, IReadOnlyDictionary<RuleOption, object>? values = null, PrismaVersion version = PrismaVersion.Unknown, int? minor = null)
    {
        var model = SemanticModel.Create([SyntaxTree.Parse("schema.prisma", RuleTests<Rules.Naming.ModelNameCaseRule>.Datasource(Provider.PostgreSql))], version, minor);
        var history = new MigrationHistory("migrations",
        [
            new MigrationFile("20240101000000_before", new SourceText("migrations/20240101000000_before/migration.sql", before)),
            new MigrationFile("20240201000000_new", new SourceText("migrations/20240201000000_new/migration.sql", script)) { IsNew = true },
        ])
        {
            Lock = new SourceText("migrations/migration_lock.toml", "provider = \"postgresql\"\n"),
        };
        return [.. rule.Analyze(new RuleContext(model, values, history: ReplayedHistory.Create(history))).OrderBy(found => found.Location.Span)];
    }
}
