using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database.Statements;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Database.Statements;

/// <summary>Finds rows that are inserted one by one.</summary>
public sealed class InsertLoopRule() : LiveRule(Definition)
{
    public const string Check = "insert-loop";

    // What grows by a row for each request, by its nature.
    private static readonly string[] s_journals = ["audit", "log", "logs", "event", "events", "session", "sessions", "token", "tokens", "visit", "visits", "click", "clicks", "view", "views", "history", "activity", "activities", "job", "jobs", "outbox"];

    public static readonly RuleDescriptor Definition = new("PL8059", "insert-loop")
    {
        Title = "Rows that are inserted one by one",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            `create` in a loop pays a round trip and, outside a transaction, a write to disk for each row. `createMany` (and `createManyAndReturn`)
            inserts some thousand rows with one statement.

            Reported are inserts of one row with at least 1000 calls and 10 % of the calls of all statements. Tables that get a row for each
            request by their nature (names with log, audit, event, session and the like) and inserts with ON CONFLICT are not.
            """,
        Example = new RuleExample(
            Flagged: """
                model Price {
                  id Int @id @default(autoincrement())
                }
                """,
            Clean: """
                model Price {
                  id Int @id @default(autoincrement())
                }
                """)
        {
            // It takes a server that loads pg_stat_statements when it starts, and traffic.
            Database = null,
        },
        WhenNotToUse = "Where each row comes with a request of its own.",
    };

    public static readonly RuleOption<NameList> Ignored = RuleOption.Names("ignored_models", "Models that get a row at a time.");

    public override IReadOnlyList<RuleOption> Options => [Ignored];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (StatementEvidence.Find(context, Check) is not { } workload)
            yield break;
        var inserts = workload.Statements
            .Where(statement => statement.Shape is { Command: StatementCommand.Insert, InsertedRows: 1, IsUpsert: false } && StatementEvidence.IsKnown(context, statement.Shape.Table))
            .GroupBy(statement => statement.Shape.Table);
        foreach (var group in inserts)
        {
            var calls = group.Sum(statement => statement.Calls);
            var share = workload.Calls == 0 ? 0 : (double)calls / workload.Calls;
            if (calls < 1000 || share < 0.1 || group.Key is not { } table || context.Map.ModelOf(table) is not { } model || context.Get(Ignored).Contains(model.Name) || IsJournal(model.Name))
                continue;
            yield return context.Report(
                LiveContext.PlaceOf(model),
                Check,
                $"`{model.Name}.create` makes up {Figures.Percent(share)} of all calls ({Figures.Count(calls)}{StatementEvidence.Window(context)}): "
                    + $"where a loop sends them, `createMany` inserts the rows with one statement{StatementEvidence.Caveat(context)}");
        }
    }

    private static bool IsJournal(string name) => Words.Split(name).Any(word => Array.IndexOf(s_journals, word) >= 0);
}
