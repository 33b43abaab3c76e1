using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Indexes;

/// <summary>Finds B-trees over values that are asked for what is inside them.</summary>
public sealed class UnsuitedIndexMethodRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8024", "unsuited-index-method")
    {
        Title = "B-tree over an array or a document",
        Category = DiagnosticCategory.Database,
        Preset = RulePreset.Recommended,
        Rationale = """
            A B-tree compares whole values. Over an array, `jsonb` or a `tsvector` it serves equality with the complete value only, never
            `has`, `@>`, a path or a search, and a value longer than a third of a page cannot be inserted at all ("index row size exceeds
            btree maximum"). GIN holds what is inside.
            """,
        Example = new RuleExample(
            Flagged: """
                model Post {
                  id   Int      @id
                  tags String[]
                }
                """,
            Clean: """
                model Post {
                  id   Int      @id
                  tags String[]

                  @@index([tags], type: Gin)
                }
                """)
        {
            Database = """
                CREATE TABLE "Post" (id integer PRIMARY KEY, tags text[]);
                CREATE INDEX "Post_tags_idx" ON "Post" (tags);
                """,
            Repair = """
                DROP INDEX "Post_tags_idx";
                CREATE INDEX "Post_tags_idx" ON "Post" USING gin (tags);
                """,
        },
        WhenNotToUse = """
            Whole values are looked up: an index that was scanned is only a suggestion. Uniques are not reported, since only a B-tree can be
            one, nor expressions, such as a B-tree over one path of a document. Where PL3007 says the same, this finding takes its place.
            """,
        Fix = "Safe, where the schema declares the index: sets `type: Gin`.",
    };

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Indexes, Definition.Name) || !context.Has(EvidenceSource.Columns, Definition.Name))
            yield break;
        foreach (var index in context.UserTables.SelectMany(table => table.Indexes))
        {
            if (index is not { Method: "btree", IsUsable: true, IsPartition: false }
                || IndexFacts.IsBound(index)
                || index.OperatorClass(0) is not null
                || index.KeyColumns[0] is not { } name
                || index.Table.FindColumn(name) is not { } column
                || !(column.IsArray || column.TypeName is "jsonb" or "tsvector"))
            {
                continue;
            }
            var isUsed = IndexFacts.Scans(index) > 0;
            var found = context.Report(
                context.PlaceOf(index),
                "wrong-method",
                $"`{index.Name}` on `{index.Table.QualifiedName}` is a B-tree over whole values of `{name}` (`{column.Type}`)"
                + (isUsed ? $", scanned {Figures.Count(IndexFacts.Scans(index) ?? 0, "time")}: for what is inside, " : ": no query for something inside uses it; ")
                + $"`CREATE INDEX {(index.Table.Kind == DatabaseTableKind.PartitionedTable ? "" : "CONCURRENTLY ")}ON {SqlNames.Quote(index.Table)} USING gin ({SqlNames.Quote(name)})`")
                with { Severity = isUsed ? DiagnosticSeverity.Suggestion : DiagnosticSeverity.Warning, Supersedes = ["PL3007"] };
            yield return context.Map.MatchOf(index)?.Symbol is { Columns.Count: 1, Kind: Semantics.IndexKind.Index } symbol && !symbol.Columns[0].IsDescending
                ? found.WithFix(CodeFix.Safe("Add `type: Gin`", SchemaEdits.SetArgument(symbol.Attribute, "type", "Gin")))
                : found;
        }
    }
}
