using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database;
using PrismaLint.Rules.Database.Indexes;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Indexing;

/// <summary>Finds models with more indexes than a write can well maintain.</summary>
public sealed class TooManyIndexesRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL3005", "too-many-indexes")
    {
        Title = "Model with very many indexes",
        Message = "`{0}` has {1} indexes, more than {2}",
        Category = DiagnosticCategory.Indexing,
        Contracts = ContractSupport.Full,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            Every insert writes every index, and an update writes those whose columns change (in PostgreSQL all of them, unless
            none changes). Keys and uniques count: they are indexes. Duplicates and beginnings of other indexes are rules of
            their own and are not counted here a second time.
            """,
        Example = new RuleExample(
            Flagged: """
                model Wide {
                  id Int @id
                  a  Int @unique
                  b  Int @unique
                  c  Int @unique
                  d  Int @unique
                  e  Int @unique
                  f  Int @unique
                  g  Int @unique
                  h  Int @unique
                  i  Int @unique
                  j  Int @unique
                }
                """,
            Clean: """
                model Wide {
                  id Int @id
                  a  Int @unique
                  b  Int @unique
                  c  Int
                  d  Int
                }
                """),
        WhenNotToUse = "The table is read much and written seldom, or all its indexes were measured to be used.",
    };

    public static readonly RuleOption<int> Max = RuleOption.Number("max", "How many indexes a model may have, key and uniques included.", 10, 1);

    private const double Days = 14;

    public override IReadOnlyList<RuleOption> Options => [Max];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var max = context.Get(Max);
        foreach (var model in context.Tables.Where(model => model.Indexes.Count > max))
        {
            var superfluous = new HashSet<IndexSymbol>(DuplicateIndexRule.Pairs(model).Select(pair => pair.Index));
            superfluous.UnionWith(RedundantIndexPrefixRule.Pairs(model, RedundantIndexPrefixRule.MaxCoveringColumns.Default, true).Select(pair => pair.Index));
            if (model.Indexes.Count - superfluous.Count > max)
                yield return WithUnused(context, model, Definition.At(model.Location, model.Name, model.Indexes.Count, max).On(model.DisplayName));
        }
    }

    // The database knows which of them nobody asks.
    private static Diagnostic WithUnused(RuleContext context, ModelSymbol model, Diagnostic found)
    {
        if (context.Live is not { } live || live.Snapshot.StatisticsDays is not { } days || days < (context.IsSet(LiveOptions.MinDays) ? context.Get(LiveOptions.MinDays) : Days))
            return found;
        return model.Indexes
            .Where(index => live.Map.MatchOf(index)?.Index is { } there && UnusedIndexRule.IsCandidate(there, 0) && IndexFacts.Scans(there) == 0)
            .Aggregate(found, (diagnostic, index) => diagnostic.WithRelated(index.Location, $"No query has used `{index.Quote}` in {Figures.Count(Math.Floor(days), "day")}"));
    }
}
