using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Sections.Security;

namespace PrismaLint.Planning.Sections;

/// <summary>What stands before the sections: what was read, and which sections are blind for want of what.</summary>
internal static class Preface
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Table([SectionWriter.Column("Read"), SectionWriter.Column("What")], Read(context));
        string[] blind = [.. Blind(context)];
        if (blind.Length > 0)
        {
            writer.Text("Where this plan is blind:");
            writer.List(blind);
        }
        if (!context.IsPostgreSql)
            writer.Text(NotPostgreSql(context));
        Changes(context, writer);
        if (context.Models.Count > 0)
            Checklists(context, writer);
    }

    private static void Checklists(PlanContext context, SectionWriter writer)
    {
        var lists = new[] { (Name: "Performance, section 8", Items: PerformanceChecklist.Of(context)), (Name: "Security, section 6", Items: (IReadOnlyList<ChecklistItem>)[.. SecurityChecklist.Create(context)]) };
        writer.Table(
            [SectionWriter.Column("Checklist"), SectionWriter.Figure("Pass"), SectionWriter.Figure("Fail"), SectionWriter.Figure("Not known"), SectionWriter.Column("Failing")],
            lists.Select(list => new[]
            {
                list.Name, Number(list.Items, ChecklistState.Pass), Number(list.Items, ChecklistState.Fail), Number(list.Items, ChecklistState.NotKnown),
                string.Join("; ", list.Items.Where(item => item.State == ChecklistState.Fail).Select(item => item.Text)),
            }));

        static string Number(IReadOnlyList<ChecklistItem> items, ChecklistState state) => PlanFigures.Count(items.Count(item => item.State == state));
    }

    private static IEnumerable<IReadOnlyList<string>> Read(PlanContext context)
    {
        yield return ["Schema", PlanText.Code(context.Source.Path) + ", " + PlanFigures.Count(context.Schema.Trees.Count, "file") + ", " + PlanFigures.Count(context.Models.Count, "model")];
        yield return ["Database", context.Live is { IsReplayed: false } live ? Snapshot(live.Snapshot) : context.UnrelatedDatabase is { } unrelated ? Unrelated(context, unrelated) : "not read"];
        yield return ["Migrations", Migrations(context)];
        yield return ["Inputs", context.Inputs.Path is { } path ? PlanText.Code(path) : "none"];
        yield return
        [
            "Findings of " + PlanText.Code("prismalint check") + " with the same settings" + (context.UnrelatedDatabase is null ? "" : ", without that snapshot"),
            PlanFigures.Count(context.Report.WarningCount, "warning") + " and " + PlanFigures.Count(context.Report.SuggestionCount, "suggestion")
                + (Frequent(context) is { Length: > 0 } frequent ? ", most of all " + frequent : ""),
        ];
    }

    private static string Frequent(PlanContext context) => string.Join(", ", context.Report.Visible
        .Where(finding => finding.Severity >= DiagnosticSeverity.Warning)
        .GroupBy(finding => finding.Id, StringComparer.Ordinal)
        .OrderByDescending(group => group.Count())
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .Take(3)
        .Select(group => FormattableString.Invariant($"{group.First().Descriptor.Name} ({group.Key}) {group.Count()}")));

    private static string Snapshot(DatabaseSnapshot snapshot)
    {
        var server = snapshot.Server;
        var text = "PostgreSQL " + server.VersionText + ", snapshot of " + server.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC, "
            + PlanFigures.Count(snapshot.Tables.Count(table => table.IsTable), "table") + ", " + PlanFigures.Bytes(server.Size);
        return snapshot.StatisticsDays is { } days ? text + "; its counters cover " + Covered(days) : text;
    }

    private static string Covered(double days) => days switch
    {
        < 1.0 / 24 => "less than an hour",
        < 1.5 => PlanFigures.Count(Math.Round(days * 24)) + (Math.Round(days * 24) == 1 ? " hour" : " hours"),
        _ => FormattableString.Invariant($"{days:0.#} days"),
    };

    private static string Unrelated(PlanContext context, DatabaseSnapshot snapshot)
    {
        var tables = snapshot.Tables.Count(table => table.IsTable);
        return "not used: the snapshot of " + snapshot.Server.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC has " + (context.Models.Count == 1 ? "not the table" : FormattableString.Invariant($"none of the {context.Models.Count:N0} tables")) + " of the schema"
            + (tables == 0 ? ", and no other: the migrations were not applied there" : ", and " + PlanFigures.Count(tables, "other") + ": it is of another database, or the migrations were never applied there") + " (PL8501)";
    }

    private static string Migrations(PlanContext context) => context.Source.Migrations is { Files.Count: > 0 } migrations
        ? PlanFigures.Count(migrations.Files.Count, "migration") + " in " + PlanText.Code(migrations.Folder) + ", the last " + PlanText.Code(migrations.Files[migrations.Files.Count - 1].Name)
        : "none beside the schema";

    private static IEnumerable<string> Blind(PlanContext context)
    {
        if (!context.IsPostgreSql)
            yield break;
        var isLive = context.Live is { IsReplayed: false };
        if (!isLive)
        {
            yield return (context.UnrelatedDatabase is null ? "Without a snapshot of the database (" : "Without a snapshot of this schema's database (") + PlanText.Code("--snapshot") + " or " + PlanText.Code("--url") + "): sizes and rows (sections 1 and 2), what is really run (4), unused indexes, bloat and settings (5), "
                + "roles, rights and existing policies (6), and whether the database is what the schema says (7)." + (context.Rules.History is null ? " Triggers, checks and hand-written indexes stay unseen too." : "");
        }
        else
        {
            foreach (var missing in context.Report.NotJudged.GroupBy(missing => missing.Reason, StringComparer.Ordinal))
                yield return missing.Key.TrimEnd('.') + ": " + PlanFigures.Join([.. missing.Select(one => one.RuleId).Distinct(StringComparer.Ordinal)]) + " could not judge.";
        }
        if (context.Rules.History is null && !isLive)
            yield return "Without migrations beside the schema: triggers, checks and policies that were written by hand (sections 2 and 6).";
        if (context.Inputs.Path is null && context.Inputs == Planning.Inputs.PlanInputs.None)
            yield return "Without inputs (" + PlanText.Code("prismalint plan --init") + " writes the file): growth and targets (section 1), the queries that count (4), pool size and replicas (5), tenants, compliance and retention (6).";
    }

    private static string NotPostgreSql(PlanContext context)
    {
        var name = context.Schema.Connector.DisplayName;
        return context.Schema.Provider == Provider.MongoDb
            ? $"The database is {name}. It has no SQL, no foreign keys and no row-level security: of section 5 index types and vacuum, of section 6 roles in SQL and policies, of section 7 locks and statements do not apply. Collections, references, indexes and personal data are planned as for any other."
            : $"The database is {name}. SQL, index types, storage estimates, policies and locks are written for PostgreSQL and left out here: sections 5, 6 and 7 name what is to be done, and give no statements.";
    }

    private static void Changes(PlanContext context, SectionWriter writer)
    {
        var changes = context.Changes;
        if (changes.Count == 0)
        {
            var own = context.IsPostgreSql ? 0 : context.Recommended.Changes.Count(change => !change.IsClientOnly);
            writer.Text(own == 0 ? "The plan recommends no change of the database." : $"The fixes of findings change the database in {PlanFigures.Count(own, "place")}; section 7 says how, in words.");
            return;
        }
        writer.Text(FormattableString.Invariant($"The plan recommends {PlanFigures.Count(changes.Count, "change")}; section 7 has their steps."));
        writer.Table(
            [SectionWriter.Column("Kind"), SectionWriter.Figure("Changes"), SectionWriter.Figure("Under a condition"), SectionWriter.Column("Of")],
            changes.GroupBy(change => change.Kind).OrderBy(group => group.Key).Select(group => new[]
            {
                Words(group.Key),
                PlanFigures.Count(group.Count()),
                PlanFigures.Count(group.Count(change => change.Condition is not null)),
                PlanFigures.Names(group.Select(change => change.Subject).Distinct(StringComparer.Ordinal), 8),
            }));
    }

    private static string Words(PlanChangeKind kind) => kind switch
    {
        PlanChangeKind.Role => "Roles and rights",
        PlanChangeKind.Index => "New indexes",
        PlanChangeKind.Unique => "New unique constraints",
        PlanChangeKind.Column => "Columns",
        PlanChangeKind.Constraint => "Foreign keys and checks",
        PlanChangeKind.Storage => "Storage parameters",
        PlanChangeKind.Audit => "Audit triggers",
        PlanChangeKind.RowSecurity => "Row-level security",
        PlanChangeKind.MaterializedView => "Materialised views",
        PlanChangeKind.IndexRemoval => "Indexes that go",
        PlanChangeKind.Client => "The client alone",
        _ => "Others",
    };
}
