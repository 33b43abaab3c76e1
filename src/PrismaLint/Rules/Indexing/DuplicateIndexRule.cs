using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Indexing;

/// <summary>Finds indexes that repeat a key, a unique or another index.</summary>
public sealed class DuplicateIndexRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL3002", "duplicate-index")
    {
        Title = "Index that repeats another one",
        Message = "`{0}` of `{1}` repeats `{2}`",
        Category = DiagnosticCategory.Indexing,
        Contracts = ContractSupport.Full,
        Rationale = """
            A primary key and a unique are indexes. A second index over the same columns answers no query that the first does
            not answer, but every insert, update and vacuum pays for both, and it takes its place on disk and in memory.

            Indexes are equal when access method, columns, order, operator classes, lengths and condition are equal. Sort
            directions may all be reversed, since a B-tree is read both ways. Only `@@index` is ever called superfluous.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id    Int    @id
                  email String @unique

                  @@index([email])
                }
                """,
            Clean: """
                model User {
                  id    Int    @id
                  email String @unique
                }
                """),
        WhenNotToUse = "There is hardly a reason; a clustered index of SQL Server is never reported.",
        Fix = "Safe: deletes the `@@index`. The other index keeps every query and every foreign key as fast.",
    };

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        foreach (var model in context.Tables)
        {
            foreach (var (index, other) in Pairs(model))
            {
                yield return Definition.At(index.Location, index.Quote, model.Name, DescribeOther(other))
                    .On(index.DisplayName)
                    .WithRelated(other.Location, "The index that stays")
                    .WithFix(CodeFix.Safe($"Delete `{index.Quote}`", SchemaEdits.RemoveIndex(index)));
            }
        }
    }

    /// <summary>Each superfluous index with the one that makes it so: a key or unique before an index, then the first.</summary>
    internal static IEnumerable<(IndexSymbol Index, IndexSymbol Other)> Pairs(ModelSymbol model)
    {
        if (!model.Indexes.Any(index => index.Kind == IndexKind.Index) || model.Indexes.Count < 2)
            yield break;
        var byColumns = new Dictionary<string, List<IndexSymbol>>(StringComparer.Ordinal);
        foreach (var index in model.Indexes.Where(index => index.Columns.Count > 0).OrderBy(index => index.Kind))
        {
            var key = IndexRedundancy.ColumnKey(index.Shape, index.Columns.Count);
            if (!byColumns.TryGetValue(key, out var earlier))
                byColumns.Add(key, earlier = []);
            if (earlier.FirstOrDefault(other => IndexRedundancy.IsDuplicate(index.Shape, other.Shape)) is { } found)
                yield return (index, found);
            else
                earlier.Add(index);
        }
    }

    internal static string DescribeOther(IndexSymbol other) => other.DeclaringField is { } owner
        ? $"{other.Attribute}` on `{owner.Name}"
        : other.Quote;
}
