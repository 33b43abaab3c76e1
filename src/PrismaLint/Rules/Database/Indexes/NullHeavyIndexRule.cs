using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Tables;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Database.Indexes;

/// <summary>Finds large indexes that hold mostly nulls.</summary>
public sealed class NullHeavyIndexRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8022", "null-heavy-index")
    {
        Title = "Index that holds mostly nulls",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            PostgreSQL writes nulls into a B-tree like any value. Where half of the rows or more have a null in the leading column, an index
            with `WHERE column IS NOT NULL` answers `column = value` as well, and is that much smaller; PostgreSQL recognizes that the
            comparison implies the condition (manual, "Partial Indexes").
            """,
        Example = new RuleExample(
            Flagged: """
                model Order {
                  id     Int     @id
                  coupon String?

                  @@index([coupon])
                }
                """,
            Clean: """
                model Order {
                  id     Int     @id
                  coupon String?
                }
                """)
        {
            Database = """
                CREATE TABLE "Order" (id integer PRIMARY KEY, coupon text);
                INSERT INTO "Order" SELECT g, CASE WHEN g % 10 = 0 THEN 'coupon' || g END FROM generate_series(1, 2000) g;
                CREATE INDEX "Order_coupon_idx" ON "Order" (coupon);
                ANALYZE "Order";
                """,
            Repair = """
                DROP INDEX "Order_coupon_idx";
                CREATE INDEX "Order_coupon_idx" ON "Order" (coupon) WHERE coupon IS NOT NULL;
                """,
            Options = new Dictionary<string, string> { ["PL8022.min_size"] = "0" },
        },
        WhenNotToUse = """
            Queries ask for the nulls. The mark of deleted rows in front of further columns is therefore not reported, and neither are
            uniques, which Prisma's client could no longer use by their key, nor partial indexes.
            """,
    };

    public static readonly RuleOption<int> MinSize = RuleOption.Number("min_size", "Megabytes that an index must have.", 10);

    public static readonly RuleOption<int> MinPercent = RuleOption.Number("min_percent", "The part of nulls in the leading column, in percent.", 50, 1);

    public override IReadOnlyList<RuleOption> Options => [MinSize, MinPercent];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Indexes, Definition.Name) || !TableFacts.HasColumnStatistics(context, Definition.Name))
            yield break;
        var softDelete = new SoftDelete(context.Static);
        foreach (var index in context.UserTables.SelectMany(table => table.Indexes))
        {
            if (index is not { IsUsable: true, IsPartition: false, IsPartial: false, Method: "btree" }
                || IndexFacts.IsBound(index)
                || IndexFacts.Size(index) < (long)context.Get(MinSize) << 20
                || index.KeyColumns[0] is not { } name
                || index.Table.FindColumn(name) is not { IsNotNull: false, Statistics: { } statistics } column
                || statistics.NullFraction * 100 < context.Get(MinPercent))
            {
                continue;
            }
            if (index.KeyCount > 1 && context.Map.FieldOf(column) is { Model: { } model } field && softDelete.MarkersOf(model).Any(marker => marker.Field == field))
                continue;
            yield return context.Report(
                context.PlaceOf(index),
                Definition.Name,
                $"`{name}` is null in {Figures.Percent(statistics.NullFraction)} of the rows of `{index.Table.QualifiedName}`, and `{index.Name}` ({Figures.Size(IndexFacts.Size(index))}) holds them all; one with `WHERE {SqlNames.Quote(name)} IS NOT NULL` does the same for less");
        }
    }
}
