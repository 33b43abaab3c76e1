using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PrismaLint.Configuration;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Migrations;
using PrismaLint.Planning.Changes;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Inputs;
using PrismaLint.Planning.Sections;
using PrismaLint.Rules;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning;

/// <summary>Makes the architecture plan of a schema: what is to be said of it follows from the schema, the database, and what was told.</summary>
public static class Planner
{
    private static readonly (int Number, string Title, Action<PlanContext, SectionWriter> Write)[] s_sections =
    [
        (1, "Overview", OverviewSection.Write),
        (2, "Schema Design", SchemaDesignSection.Write),
        (3, "Prisma Models", PrismaModelsSection.Write),
        (4, "Query Patterns", QueryPatternsSection.Write),
        (5, "Performance Strategy", PerformanceSection.Write),
        (6, "Security Design", SecuritySection.Write),
        (7, "Migration Plan", MigrationPlanSection.Write),
        (8, "Testing Strategy", TestingSection.Write),
    ];

    /// <summary>The titles of the sections by their numbers.</summary>
    public static IReadOnlyDictionary<int, string> SectionTitles { get; } = s_sections.ToDictionary(section => section.Number, section => section.Title);

    /// <summary>Makes the plan. The same request gives the same plan, whenever and wherever.</summary>
    public static PlanResult Create(PlanRequest request, CancellationToken cancellationToken = default)
    {
        var context = CreateContext(request, cancellationToken);
        Diagnostic[] errors = [.. context.Report.Diagnostics.Where(diagnostic => diagnostic is
        {
            Severity: DiagnosticSeverity.Error, IsConsequence: false, Descriptor.Category: DiagnosticCategory.Validity,
        })];
        var problems = FindProblems(context.Report);
        if (errors.Length > 0)
            return new PlanResult(null, errors) { Problems = problems };
        var sections = new List<PlanSection>();
        foreach (var (number, title, write) in s_sections.Where(section => request.Sections.Count == 0 || request.Sections.Contains(section.Number)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var writer = new SectionWriter();
            if (WithoutModels.Sentence(context, number) is { } sentence)
                writer.Text(sentence);
            else
                write(context, writer);
            sections.Add(new PlanSection(number, title, writer.Blocks));
        }
        var preface = new SectionWriter();
        Preface.Write(context, preface);
        var document = new PlanDocument($"Database Architecture Plan: {context.Name}", preface.Blocks, sections)
        {
            SchemaPath = context.Source.Path,
            Provider = context.Schema.Provider,
            Changes = context.Changes,
        };
        return new PlanResult(document, []) { Problems = problems };
    }

    // Those in the schema itself are what `check` is for.
    private static Diagnostic[] FindProblems(LintReport report)
    {
        var files = new HashSet<string>(report.Schemas.SelectMany(schema => schema.Files), StringComparer.Ordinal);
        return
        [
            .. report.Visible.Where(diagnostic => !files.Contains(diagnostic.Location.Path)
                && (diagnostic.Descriptor == ConfigurationDescriptors.ConfigurationProblem || diagnostic.Descriptor == ConfigurationDescriptors.UnreadableInput)),
        ];
    }

    internal static PlanContext CreateContext(PlanRequest request, CancellationToken cancellationToken = default)
    {
        var options = WithInputs(request.Options, request.Inputs);
        var schema = Linter.Bind(request.Schema, options);
        var unrelated = FindUnrelated(schema, options);
        if (unrelated is not null)
            options = options with { Snapshot = null };
        var report = Linter.Lint(request.Schema, options, cancellationToken);
        var observations = options.Preset >= RulePreset.Strict ? report : Linter.Lint(request.Schema, options with { Preset = RulePreset.Strict }, cancellationToken);
        var live = options.Snapshot is { } snapshot && schema.Provider == Provider.PostgreSql ? new LiveEvidence(schema, snapshot) : null;
        var history = request.Schema.Migrations is { } migrations && schema.Provider == Provider.PostgreSql
            ? ReplayedHistory.Create(migrations, MigrationScope.Off)
            : null;
        var rules = new RuleContext(schema, options.Configuration.GetOptions(Linter.MainPath(schema.Trees)), live, history, cancellationToken);
        return new PlanContext(request.Schema, rules, report, observations, request.Inputs, options, PlanChanges.Find) { UnrelatedDatabase = unrelated };
    }

    // What such a database holds says nothing of the schema's tables.
    private static DatabaseSnapshot? FindUnrelated(SemanticModel schema, LintOptions options) =>
        options.Snapshot is { } snapshot && schema.Provider == Provider.PostgreSql && schema.Models.Any() && new SchemaMap(schema, snapshot).TableCount == 0 ? snapshot : null;

    // What was told of tenants and capacity are options of rules, so that plan and findings speak of the same.
    private static LintOptions WithInputs(LintOptions options, PlanInputs inputs)
    {
        var configuration = options.Configuration;
        Set(Tenancy.TenantModel, inputs.TenantModel);
        Set(Tenancy.TenantColumn, inputs.TenantColumn);
        Set(Tenancy.GlobalModels, inputs.SharedModels.Count == 0 ? null : string.Join(", ", inputs.SharedModels));
        Set(LiveOptions.Instances, inputs.Instances?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Set(LiveOptions.AppRole, inputs.AppRole);
        return options with { Configuration = configuration };

        void Set(RuleOption option, string? value)
        {
            if (value is not null)
                configuration = configuration.WithOption(option, value) ?? configuration;
        }
    }
}
