using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Configuration;
using PrismaLint.Planning;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Inputs;
using PrismaLint.Reporting.Plans;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Testing;
using PrismaLint.Text;

namespace PrismaLint.Tests.Planning;

/// <summary>A schema to plan for, with what else is known of it.</summary>
internal sealed record PlanCase
{
    private readonly (string Path, string Text)[] _files;

    /// <summary>A schema of one file; where the text has no datasource, it gets that of <see cref="Provider"/>.</summary>
    public PlanCase(string blocks)
        : this(("schema.prisma", blocks))
    {
    }

    public PlanCase(params (string Path, string Text)[] files) => _files = files;

    /// <summary>The text of a schema of one file.</summary>
    public string Blocks
    {
        get => _files[0].Text;
        init => _files = [("schema.prisma", value)];
    }

    public PlanInputs Inputs { get; init; } = PlanInputs.None;

    /// <summary>Turns the database that the schema describes into the one that is there; <see langword="null"/>: nobody looked.</summary>
    public Action<SnapshotBuilder>? Database { get; init; }

    public string Provider { get; init; } = "postgresql";

    /// <summary>A line of an <c>.editorconfig</c>.</summary>
    public string? Setting { get; init; }

    public PrismaVersion PrismaVersion { get; init; }

    // Prisma 6 has the address in the schema.
    private string Datasource => $"datasource db {{\n  provider = \"{Provider}\"\n{(PrismaVersion == PrismaVersion.V6 ? "  url = env(\"DATABASE_URL\")\n" : "")}}}\n\n";

    private SchemaSource Schema
    {
        get
        {
            var isWhole = _files.Length > 1 || Array.Exists(_files, file => file.Text.Contains("datasource ", StringComparison.Ordinal));
            return new SchemaSource(
                _files.Length == 1 ? _files[0].Path : "prisma",
                [.. _files.Select(file => new SourceText(file.Path, isWhole ? file.Text : Datasource + file.Text))]);
        }
    }

    public PlanContext Context() => Planner.CreateContext(Request([]));

    /// <summary>The texts of a section, those of closed blocks included.</summary>
    public IReadOnlyList<string> Texts(int section) => [.. TextsOf(Section(section).Blocks)];

    public PlanSection Section(int number) => Document(number).Sections.Single();

    /// <summary>The section as Markdown; 0: what stands before the sections.</summary>
    public string Markdown(int number)
    {
        var document = Document(Math.Max(1, number));
        return PlanMarkdown.Write(number == 0 ? document with { Sections = [] } : document with { Preface = [] });
    }

    /// <summary>The plan with that section alone.</summary>
    public PlanDocument Document(int section)
    {
        var result = Planner.Create(Request([section]));
        return result.Document ?? throw new InvalidOperationException(string.Join('\n', result.Errors.Select(error => error.Message)));
    }

    private PlanRequest Request(int[] sections)
    {
        var options = new LintOptions { PrismaVersion = PrismaVersion };
        if (Setting is not null)
            options = options with { Configuration = LintConfiguration.Create([new ConfigurationFile(new SourceText(".editorconfig", $"root = true\n[*.prisma]\n{Setting}\n"), "/.editorconfig") { IsNamed = true }], "/") };
        if (Database is { } change)
        {
            var builder = SnapshotBuilder.From(SemanticModel.Create([.. Schema.Files.Select(file => SyntaxTree.Parse(file.Path, file.Content))]));
            change(builder);
            options = options with { Snapshot = builder.Build() };
        }
        return new PlanRequest(Schema) { Inputs = Inputs, Options = options, Sections = sections };
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
