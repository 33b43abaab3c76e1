using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Indexing;

/// <summary>Finds compound indexes that put a range or a flag before what narrows the search.</summary>
public sealed class IndexColumnOrderRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL3012", "index-column-order")
    {
        Title = "Index column in an unlucky place",
        Message = "`{0}` of `{1}` has {2}",
        Category = DiagnosticCategory.Indexing,
        Contracts = ContractSupport.FindingsOnly,
        Preset = RulePreset.All,
        Rationale = """
            A B-tree answers equalities on its first columns, then one range or order. A moment is mostly asked for in a range: the
            columns behind it then narrow nothing and are read one by one. A flag in front halves the search at best and keeps
            the index from serving queries that do not ask for it.

            `timestamp_last` reports a `DateTime` before a column that is neither moment nor flag, `boolean_last` a `Boolean` in
            front of one; a flag before moments alone is in its place. Moments that are optional (asked for null) or dates (asked for
            one day) are equalities, and the model's key behind a moment only tells equal ones apart: neither is reported. Keys and
            uniques are left out, and so are indexes of another method, for which the order means nothing.
            """,
        Example = new RuleExample(
            Flagged: """
                model Order {
                  id        Int      @id
                  shopId    Int
                  createdAt DateTime

                  @@index([createdAt, shopId])
                }
                """,
            Clean: """
                model Order {
                  id        Int      @id
                  shopId    Int
                  createdAt DateTime

                  @@index([shopId, createdAt])
                }
                """),
        WhenNotToUse = "Which order is right hangs on the queries, so the rule is off. An index that answers one query well is no fault. There is no fix: move the column behind the others.",
    };

    public static readonly RuleOption<bool> TimestampLast = RuleOption.Flag("timestamp_last", "Moments stand behind other columns.", true);

    public static readonly RuleOption<bool> BooleanLast = RuleOption.Flag("boolean_last", "No boolean stands in front of other columns.", true);

    public override IReadOnlyList<RuleOption> Options => [TimestampLast, BooleanLast];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var timestampLast = context.Get(TimestampLast);
        var booleanLast = context.Get(BooleanLast);
        foreach (var model in context.Tables)
        {
            foreach (var index in model.Indexes)
            {
                if (index is not { Kind: IndexKind.Index, Method: IndexMethod.BTree, Columns.Count: > 1 })
                    continue;
                var culprit = (timestampLast ? FindMoment(index) : null) ?? (booleanLast ? FindFlag(index) : null);
                if (culprit is not null)
                    yield return Definition.At(index.Location, index.Quote, model.Name, culprit).On(index.DisplayName);
            }
        }
    }

    private static string? FindMoment(IndexSymbol index)
    {
        for (var i = 0; i + 1 < index.Columns.Count; i++)
        {
            if (index.Columns[i].Field is { Scalar: ScalarType.DateTime, IsOptional: false, NativeType: not { Name: "Date" } } && FindSelective(index, i + 1) is { } behind)
                return $"the moment `{index.Columns[i].Path}` before `{behind.Path}`, which narrows nothing behind a range";
        }
        return null;
    }

    // Before moments alone a flag is in its place: an equality, then the range.
    private static string? FindFlag(IndexSymbol index) =>
        index.Columns[0].Field.Scalar == ScalarType.Boolean && FindSelective(index, 1) is { } behind
            ? $"the flag `{index.Columns[0].Path}` before `{behind.Path}`, so that no query without the flag can use it"
            : null;

    private static IndexColumn? FindSelective(IndexSymbol index, int start)
    {
        for (var i = start; i < index.Columns.Count; i++)
        {
            // The key behind a moment tells equal moments apart, page by page.
            if (index.Columns[i].Field is { Scalar: not (ScalarType.DateTime or ScalarType.Boolean) } column && index.Model.PrimaryKey?.Fields.Contains(column) != true)
                return index.Columns[i];
        }
        return null;
    }
}
