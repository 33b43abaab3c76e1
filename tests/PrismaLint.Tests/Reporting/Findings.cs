using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Tests.Reporting;

/// <summary>Reports made by hand: what writers do must not depend on what rules find.</summary>
internal static class Findings
{
    public static readonly DiagnosticDescriptor Kind = new("PL9990", "made-up")
    {
        Title = "Made up for tests",
        Category = DiagnosticCategory.Indexing,
    };

    public static Location In(SourceText source, string text) =>
        new(source, new TextSpan(source.Content.IndexOf(text, System.StringComparison.Ordinal), text.Length));

    public static LintReport Report(SourceText source, params Diagnostic[] diagnostics) =>
        new([new LintedSchema(source.Path, [source.Path], Provider.PostgreSql, PrismaVersion.V7, 1)], diagnostics);

    public static LintReport One(string path = "a/schema.prisma", string content = "model A {\n  id Int\n}\n")
    {
        var source = new SourceText(path, content);
        var place = In(source, "id");
        return Report(
            source,
            Kind.At(place, "`A.id` is \"odd\"")
                .On("A.id")
                .WithRelated(In(source, "A"), "the model")
                .WithFix(CodeFix.Safe("Add `@id`", TextEdit.Insert(source, In(source, "Int").Span.End, " @id"))));
    }

    /// <summary>A report with a database: a finding of operation, and a check that lacked its evidence.</summary>
    public static LintReport WithDatabase()
    {
        var one = One();
        return new LintReport(one.Schemas, [Only(one) with { IsOperational = true, Severity = DiagnosticSeverity.Error }])
        {
            Snapshot = new DatabaseSnapshot(["public"], []),
            NotJudged = [new NotJudged("PL8001", "unused-index", "the statistics cover 3 h", "wait"), new NotJudged("PL8002", "bloat", "nobody knows", null)],
        };
    }

    public static Diagnostic Only(LintReport report) => report.Diagnostics.Single();
}
