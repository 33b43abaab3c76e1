using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database.Statements;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Database.Statements;

/// <summary>Finds queries that hand out whole tables.</summary>
public sealed class UnboundedQueryRule() : LiveRule(Definition)
{
    public const string Check = "unbounded-query";

    public static readonly RuleDescriptor Definition = new("PL8057", "unbounded-query-live")
    {
        Title = "Query that hands out a whole table",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Warning,
        Preset = RulePreset.Recommended,
        Rationale = """
            `findMany()` without `where` and `take` sends every row over the network and makes an object of each. It works in development and
            grows with the table: first the time, then the memory of the process, then the pool that waits for it. `take` with a `cursor`
            bounds it. `distinct` counts as well: without the preview feature `nativeDistinct` Prisma drops duplicates, and cuts off at `take`, in
            memory, after it has read all rows.

            Reported are statements without condition and LIMIT that hand out 1000 rows and more for each call, from 10 calls on. `1=1`, which
            Prisma writes for "no filter", is no condition, and the OFFSET that it always writes is no bound.
            """,
        Example = new RuleExample(
            Flagged: """
                model Event {
                  id BigInt @id
                }
                """,
            Clean: """
                model Event {
                  id BigInt @id
                }
                """)
        {
            // It takes a server that loads pg_stat_statements when it starts, and traffic.
            Database = null,
        },
        WhenNotToUse = "Exports that need all rows; even those read better in batches by `cursor`.",
    };

    public static readonly RuleOption<int> MinimumRows = RuleOption.Number("min_rows", "Rows for each call from which on a query without bounds is reported.", 1000, minimum: 1);

    public static readonly RuleOption<int> MinimumCalls = RuleOption.Number("min_calls", "Calls from which on it is reported.", 2, minimum: 1);

    public override IReadOnlyList<RuleOption> Options => [MinimumRows, MinimumCalls];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (StatementEvidence.Find(context, Check) is not { } workload)
            yield break;
        var unbounded = workload.Statements
            .Where(statement => statement.Shape is { Command: StatementCommand.Select, IsPlain: true, HasFilter: false, HasLimit: false, HasInnerJoin: false, IsAggregate: false, IsGrouped: false })
            .Where(statement => statement.RowsPerCall >= context.Get(MinimumRows) && StatementEvidence.IsKnown(context, statement.Shape.Table))
            .GroupBy(statement => statement.Shape.Table);
        foreach (var group in unbounded)
        {
            var calls = group.Sum(statement => statement.Calls);
            if (group.Key is not { } table || calls < context.Get(MinimumCalls) || context.Map.ModelOf(table) is not { } model)
                continue;
            yield return context.Report(
                LiveContext.PlaceOf(model),
                Check,
                $"`{StatementText.Of(context, group.First().Shape)}` has neither condition nor limit and hands out {Figures.Count((double)group.Sum(statement => statement.Rows) / calls, "row")} for each of "
                    + $"{Figures.Count(calls, "call")}{StatementEvidence.Window(context)}: bound it with `take` and a `cursor`{StatementEvidence.Caveat(context)}");
        }
    }
}
