using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Validation;

namespace PrismaLint;

/// <summary>The front door: schemas and options in, a report out. Reads no files and writes nothing.</summary>
public static class Linter
{
    public static LintReport Lint(SchemaSource schema, LintOptions? options = null, CancellationToken cancellationToken = default) =>
        Lint([schema], options, cancellationToken);

    public static LintReport Lint(IReadOnlyList<SchemaSource> schemas, LintOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= LintOptions.Default;
        var linted = new List<LintedSchema>(schemas.Count);
        var diagnostics = new List<Diagnostic>(options.Configuration.Diagnostics);
        foreach (var schema in schemas.OrderBy(schema => schema.Path, System.StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var trees = schema.Files
                .OrderBy(file => file.Path, System.StringComparer.Ordinal)
                .Select(SyntaxTree.Parse)
                .ToArray();
            var model = SemanticModel.Create(
                trees, options.PrismaVersion == PrismaVersion.Unknown ? schema.PrismaVersion : options.PrismaVersion);
            diagnostics.AddRange(SchemaValidator.Validate(model));
            diagnostics.AddRange(Analyze(model, options, cancellationToken));
            linted.Add(new LintedSchema(
                schema.Path,
                [.. trees.Select(tree => tree.Source.Path)],
                model.Provider,
                model.PrismaVersion,
                model.Models.Count(symbol => !symbol.IsView)));
        }
        return new LintReport(linted, diagnostics);
    }

    private static IEnumerable<Diagnostic> Analyze(SemanticModel model, LintOptions options, CancellationToken cancellationToken)
    {
        var root = (model.Datasource?.Tree ?? (model.Trees.Count > 0 ? model.Trees[0] : null))?.Source.Path ?? "";
        var context = new RuleContext(model, options.Configuration.GetOptions(root), cancellationToken);
        foreach (var rule in RuleCatalog.All)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!IsOn(rule, model, options))
                continue;
            foreach (var diagnostic in rule.Analyze(context))
            {
                var severity = SeverityOf(rule.Descriptor, diagnostic.Location.Path, options);
                if (severity != DiagnosticSeverity.None)
                    yield return diagnostic with { Severity = severity };
            }
        }
    }

    private static bool IsOn(Rule rule, SemanticModel model, LintOptions options) =>
        model.Trees.Any(tree => SeverityOf(rule.Descriptor, tree.Source.Path, options) != DiagnosticSeverity.None);

    private static DiagnosticSeverity SeverityOf(RuleDescriptor rule, string path, LintOptions options) =>
        options.Configuration.FindSeverity(path, rule)
        ?? (rule.Preset <= options.Preset ? rule.DefaultSeverity : DiagnosticSeverity.None);
}
