using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database.Statements;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Database.Statements;

/// <summary>Finds look-ups of single rows that make up much of the traffic.</summary>
public sealed class RepeatedLookupRule() : LiveRule(Definition)
{
    public const string Check = "repeated-lookup";

    public static readonly RuleDescriptor Definition = new("PL8056", "repeated-lookup")
    {
        Title = "Rows that are looked up one by one",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            A `findUnique` in a loop sends a statement for each turn. Prisma gathers those that one tick of the event loop starts
            (`Promise.all`) into one `IN (…)`, but not those that wait for each other. `findMany` with `in`, or `include` from the other side,
            asks once.

            Reported are look-ups by the primary key with at least 1000 calls and 20 % of the calls of all statements, on tables of 100 rows
            and more. Whether they come from a loop, or belong to one request each as the session of a user does, the counts do not
            tell, hence a suggestion.
            """,
        Example = new RuleExample(
            Flagged: """
                model Product {
                  id Int @id
                }
                """,
            Clean: """
                model Product {
                  id Int @id
                }
                """)
        {
            // It takes a server that loads pg_stat_statements when it starts, and traffic.
            Database = null,
        },
        WhenNotToUse = "Where each call belongs to a request of its own; a cache in front of the rows then helps more than another query.",
    };

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (StatementEvidence.Find(context, Check) is not { } workload)
            yield break;
        HashSet<WorkloadStatement> loops = [.. ParentLoop.Find(context, workload).Where(loop => loop.IsLoop).SelectMany(loop => loop.Statements)];
        var lookups = workload.Statements
            .Where(statement => statement.Shape is { Command: StatementCommand.Select, IsLookup: true, IsPlain: true, IsAggregate: false } && IsByPrimaryKey(statement.Shape) && StatementEvidence.IsKnown(context, statement.Shape.Table))
            .GroupBy(statement => statement.Shape.Table);
        foreach (var group in lookups)
        {
            var calls = group.Sum(statement => statement.Calls);
            var share = workload.Calls == 0 ? 0 : (double)calls / workload.Calls;
            if (group.Key is not { } table || calls < 1000 || share < 0.2 || table.Rows < 100 || context.Map.ModelOf(table) is not { } model)
                continue;
            yield return context.Report(
                LiveContext.PlaceOf(model),
                Check,
                $"`{StatementText.Of(context, group.First().Shape)}` makes up {Figures.Percent(share)} of all calls ({Figures.Count(calls)}{StatementEvidence.Window(context)}): "
                    + $"a `findUnique` in a loop asks once for each row, `findMany` with `in` once for all{StatementEvidence.Caveat(context)}");
        }
    }

    private static bool IsByPrimaryKey(StatementShape shape)
    {
        var columns = shape.EqualColumns;
        return shape.Table?.PrimaryKey is { } key && key.Columns.All(name => columns.Any(column => column.Name == name));
    }
}
