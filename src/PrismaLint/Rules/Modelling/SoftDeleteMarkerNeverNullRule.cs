using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Rules.Modelling;

/// <summary>Finds soft-delete markers that every row has from birth.</summary>
public sealed class SoftDeleteMarkerNeverNullRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL5004", "soft-delete-marker-never-null")
    {
        Title = "Soft-delete marker that every row has",
        Message = "`{0}` {1}: every row is born deleted",
        Category = DiagnosticCategory.Modelling,
        Contracts = ContractSupport.FindingsOnly,
        Rationale = """
            The moment of a deletion tells deleted rows from living ones by being null for these. A required one is never null;
            one with `@default(now())` or `@updatedAt` gets a value when the row is made. Usually the line was copied from
            `createdAt`.

            A required marker with a constant that no real deletion has (a date before 1971 or after 8999, 0, -1) is a way to
            mark living rows, and not reported.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id        Int      @id
                  deletedAt DateTime @default(now())
                }
                """,
            Clean: """
                model User {
                  id        Int       @id
                  deletedAt DateTime?
                }
                """),
        WhenNotToUse = """
            The table holds only what was deleted. Models whose name says so (Deleted, Tombstone, Trash, Archive, History, Log,
            Event) are not reported.
            """,
        Fix = "Unsafe: makes the field optional and removes `@default` and `@updatedAt`; its type in the client changes.",
    };

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var softDelete = new SoftDelete(context);
        foreach (var model in context.Tables)
        {
            foreach (var marker in softDelete.MarkersOf(model))
            {
                var column = marker.Field;
                if (column.Scalar != ScalarType.DateTime)
                    continue;
                var reason = column.IsUpdatedAt ? $"is set by `{(context.Schema.IsContract ? column.Type.Name.Text : "@updatedAt")}`"
                    : column.Default is { Function: "now" } now ? (now.Attribute.Name == "default" ? "has `@default(now())`" : "has `now()` as its default")
                    : marker.Kind == SoftDeleteKind.NeverNull ? "is required"
                    : null;
                if (reason is not null)
                    yield return Definition.At(column.Location, column.DisplayName, reason).On(column.DisplayName).WithFix(MakeOptional(column));
            }
        }
    }

    private static CodeFix MakeOptional(FieldSymbol column)
    {
        var edits = new List<TextEdit>();
        if (column.IsRequired)
            edits.Add(SchemaEdits.Replace(column.Tree.Source, column.Type, column.Tree.Source.ToString(column.Type.Span) + "?"));
        edits.AddRange(column.Attributes.Where(attribute => attribute.Name is "default" or "updatedAt").Select(SchemaEdits.RemoveAttribute));
        return new CodeFix($"Make `{column.Name}` null for living rows", FixSafety.Unsafe, edits);
    }
}
