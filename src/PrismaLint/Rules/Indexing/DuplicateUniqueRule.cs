using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Indexing;

/// <summary>Finds uniques that repeat the primary key or another unique.</summary>
public sealed class DuplicateUniqueRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL3003", "duplicate-unique")
    {
        Title = "Unique that repeats the primary key or another unique",
        Message = "`{0}` of `{1}` repeats `{2}`",
        Category = DiagnosticCategory.Indexing,
        Contracts = ContractSupport.Full,
        Rationale = """
            A primary key is unique already. A second unique over the same columns, in the same order, promises nothing more,
            and the database keeps and checks two indexes for it.

            In another order it may be wanted for its index: that is not reported.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id String @id @unique
                }
                """,
            Clean: """
                model User {
                  id String @id
                }
                """),
        WhenNotToUse = "A foreign key made outside Prisma may hang on the second unique; the database then refuses to drop it.",
        Fix = """
            Deletes the later of the two, never the primary key. Safe, unless its compound name in the client (`name:`) is another
            than that of the one that stays: then unsafe, since queries that use the name no longer compile.
            """,
    };

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        foreach (var model in context.Tables)
        {
            var byColumns = new Dictionary<string, List<IndexSymbol>>(StringComparer.Ordinal);
            foreach (var index in model.Indexes)
            {
                if (!index.IsUnique || index.Columns.Count == 0)
                    continue;
                var key = IndexRedundancy.ColumnKey(index.Shape, index.Columns.Count);
                if (!byColumns.TryGetValue(key, out var kept))
                    byColumns.Add(key, kept = []);
                if (kept.FirstOrDefault(other => IndexRedundancy.IsSamePromise(index.Shape, other.Shape)) is not { } found)
                {
                    kept.Add(index);
                    continue;
                }
                yield return Definition.At(index.Location, index.Quote, model.Name, DuplicateIndexRule.DescribeOther(found))
                    .On(index.DeclaringField?.DisplayName ?? index.DisplayName)
                    .WithRelated(found.Location, "The one that stays")
                    .WithFix(Remove(index, found));
            }
        }
    }

    private static CodeFix Remove(IndexSymbol index, IndexSymbol other) => new(
        $"Delete `{index.Quote}`",
        index.ClientName == other.ClientName || index.Columns.Count == 1 ? FixSafety.Safe : FixSafety.Unsafe,
        [SchemaEdits.RemoveIndex(index)]);
}
