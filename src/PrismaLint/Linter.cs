using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PrismaLint.Configuration;
using PrismaLint.Configuration.Baselines;
using PrismaLint.Configuration.Suppressions;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Migrations;
using PrismaLint.Rules;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;
using PrismaLint.Validation;

namespace PrismaLint;

/// <summary>The front door: schemas and options in, a report out. Reads no files and writes nothing.</summary>
public static class Linter
{
    // Measured: the symbols of so many models and what hangs on them fit into a megabyte.
    private const int ModelsPerPart = 40;

    public static LintReport Lint(SchemaSource schema, LintOptions? options = null, CancellationToken cancellationToken = default) =>
        Lint([schema], options, cancellationToken);

    public static LintReport Lint(IReadOnlyList<SchemaSource> schemas, LintOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= LintOptions.Default;
        var linted = new List<LintedSchema>(schemas.Count);
        var diagnostics = new List<Diagnostic>();
        var problems = new List<Diagnostic>(options.Configuration.Diagnostics);
        var baseline = options.Baseline is null ? null : new BaselineMatch(options.Baseline);
        string? firstPath = null;
        var notJudged = new List<NotJudged>();
        DatabaseSnapshot? judgedSnapshot = null;
        var judgedWithSnapshot = FindJudgedWithSnapshot(schemas, options);
        foreach (var schema in schemas.OrderBy(schema => schema.Path, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var model = Bind(schema, options, out var trees);
            var mainPath = MainPath(trees);
            firstPath ??= mainPath;
            var live = schema == judgedWithSnapshot && options.Snapshot is { } snapshot && model.Provider == Provider.PostgreSql
                ? new LiveEvidence(model, snapshot) { MigrationFiles = schema.Migrations?.Files }
                : null;
            var history = options.Migrations != MigrationScope.Off && schema.Migrations is { } migrations && model.Provider == Provider.PostgreSql
                ? ReplayedHistory.Create(migrations, options.Migrations)
                : null;
            var found = Analyze(model, mainPath, options, live, history, cancellationToken);
            diagnostics.AddRange(found);
            notJudged.AddRange(live?.NotJudged ?? []);
            judgedSnapshot ??= live?.Snapshot;
            // Rules leave broken blocks out: what they did not see may well be there.
            var isSound = baseline is not null && IsSound(found);
            baseline?.Look(trees.Select(tree => tree.Source.Path), (id, path) => isSound && HasRun(id, path, model, options, live));
            problems.AddRange(trees.Where(tree => tree.Source.Length == 0).Select(Empty));
            problems.AddRange(FindIdle(model, mainPath, options, isFirst: linted.Count == 0));
            problems.AddRange(options.Configuration.FindProblems(mainPath, trees.Select(tree => tree.Source.Path)));
            if (options.ExpectsPrismaLintRules && !options.Configuration.HasPrismaLintRules(mainPath))
                problems.Add(WithoutPrismaLintRules(mainPath));
            linted.Add(new LintedSchema(
                schema.Path,
                [.. trees.Select(tree => tree.Source.Path)],
                model.Provider,
                model.PrismaVersion,
                model.Models.Count(symbol => !symbol.IsView)));
        }
        var isShared = schemas.Count > 1;
        if (baseline is not null)
        {
            // Equal findings are told apart by their order alone, so that of the report must be known.
            var report = new LintReport(linted, isShared ? Distinct(diagnostics) : diagnostics);
            diagnostics = [.. baseline.Apply(report.Diagnostics)];
            problems.AddRange(options.Baseline?.Diagnostics ?? []);
            problems.AddRange(baseline.FindStale());
        }
        // What is wrong with a configuration file counts as much as its settings for schemas say.
        diagnostics.AddRange(problems.Select(problem => WithSeverity(problem, firstPath ?? "", options)).OfType<Diagnostic>());
        return new LintReport(linted, isShared ? Distinct(diagnostics) : diagnostics)
        {
            NextBaseline = baseline?.Next(),
            Snapshot = judgedSnapshot,
            NotJudged = [.. notJudged.OrderBy(missing => missing.RuleId, StringComparer.Ordinal).ThenBy(missing => missing.Check, StringComparer.Ordinal)],
        };
    }

    /// <summary>The schema as a run with these options sees it.</summary>
    internal static SemanticModel Bind(SchemaSource schema, LintOptions options) => Bind(schema, options, out _);

    private static SemanticModel Bind(SchemaSource schema, LintOptions options, out SyntaxTree[] trees)
    {
        trees = [.. schema.Files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(SyntaxTree.Parse)];
        var version = VersionOf(schema, MainPath(trees), options);
        trees = InLanguageOf(version, trees);
        return SemanticModel.Create(trees, version, version == schema.PrismaVersion ? schema.PrismaMinor : null);
    }

    // A snapshot is one database, and one database is the home of one schema.
    private static SchemaSource? FindJudgedWithSnapshot(IReadOnlyList<SchemaSource> schemas, LintOptions options)
    {
        if (options.Snapshot is not { } snapshot || schemas.Count <= 1)
            return options.Snapshot is null || schemas.Count == 0 ? null : schemas[0];
        return schemas
            .OrderBy(schema => schema.Path, StringComparer.Ordinal)
            .Select(schema => (Schema: schema, Model: SemanticModel.Create([.. schema.Files.Select(SyntaxTree.Parse)])))
            .Where(pair => pair.Model.Provider == Provider.PostgreSql)
            .OrderByDescending(pair => new SchemaMap(pair.Model, snapshot).TableCount)
            .Select(pair => pair.Schema)
            .FirstOrDefault();
    }

    private static List<Diagnostic> Analyze(
        SemanticModel model, string mainPath, LintOptions options, LiveEvidence? live, ReplayedHistory? history, CancellationToken cancellationToken)
    {
        var problems = new List<Diagnostic>();
        var suppressions = SchemaSuppressions.Read(model.Trees, options.Configuration, problems);
        var scripts = history?.Judged.ToDictionary(migration => migration.Script.Source, migration => MigrationSuppressions.Read(migration.Script, problems)) ?? [];
        var found = new List<Diagnostic>();
        foreach (var diagnostic in SchemaValidator.Validate(model))
            Add(diagnostic, diagnostic.Severity);
        var isSound = IsSound(found);

        var context = new RuleContext(model, options.Configuration.GetOptions(mainPath), live, history, cancellationToken);
        var rules = RuleCatalog.All.Where(rule => (live is not null || rule is not LiveRule) && (history is not null || rule is not MigrationRule) && Judges(rule.Descriptor, model) && model.Trees.Any(tree => IsOn(rule.Descriptor, tree.Source.Path, options))).ToArray();
        foreach (var (rule, part) in Plan(rules, context))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var diagnostic in Run(rule, part, mainPath).Select(diagnostic => WithoutForeignFix(diagnostic, rule.Descriptor, model)))
                Add(diagnostic, diagnostic.Descriptor == rule.Descriptor ? Lower(options.GetDefaultSeverity(rule.Descriptor), diagnostic.Severity) : diagnostic.Severity);
        }

        problems.AddRange(scripts.Values.SelectMany(script => script.FindUnused(id => RuleCatalog.Find(id) is { } rule && IsOn(rule.Descriptor, mainPath, options))));
        if (live is not null)
            LeaveOutSuperseded(found);
        // Rules leave broken blocks out: there a suppression may well have its use.
        if (isSound)
            problems.AddRange(suppressions.FindUnused((id, path) => HasRun(id, path, model, options, live)));
        found.AddRange(problems.Select(problem => WithSeverity(problem, problem.Location.Path, options)).OfType<Diagnostic>());
        return found;

        void Add(Diagnostic diagnostic, DiagnosticSeverity defaultSeverity)
        {
            // What is said of the schema holds for its migrations, unless something is said of these themselves.
            var isOfMigration = scripts.ContainsKey(diagnostic.Location.Source);
            if (isOfMigration)
                defaultSeverity = options.Configuration.GetSeverity(mainPath, diagnostic.Descriptor, defaultSeverity);
            var severity = options.Configuration.GetSeverity(diagnostic.Location.Path, diagnostic.Descriptor, defaultSeverity);
            if (severity == DiagnosticSeverity.None)
                return;
            found.Add((isOfMigration ? scripts[diagnostic.Location.Source].Apply(diagnostic) : suppressions.Apply(diagnostic)) with
            {
                Severity = severity,
                IsSeverityConfigured = diagnostic.IsOperational
                    && options.Configuration.Explain(diagnostic.Location.Path, diagnostic.Descriptor, defaultSeverity).Origin != SeverityOrigin.Default,
            });
        }
    }

    // Prisma takes an empty file for a schema. Nobody means that, so it is said, and it is no error.
    private static Diagnostic Empty(SyntaxTree tree) =>
        ConfigurationDescriptors.UnreadableInput.At(new Location(tree.Source, default), $"`{tree.Source.Path}` is empty") with { Severity = DiagnosticSeverity.Warning };

    // A policy that is on and lacks its value looks like one that is kept. Where somebody turned it on, that is a mistake at that
    // place; a preset turns on what nobody asked for one by one, so that is said once in a run.
    private static IEnumerable<Diagnostic> FindIdle(SemanticModel model, string mainPath, LintOptions options, bool isFirst)
    {
        var values = options.Configuration.GetOptions(mainPath);
        var tree = model.Trees.FirstOrDefault(tree => tree.Source.Path == mainPath);
        var byPreset = new List<string>();
        foreach (var rule in RuleCatalog.All)
        {
            if (tree is null || rule.NeededOption is not { } option || values.ContainsKey(option) || !Judges(rule.Descriptor, model))
                continue;
            var decision = options.Configuration.Explain(mainPath, rule.Descriptor, options.GetDefaultSeverity(rule.Descriptor));
            if (decision.Severity == DiagnosticSeverity.None)
                continue;
            if (decision.Origin == SeverityOrigin.Default || decision.IsForMany)
            {
                byPreset.Add($"`prismalint.{rule.Descriptor.Id}.{option.Name}`");
                continue;
            }
            yield return ConfigurationDescriptors.ConfigurationProblem.At(
                decision.Setting?.Location ?? new Location(tree.Source, default),
                $"`{rule.Descriptor.Id}` is on and finds nothing: it needs a value of `prismalint.{rule.Descriptor.Id}.{option.Name}`");
        }
        if (isFirst && tree is not null && byPreset.Count > 0)
        {
            yield return ConfigurationDescriptors.ConfigurationProblem.At(
                new Location(tree.Source, default), $"The preset holds policies that find nothing without a value: {string.Join(", ", byPreset)}")
                with { Severity = DiagnosticSeverity.Suggestion };
        }
    }

    private static Diagnostic WithoutPrismaLintRules(string mainPath) => ConfigurationDescriptors.ConfigurationProblem.At(
        new Location(new SourceText(PathText.GetFolder(mainPath) is { Length: > 0 } folder ? folder : ".", ""), default),
        $"No configuration of prisma-lint stands in the folder of `{mainPath}` or above, and the preset `prisma-lint` has no other rules");

    // The first line of a file tells its language, unless the version was asked for.
    internal static SyntaxTree[] InLanguageOf(PrismaVersion version, SyntaxTree[] trees) => version switch
    {
        PrismaVersion.V8 when !trees.Any(tree => tree.IsContract) => Array.ConvertAll(trees, tree => SyntaxTree.ParseContract(tree.Source)),
        PrismaVersion.V6 or PrismaVersion.V7 when trees.Any(tree => tree.IsContract) => Array.ConvertAll(trees, tree => SyntaxTree.ParseSchema(tree.Source)),
        _ => trees,
    };

    // A large schema goes part by part through the rules that allow it.
    private static IEnumerable<(Rule Rule, RuleContext Part)> Plan(Rule[] rules, RuleContext context)
    {
        var isLarge = context.Models.Count > ModelsPerPart;
        foreach (var rule in rules.Where(rule => !isLarge || !rule.JudgesModelsOneByOne))
            yield return (rule, context);
        if (!isLarge)
            yield break;
        var local = Array.FindAll(rules, rule => rule.JudgesModelsOneByOne);
        foreach (var part in context.InParts(ModelsPerPart))
        {
            foreach (var rule in local)
                yield return (rule, part);
        }
    }

    // A fault in one rule costs that rule's findings, and says so; the others still run.
    private static IReadOnlyList<Diagnostic> Run(Rule rule, RuleContext context, string mainPath)
    {
        try
        {
            return [.. rule.Analyze(context)];
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var tree = context.Schema.Trees.First(tree => tree.Source.Path == mainPath);
            var what = $"the rule {rule.Descriptor} ended with {exception.GetType().Name}: {exception.Message}";
            return [ConfigurationDescriptors.ToolFault.At(new Location(tree.Source, new TextSpan(0, 0)), what)];
        }
    }

    // One fault is said once, and by the rule that has seen the database. Who has suppressed the other one has decided the matter.
    private static void LeaveOutSuperseded(List<Diagnostic> found)
    {
        var seen = found.Where(diagnostic => diagnostic.Supersedes.Count > 0 && !diagnostic.IsSuppressed).ToLookup(LineOf);
        if (seen.Count == 0)
            return;
        foreach (var weaker in found.FindAll(diagnostic => seen[LineOf(diagnostic)].Any(live => live.Supersedes.Contains(diagnostic.Id))))
        {
            found.Remove(weaker);
            foreach (var live in seen[LineOf(weaker)].Where(live => weaker.IsSuppressed && live.Supersedes.Contains(weaker.Id)))
            {
                if (found.IndexOf(live) is >= 0 and var at)
                    found[at] = live with { IsSuppressed = true, SuppressionReason = weaker.SuppressionReason };
            }
        }
    }

    private static (string Path, int Line) LineOf(Diagnostic diagnostic) => (diagnostic.Location.Path, diagnostic.Location.Start.Line);

    private static bool IsSound(List<Diagnostic> found) =>
        found.TrueForAll(diagnostic => diagnostic is not { Descriptor.Category: DiagnosticCategory.Validity, Severity: DiagnosticSeverity.Error });

    // A rule may rate a single finding lower than itself; what is configured for the rule beats both.
    private static DiagnosticSeverity Lower(DiagnosticSeverity ofRule, DiagnosticSeverity ofFinding) => ofFinding < ofRule ? ofFinding : ofRule;

    private static bool Judges(RuleDescriptor rule, SemanticModel model) => !model.IsContract || rule.Contracts != ContractSupport.None;

    // A fix that writes what only schemas have would break a contract.
    private static Diagnostic WithoutForeignFix(Diagnostic diagnostic, RuleDescriptor rule, SemanticModel model) =>
        model.IsContract && rule.Contracts != ContractSupport.Full && diagnostic.Fixes.Count > 0 ? diagnostic with { Fixes = [] } : diagnostic;

    internal static bool IsOn(RuleDescriptor rule, string path, LintOptions options) =>
        options.Configuration.GetSeverity(path, rule, options.GetDefaultSeverity(rule)) != DiagnosticSeverity.None;

    // Without a snapshot live rules have nothing to judge; migration rules are suppressed in the scripts.
    private static bool HasRun(string id, string path, SemanticModel model, LintOptions options, LiveEvidence? live) =>
        RuleCatalog.Find(id) is { } rule
            ? (live is not null || rule is not LiveRule) && rule is not MigrationRule && Judges(rule.Descriptor, model) && IsOn(rule.Descriptor, path, options)
            : ValidationDescriptors.All.Any(family => family.Id == id);

    private static Diagnostic? WithSeverity(Diagnostic problem, string path, LintOptions options) =>
        options.Configuration.GetSeverity(path, problem.Descriptor, problem.Severity) is not DiagnosticSeverity.None and var severity
            ? problem with { Severity = severity }
            : null;

    // What was asked for counts, then the header of the Prisma 8 dialect, then what is configured or was found.
    private static PrismaVersion VersionOf(SchemaSource schema, string mainPath, LintOptions options)
    {
        if (options.PrismaVersion != PrismaVersion.Unknown)
            return options.PrismaVersion;
        if (schema.Files.Any(file => VersionEvidence.IsPrisma8Contract(file.Content)))
            return PrismaVersion.V8;
        return options.Configuration.GetOptions(mainPath).TryGetValue(ConfigurationOptions.PrismaVersion, out var configured)
            && configured is PrismaVersion version and not PrismaVersion.Unknown ? version : schema.PrismaVersion;
    }

    // The file whose settings count for the whole schema.
    internal static string MainPath(IEnumerable<SyntaxTree> trees) =>
        (trees.FirstOrDefault(tree => tree.Root.Members.Any(member => member.Kind == SyntaxKind.DatasourceDeclaration)) ?? trees.FirstOrDefault())
            ?.Source.Path ?? "";

    // A file may belong to several schemas, and a setting concerns them all.
    private static IEnumerable<Diagnostic> Distinct(IEnumerable<Diagnostic> diagnostics)
    {
        var seen = new HashSet<(string Id, string Path, TextSpan Span, string Message)>();
        return diagnostics.Where(diagnostic => seen.Add((diagnostic.Id, diagnostic.Location.Path, diagnostic.Location.Span, diagnostic.Message)));
    }
}
