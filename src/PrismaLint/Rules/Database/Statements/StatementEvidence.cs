using System.Globalization;
using PrismaLint.Database;
using PrismaLint.Database.Statements;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Database.Statements;

/// <summary>Whether what clients asked is known well enough to be judged.</summary>
internal static class StatementEvidence
{
    /// <summary>The workload; otherwise nothing, and a note why.</summary>
    public static Workload? Find(LiveContext context, string check)
    {
        if (!context.Has(EvidenceSource.Statements, check))
            return null;
        if (context.Snapshot.Server is { IsMonitor: false, ReadsAllStatistics: false, IsSuperuser: false })
        {
            context.Note(check, "the role sees no statements but its own", "GRANT pg_monitor TO the role");
            return null;
        }
        var needed = context.Get(LiveOptions.StatementHours);
        // Who takes a young window for tables takes it for statements.
        if (context.IsSet(LiveOptions.MinDays) && !context.IsSet(LiveOptions.StatementHours))
            needed = System.Math.Min(needed, 24 * context.Get(LiveOptions.MinDays));
        var hours = context.Snapshot.StatementHours;
        if (needed > 0 && hours is null)
        {
            context.Note(check, "nobody knows since when statements are counted", null);
            return null;
        }
        if (hours < needed)
        {
            context.Note(check, $"statements are counted since {Figures.Duration((hours ?? 0) * 3600)}, and it needs {needed.ToString(CultureInfo.InvariantCulture)} h", "wait, or set `prismalint.statement_hours`");
            return null;
        }
        var workload = context.Workload;
        var calls = context.Get(LiveOptions.StatementCalls);
        if (workload.Calls >= calls)
            return workload;
        context.Note(check, $"{Figures.Count(workload.Calls, "call")} of statements {Figures.Verb(workload.Calls, "was", "were")} counted, and it needs {Figures.Count(calls)}", "wait, or set `prismalint.statement_calls`");
        return null;
    }

    /// <summary>What to put behind counts that the server may have thrown away in part.</summary>
    public static string Caveat(LiveContext context) =>
        context.Snapshot.FirstRow(EvidenceSource.StatementsInfo).Number("dealloc") > 0
            ? " (the server has thrown entries of pg_stat_statements away since: the window is not reliable, and the counts are too low)"
            : "";

    /// <summary><c>in 12 h</c>; empty where the window is not known.</summary>
    public static string Window(LiveContext context) =>
        context.Snapshot.StatementHours is { } hours ? " in " + Figures.Duration(hours * 3600) : "";

    /// <summary>A table that the schema has a model of, whose block has no errors and whose client is not turned off.</summary>
    public static bool IsKnown(LiveContext context, DatabaseTable? table) =>
        table is not null && context.Map.ModelOf(table) is { HasErrors: false, IsIgnored: false };

    /// <summary>Statements that hand out several rows of a table: what a loop over its rows starts from.</summary>
    public static bool IsList(WorkloadStatement statement) =>
        statement.Shape is { Command: StatementCommand.Select, IsLookup: false, IsAggregate: false } shape
        && (!shape.HasFilter || shape.HasLimit || statement.RowsPerCall >= 2);
}
