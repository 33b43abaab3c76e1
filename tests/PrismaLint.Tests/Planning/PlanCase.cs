using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Configuration;
using PrismaLint.Planning;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Inputs;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Testing;
using PrismaLint.Text;

namespace PrismaLint.Tests.Planning;

/// <summary>A schema to plan for, with what else is known of it.</summary>
internal sealed record PlanCase(string Blocks)
{
    public PlanInputs Inputs { get; init; } = PlanInputs.None;

    /// <summary>Turns the database that the schema describes into the one that is there; <see langword="null"/>: nobody looked.</summary>
    public Action<SnapshotBuilder>? Database { get; init; }

    public string Provider { get; init; } = "postgresql";

    /// <summary>A line of an <c>.editorconfig</c>.</summary>
    public string? Setting { get; init; }

    public PrismaVersion PrismaVersion { get; init; }

    // Prisma 6 has the address in the schema.
    private string Text => $"datasource db {{\n  provider = \"{Provider}\"\n{(PrismaVersion == PrismaVersion.V6 ? "  url = env(\"DATABASE_URL\")\n" : "")}}}\n\n{Blocks}";

    public PlanContext Context() => Planner.CreateContext(Request([]));

    /// <summary>The texts of a section, those of closed blocks included.</summary>
    public IReadOnlyList<string> Texts(int section) => [.. TextsOf(Section(section).Blocks)];

    public PlanSection Section(int number) =>
        Planner.Create(Request([number])).Document?.Sections.Single() ?? throw new InvalidOperationException("Prisma refuses the schema");

    private PlanRequest Request(int[] sections)
    {
        var options = new LintOptions { PrismaVersion = PrismaVersion };
        if (Setting is not null)
            options = options with { Configuration = LintConfiguration.Create([new ConfigurationFile(new SourceText(".editorconfig", $"root = true\n[*.prisma]\n{Setting}\n"), "/.editorconfig") { IsNamed = true }], "/") };
        if (Database is { } change)
        {
            var builder = SnapshotBuilder.From(SemanticModel.Create(SyntaxTree.Parse("schema.prisma", Text)));
            change(builder);
            options = options with { Snapshot = builder.Build() };
        }
        return new PlanRequest(SchemaSource.FromText("schema.prisma", Text)) { Inputs = Inputs, Options = options, Sections = sections };
    }

    public static IEnumerable<string> TextsOf(IEnumerable<PlanBlock> blocks) => blocks.SelectMany(block => block switch
    {
        HeadingBlock heading => [heading.Text],
        TextBlock text => [text.Text],
        ListBlock list => list.Items,
        TableBlock table => table.Rows.Select(row => string.Join(" | ", row)),
        SqlBlock sql => [sql.Caption ?? "", sql.Text],
        CodeBlock code => [code.Text],
        ChartBlock chart => [chart.Title, .. chart.Bars.Select(bar => bar.Label + ": " + bar.Text)],
        ChecklistBlock checklist => checklist.Items.Select(item => $"{item.State}: {item.Text}: {item.Evidence}"),
        DetailsBlock details => [details.Summary, .. TextsOf(details.Blocks)],
        _ => Enumerable.Empty<string>(),
    });
}
