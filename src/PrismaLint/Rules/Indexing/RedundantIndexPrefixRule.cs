using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Indexing;

/// <summary>Finds indexes that are the beginning of a longer one.</summary>
public sealed class RedundantIndexPrefixRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL3004", "redundant-index-prefix")
    {
        Title = "Index that is the beginning of a longer one",
        Message = "`{0}` of `{1}` is the beginning of `{2}`",
        Category = DiagnosticCategory.Indexing,
        Contracts = ContractSupport.Full,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            A B-tree over `a, b` finds rows by `a` as well. An index over `a` alone saves a little when it is read, since it is
            smaller, and costs on every write.

            Whether that saving matters can only be measured on the database; hence a suggestion. Foreign keys keep their index:
            the longer one starts with the same columns.
            """,
        Example = new RuleExample(
            Flagged: """
                model Event {
                  id        Int      @id
                  kind      String
                  createdAt DateTime

                  @@index([kind])
                  @@index([kind, createdAt])
                }
                """,
            Clean: """
                model Event {
                  id        Int      @id
                  kind      String
                  createdAt DateTime

                  @@index([kind, createdAt])
                }
                """),
        WhenNotToUse = "The short index was measured to be worth its price: the long one is much wider and seldom in memory.",
        Fix = "Safe: deletes the shorter `@@index`.",
    };

    public static readonly RuleOption<int> MaxCoveringColumns = RuleOption.Number(
        "max_covering_columns", "An index with more columns than this is too wide to stand in for a narrow one.", 4, 2);

    public static readonly RuleOption<bool> ReportKeys = RuleOption.Flag(
        "report_keys", "A primary key or unique can be the longer one as well.", true);

    public override IReadOnlyList<RuleOption> Options => [MaxCoveringColumns, ReportKeys];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var max = context.Get(MaxCoveringColumns);
        var reportKeys = context.Get(ReportKeys);
        foreach (var model in context.Tables)
        {
            foreach (var (index, longer) in Pairs(model, max, reportKeys))
            {
                yield return Definition.At(index.Location, index.Quote, model.Name, longer.Quote)
                    .On(index.DisplayName)
                    .WithRelated(longer.Location, "The index that stays")
                    .WithFix(CodeFix.Safe($"Delete `{index.Quote}`", SchemaEdits.RemoveIndex(index)));
            }
        }
    }

    internal static IEnumerable<(IndexSymbol Index, IndexSymbol Longer)> Pairs(ModelSymbol model, int max, bool reportKeys)
    {
        if (model.Indexes.Count < 2 || !model.Indexes.Any(index => index.Kind == IndexKind.Index))
            yield break;
        var byPrefix = new Dictionary<string, List<IndexSymbol>>(StringComparer.Ordinal);
        foreach (var longer in model.Indexes)
        {
            if (longer.Columns.Count < 2 || longer.Columns.Count > max || (longer.IsUnique && !reportKeys))
                continue;
            for (var count = 1; count < longer.Columns.Count; count++)
            {
                var key = IndexRedundancy.ColumnKey(longer.Shape, count);
                if (!byPrefix.TryGetValue(key, out var list))
                    byPrefix.Add(key, list = []);
                list.Add(longer);
            }
        }
        if (byPrefix.Count == 0)
            yield break;
        var duplicates = new HashSet<IndexSymbol>(DuplicateIndexRule.Pairs(model).Select(pair => pair.Index));
        foreach (var index in model.Indexes)
        {
            if (index.Kind == IndexKind.Index
                && index.Columns.Count > 0
                && !duplicates.Contains(index)
                && byPrefix.TryGetValue(IndexRedundancy.ColumnKey(index.Shape, index.Columns.Count), out var candidates)
                && candidates.FirstOrDefault(longer => IndexRedundancy.IsPrefix(index.Shape, longer.Shape) && !duplicates.Contains(longer)) is { } found)
            {
                yield return (index, found);
            }
        }
    }
}
