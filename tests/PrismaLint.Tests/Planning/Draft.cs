using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Planning;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Inputs;
using PrismaLint.Reporting.Plans;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Testing;
using PrismaLint.Text;

namespace PrismaLint.Tests.Planning;

/// <summary>A plan of a small schema, as text.</summary>
internal sealed class Draft
{
    private const string Datasource = "datasource db {\n  provider = \"postgresql\"\n}\n\n";

    private readonly SchemaSource _schema;

    public Draft(params (string Path, string Text)[] files) =>
        _schema = new SchemaSource(files.Length == 1 ? files[0].Path : "prisma", [.. files.Select(file => new SourceText(file.Path, file.Text))]);

    /// <summary>A schema of one file; without a datasource it is PostgreSQL's.</summary>
    public Draft(string text)
        : this(("schema.prisma", text.Contains("datasource ", StringComparison.Ordinal) ? text : Datasource + text))
    {
    }

    public PlanInputs Inputs { get; init; } = PlanInputs.None;

    /// <summary>Changes the database that the schema describes; without it there is none.</summary>
    public Action<SnapshotBuilder>? Database { get; init; }

    public PlanContext Context => Planner.CreateContext(Request([]));

    /// <summary>The section as Markdown; 0: what stands before the sections.</summary>
    public string Section(int number)
    {
        var result = Planner.Create(Request([Math.Max(1, number)]));
        var document = result.Document ?? throw new InvalidOperationException(string.Join('\n', result.Errors.Select(error => error.Message)));
        return PlanMarkdown.Write(number == 0 ? document with { Sections = [] } : document with { Preface = [] });
    }

    private PlanRequest Request(IReadOnlyCollection<int> sections) => new(_schema) { Inputs = Inputs, Sections = sections, Options = LintOptions.Default with { Snapshot = Snapshot() } };

    private DatabaseSnapshot? Snapshot()
    {
        if (Database is null)
            return null;
        var builder = SnapshotBuilder.From(SemanticModel.Create([.. _schema.Files.Select(file => SyntaxTree.Parse(file.Path, file.Content))]));
        Database(builder);
        return builder.Build();
    }
}
