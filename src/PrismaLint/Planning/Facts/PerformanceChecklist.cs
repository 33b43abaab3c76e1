using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts.Queries;
using PrismaLint.Rules;
using PrismaLint.Rules.Database.Server;

namespace PrismaLint.Planning.Facts;

/// <summary>The checklist of performance: each line is answered by evidence, or not at all.</summary>
internal static class PerformanceChecklist
{
    private static readonly string[] s_indexRules = ["PL3001", "PL3002", "PL3003", "PL3004", "PL8002", "PL8003", "PL8004", "PL8025"];

    public static IReadOnlyList<ChecklistItem> Of(PlanContext context) =>
    [
        CriticalQueries(context),
        Indexes(context),
        Pool(context),
        Vacuum(context),
        SlowQueries(context),
        ByFinding(context, "N+1 queries eliminated", "PL8055", "no statement that finds the rows of one parent runs many times for each list of parents", "the schema does not show how the code reads relations"),
        ByFinding(context, "Batch operations implemented", "PL8059", "no insert of single rows makes up a tenth of the calls, but for tables that get a row with each request by their names", "the schema does not show how the code writes"),
        Replicas(context),
    ];

    private static ChecklistItem CriticalQueries(PlanContext context)
    {
        const string Text = "Critical queries identified and optimized";
        var hot = HotQueryFact.Find(context);
        var slow = Findings(context, "PL8025", "PL8058").ToArray();
        if (slow.Length > 0)
            return new ChecklistItem(Text, ChecklistState.Fail, $"{(hot.Count == 0 ? "None was told to be critical (`hot_queries`); of those" : "Of the queries")} that the database counts, {string.Join(" and ", Costly(slow))}.");
        if (hot.Count == 0)
            return new ChecklistItem(Text, ChecklistState.NotKnown, "No query was told to be critical: `hot_queries` of the inputs is empty.");
        var open = hot.Where(query => query.Shape is null || !query.Service.IsServed).ToArray();
        return open.Length == 0
            ? new ChecklistItem(Text, ChecklistState.Pass, $"An index serves each of the {Count(hot.Count, "query", "queries")} told: {PlanText.CodeList(hot.Select(query => query.Query.Name))}. Whether these are all nobody can tell but the team.")
            : new ChecklistItem(Text, ChecklistState.Fail, $"{Count(open.Length, "query", "queries")} of {hot.Count} told {(open.Length == 1 ? "has" : "have")} no index that serves {(open.Length == 1 ? "it" : "them")}: {PlanText.CodeList(open.Select(query => query.Query.Name))}.");
    }

    private static IEnumerable<string> Costly(Diagnostics.Diagnostic[] findings)
    {
        var bare = findings.Count(finding => finding.Id == "PL8025");
        if (bare > 0)
            yield return $"{Count(bare, "statement")} {(bare == 1 ? "has" : "have")} no index (PL8025)";
        if (findings.Length > bare)
            yield return $"{Count(findings.Length - bare, "statement")} {(findings.Length - bare == 1 ? "is" : "are")} slow (PL8058)";
    }

    private static ChecklistItem Indexes(PlanContext context)
    {
        const string Text = "Appropriate indexes created";
        if (!context.Schema.Connector.IsSql)
            return new ChecklistItem(Text, ChecklistState.NotKnown, "The rules about indexes judge relational databases.");
        // Suggestions count too: section 5 lists them.
        var findings = s_indexRules.SelectMany(context.Observed).ToArray();
        var keys = context.Models.Sum(model => model.ForeignKeys.Count);
        if (findings.Length > 0)
            return new ChecklistItem(Text, ChecklistState.Fail, $"{Count(findings.Length, "finding")} about indexes: {string.Join(", ", findings.GroupBy(finding => finding.Id).Select(group => FormattableString.Invariant($"{group.Key} {group.Count()}")))}, with {Count(keys, "foreign key")} in all ({Ids(findings)}).");
        if (keys == 0 && context.Inputs.HotQueries.Count == 0 && Observed(context) is null)
            return new ChecklistItem(Text, ChecklistState.NotKnown, "The schema has no foreign key and no query is told: nothing says which indexes are needed.");
        var bare = context.Models.SelectMany(model => model.ForeignKeys).Where(key => !ModelReads.IsIndexed(context, key)).ToArray();
        if (bare.Length > 0)
        {
            var names = PlanFigures.Names(bare.Select(key => key.Fields[0].DisplayName), 5);
            return context.Schema.RelationMode == RelationMode.Prisma
                ? new ChecklistItem(Text, ChecklistState.Fail, $"{Count(bare.Length, "foreign key")} of {keys} {(bare.Length == 1 ? "has" : "have")} no index, of which Prisma itself warns in relation mode `prisma`: {names}.")
                : new ChecklistItem(Text, ChecklistState.NotKnown, $"{Count(bare.Length, "foreign key")} of {keys} {(bare.Length == 1 ? "has" : "have")} no index, and the configuration silences the rule: {names}.");
        }
        if (Judgement.Gap(context, context.Report, context.Live is { IsReplayed: false } ? ["PL3001", "PL3002", "PL8002", "PL8003", "PL8004", "PL8025"] : ["PL3001", "PL3002"]) is { } gap)
            return new ChecklistItem(Text, ChecklistState.NotKnown, $"No finding, but not all is judged: {gap}.");
        var seen = !context.IsPostgreSql ? "" : context.Live is null ? "Whether the database uses them, a snapshot would tell." : "The snapshot shows none that is unused or missing.";
        return new ChecklistItem(Text, ChecklistState.Pass, $"No rule finds an index missing or superfluous for the {Count(keys, "foreign key")} of {Count(context.Models.Count, "model")}. {seen}".TrimEnd());
    }

    private static ChecklistItem Pool(PlanContext context)
    {
        const string Text = "Connection pool properly sized";
        var findings = Findings(context, "PL8045", "PL8046").ToArray();
        if (findings.Length > 0)
            return new ChecklistItem(Text, ChecklistState.Fail, $"{findings[0].Message} ({findings[0].Id}).");
        var budget = ConnectionBudget.Of(context);
        var missing = new List<string>();
        if (budget.Instances is null)
            missing.Add("capacity.instances");
        if (context.IsPostgreSql && budget.Maximum is null)
            missing.Add("capacity.max_connections");
        if (missing.Count > 0)
            return new ChecklistItem(Text, ChecklistState.NotKnown, $"The inputs do not tell {PlanText.CodeList(missing)}.");
        if (budget is not { Instances: { } instances, Left: { } left, PerInstance: { } size })
            return new ChecklistItem(Text, ChecklistState.NotKnown, "The pool that the application runs with is not told.");
        var figures = FormattableString.Invariant($"{left:N0} of {budget.Maximum:N0} connections ({budget.MaximumSource}) are the application's, by {Count(instances, "instance")} ({budget.InstancesSource})");
        if (budget.IsPooled)
            return new ChecklistItem(Text, ChecklistState.NotKnown, $"{figures}; a pooler stands between, and what its own pool opens is not told.");
        if (budget.MostPerInstance < 1)
            return new ChecklistItem(Text, ChecklistState.Fail, $"{figures}: fewer than one for each.");
        var gap = Observed(context) is null ? null : Gap(context, "PL8045", "PL8046");
        if (Observed(context) is not null && gap is null)
            return new ChecklistItem(Text, ChecklistState.Pass, $"{figures}; what the URL of the snapshot or the default of the client opens fits (PL8045, PL8046).");
        if (budget.DefaultPool is { } pool && instances * pool > left)
            return new ChecklistItem(Text, ChecklistState.Fail, FormattableString.Invariant($"{figures}. A program that sets nothing opens {pool} each, {instances * pool:N0} in all: `max` has to be set, to {size:N0} to begin with (section 5)."));
        return new ChecklistItem(Text, ChecklistState.NotKnown, FormattableString.Invariant($"{figures}: {size:N0} each to begin with (section 5){(budget.DefaultPool is { } fits ? $", and the default of {fits} each fits" : "")}. Which size the application sets is in its code.{(gap is null ? "" : $" Not judged: {gap}.")}"));
    }

    private static ChecklistItem Vacuum(PlanContext context)
    {
        const string Text = "Vacuum/analyze scheduled";
        if (context.Schema.Provider != Provider.PostgreSql)
            return new ChecklistItem(Text, ChecklistState.NotKnown, "Vacuum is a matter of PostgreSQL.");
        if (Observed(context) is not { } live)
            return new ChecklistItem(Text, ChecklistState.NotKnown, "It takes a snapshot: `prismalint inspect --url … --save`.");
        var findings = Findings(context, "PL8008", "PL8009").ToArray();
        if (live.Snapshot.FindSetting("autovacuum") is "off")
            return new ChecklistItem(Text, ChecklistState.Fail, "`autovacuum` is off.");
        if (findings.Length > 0)
            return new ChecklistItem(Text, ChecklistState.Fail, $"{Count(findings.Length, "finding")} about vacuum, bloat and transaction ids ({Ids(findings)}).");
        if (!live.Snapshot.IsOn("autovacuum"))
            return new ChecklistItem(Text, ChecklistState.NotKnown, "The snapshot does not hold the setting `autovacuum`.");
        if (!context.Models.Any(model => live.Map.TableOf(model)?.Statistics is not null))
            return new ChecklistItem(Text, ChecklistState.NotKnown, "`autovacuum` is on; the snapshot holds no counters of tables that would say whether it keeps up.");
        return Gap(context, "PL8008", "PL8009") is { } gap
            ? new ChecklistItem(Text, ChecklistState.NotKnown, $"`autovacuum` is on; whether tables are behind is not judged: {gap}.")
            : new ChecklistItem(Text, ChecklistState.Pass, "`autovacuum` is on, and no table is behind (PL8008, PL8009).");
    }

    private static ChecklistItem SlowQueries(PlanContext context)
    {
        const string Text = "Slow query monitoring enabled";
        if (!context.IsPostgreSql)
            return new ChecklistItem(Text, ChecklistState.NotKnown, $"Snapshots are taken of PostgreSQL alone: what {context.Schema.Connector.DisplayName} logs is not visible here.");
        if (Observed(context) is not { } live)
            return new ChecklistItem(Text, ChecklistState.NotKnown, "Whether `pg_stat_statements` is loaded and `log_min_duration_statement` is set, a snapshot would tell.");
        var findings = Findings(context, "PL8054").ToArray();
        if (findings.Length > 0)
            return new ChecklistItem(Text, ChecklistState.Fail, $"{string.Join(" ", findings.Select(finding => finding.Message.TrimEnd('.') + "."))} (PL8054)");
        var limit = live.Snapshot.FindSetting("log_min_duration_statement");
        var counts = live.Snapshot.Extensions.Any(extension => extension.Name == "pg_stat_statements");
        if (Gap(context, "PL8054") is { } gap)
            return new ChecklistItem(Text, ChecklistState.NotKnown, $"Not judged: {gap}.");
        return limit is not null
            ? new ChecklistItem(Text, ChecklistState.Pass, $"`log_min_duration_statement` is {PlanText.Code(limit)}, and `pg_stat_statements` is {(counts ? "" : "not ")}installed.")
            : new ChecklistItem(Text, ChecklistState.NotKnown, "The snapshot does not hold the settings that would tell.");
    }

    private static ChecklistItem ByFinding(PlanContext context, string text, string rule, string pass, string unknown)
    {
        var findings = Findings(context, rule).ToArray();
        if (findings.Length > 0)
            return new ChecklistItem(text, ChecklistState.Fail, $"{Count(findings.Length, "finding")}: {PlanText.CodeList(findings.Select(finding => finding.Object).OfType<string>().Take(5))} ({rule}).");
        if (Observed(context) is not { } live)
            return new ChecklistItem(text, ChecklistState.NotKnown, $"It takes the statements of a database: {unknown}.");
        return Gap(context, rule) is { } gap
            ? new ChecklistItem(text, ChecklistState.NotKnown, $"Not judged: {gap}.")
            : new ChecklistItem(text, ChecklistState.Pass, FormattableString.Invariant($"In the {live.Workload.Calls:N0} calls that the snapshot counts, {pass} ({rule})."));
    }

    private static ChecklistItem Replicas(PlanContext context)
    {
        const string Text = "Read replicas considered";
        if (context.Inputs.Replicas is { } replicas)
            return new ChecklistItem(Text, ChecklistState.Pass, FormattableString.Invariant($"The inputs tell {Count(replicas, "replica")} ({context.Inputs.PlaceOf("capacity.replicas")})."));
        return Observed(context) is { } live && live.Snapshot.StateOf(EvidenceSource.Replication).IsUsable && live.Snapshot.Rows(EvidenceSource.Replication).Any()
            ? new ChecklistItem(Text, ChecklistState.Pass, $"The snapshot shows {Count(live.Snapshot.Rows(EvidenceSource.Replication).Count(), "standby", "standbys")} connected.")
            : new ChecklistItem(Text, ChecklistState.NotKnown, "The inputs do not tell `capacity.replicas`; 0 is an answer too.");
    }

    // What migrations make has no figures.
    private static LiveEvidence? Observed(PlanContext context) => context.Live is { IsReplayed: false } live ? live : null;

    private static string? Gap(PlanContext context, params string[] rules) => Judgement.Gap(context, context.Report, rules);

    private static IEnumerable<Diagnostics.Diagnostic> Findings(PlanContext context, params string[] rules) =>
        context.Report.Visible.Where(finding => Array.IndexOf(rules, finding.Id) >= 0);

    private static string Ids(IEnumerable<Diagnostics.Diagnostic> findings) => string.Join(", ", findings.Select(finding => finding.Id).Distinct().OrderBy(id => id, StringComparer.Ordinal));

    private static string Count(int number, string one, string? many = null) => FormattableString.Invariant($"{number:N0} {(number == 1 ? one : many ?? one + "s")}");
}
