using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
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

    public static Diagnostic Only(LintReport report) => report.Diagnostics.Single();
}
