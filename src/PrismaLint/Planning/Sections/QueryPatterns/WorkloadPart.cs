using System;
using System.Linq;
using PrismaLint.Database.Statements;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Facts.Queries;
using PrismaLint.Rules;
using PrismaLint.Rules.Database;
using PrismaLint.Rules.Database.Statements;

namespace PrismaLint.Planning.Sections.QueryPatterns;

/// <summary>What clients of the database really ask.</summary>
internal static class WorkloadPart
{
    private const int Shown = 10;

    private static readonly string[] s_rules = ["PL8010", "PL8025", "PL8055", "PL8056", "PL8057", "PL8058", "PL8059", "PL8060"];

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("What is run");
        if (context.Live is not { IsReplayed: false } live)
        {
            if (!context.IsPostgreSql)
            {
                writer.Text($"Snapshots are taken of PostgreSQL alone: which statements this database of {context.Schema.Connector.DisplayName} runs is not known here.");
                return;
            }
            writer.Text("There is no snapshot of a database: which statements run, how often and for how long is not known. `prismalint inspect --save snapshot.json` and `--snapshot snapshot.json` put them here.");
            return;
        }
        var workload = live.Workload;
        if (workload.Statements.Count == 0)
        {
            writer.Text(live.Snapshot.Statements.Count > 0
                ? $"None of the {Figures.Count(live.Snapshot.Statements.Count, "statement")} that the snapshot holds is about a table of the schema."
                : "The snapshot holds no statements: `pg_stat_statements` is not installed, not readable, or empty.");
        }
        else
        {
            var hours = live.Snapshot.StatementHours is { } known ? " in " + Figures.Duration(known * 3600) : "";
            writer.Text($"{Figures.Count(workload.Calls, "call")} of {Figures.Count(workload.Statements.Count, "statement")}{hours}, {Figures.Duration(workload.TotalTime / 1000)} in all. The costliest:");
            writer.Table(
                [SectionWriter.Column("Statement"), SectionWriter.Figure("Calls"), SectionWriter.Figure("Share of time"), SectionWriter.Figure("Mean"), SectionWriter.Figure("Rows a call"), SectionWriter.Column("Index")],
                workload.Statements.Take(Shown).Select(statement => Row(live, workload, statement)));
        }
        writer.List(context.Report.Visible.Where(finding => Array.IndexOf(s_rules, finding.Id) >= 0).Select(finding => $"{finding.Message} ({finding.Id})"));
        Scans(context, live, writer);
    }

    private static string[] Row(LiveEvidence live, Workload workload, WorkloadStatement statement) =>
    [
        PlanText.Code(StatementWords.Of(live, statement.Shape)),
        Figures.Count(statement.Calls),
        Figures.Percent(workload.ShareOfTime(statement)),
        Figures.Milliseconds(statement.MeanTime),
        Figures.Real(statement.RowsPerCall),
        Index(statement.Shape),
    ];

    private static string Index(StatementShape shape)
    {
        if (shape.Table is not { } table || shape.Command == StatementCommand.Insert)
            return "";
        var columns = IndexService.ColumnsOf(shape);
        return shape.IsLookup ? "by a key" : columns.Count == 0 ? "no column with one value" : IndexService.IsServed(table, columns, table.EstimatedRows ?? 0) ? "one serves it" : "none serves it";
    }

    private static void Scans(PlanContext context, LiveEvidence live, SectionWriter writer)
    {
        var scanned = context.Models
            .Select(model => (Model: model, live.Map.TableOf(model)?.Statistics))
            .Where(table => table.Statistics is { SequentialScans: > 0, SequentialRowsRead: >= 100_000 })
            .OrderByDescending(table => table.Statistics?.SequentialRowsRead)
            .Take(5)
            .ToArray();
        if (scanned.Length == 0)
            return;
        writer.Text("Tables that are read from end to end most:");
        writer.List(scanned.Select(table => $"{PlanText.Code(table.Model.Name)}: {Figures.Count(table.Statistics?.SequentialScans ?? 0, "sequential scan")}, {Figures.Count(table.Statistics?.SequentialRowsRead ?? 0, "row")} read by them, {Figures.Count(table.Statistics?.IndexScans ?? 0, "index scan")}"));
    }
}
