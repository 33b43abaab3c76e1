using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Migration;

/// <summary>Whether the database is what the schema says, and what the migrations at hand hold.</summary>
internal static class DatabaseState
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Where the migration starts");
        var drift = context.Report.Visible.Where(finding => finding.Id.StartsWith("PL85", StringComparison.Ordinal)).ToArray();
        if (context.Options.Snapshot is null)
        {
            writer.Text((context.UnrelatedDatabase is null ? "" : "The snapshot is of a database without a table of this schema, and was left aside. ") + "No database was looked at: the steps start from what the schema says. A difference, such as an index that somebody built by hand, makes a step fail or needless; a snapshot (`--snapshot`, `--url`) tells.");
        }
        else if (drift.Length == 0)
        {
            writer.Text(context.Report.NotJudged.FirstOrDefault(missing => missing.RuleId.StartsWith("PL85", StringComparison.Ordinal)) is { } gap
                ? $"No difference was found between database and schema, and not all was compared: {gap.Reason} ({gap.RuleId})."
                : "The database is what the schema says: no difference was found.");
        }
        else
        {
            writer.Text(FormattableString.Invariant($"The database differs from the schema in {drift.Length} place{(drift.Length == 1 ? "" : "s")}; these come first, by a migration or by a change of the schema:"));
            writer.List(drift.Take(12).Select(finding => $"{finding.Message} ({finding.Id})"));
            if (drift.Length > 12)
                writer.Text(FormattableString.Invariant($"And {drift.Length - 12} more."));
        }
        var computed = context.Models.SelectMany(model => model.Columns).Where(Models.TypesPart.IsComputed).Select(column => column.DisplayName).ToArray();
        if (computed.Length > 0)
            writer.Text($"A database that Prisma makes anew from the schema does not come up: the defaults of {Models.TemplatePart.Some(computed)} name other columns, which PostgreSQL refuses (0A000). In the baseline they are written as generated columns.");
        Migrations(context, writer);
    }

    // Prisma 7 has given the option another name.
    private static string Baseline(PlanContext context) =>
        $"prisma migrate diff --from-empty {(context.Schema.PrismaVersion == Semantics.PrismaVersion.V6 ? "--to-schema-datamodel" : "--to-schema")} {context.Source.Path} --script";

    private static string BeforeSeven(PlanContext context) =>
        context.Schema.PrismaVersion == Semantics.PrismaVersion.Unknown ? $" ({PlanText.Code("--to-schema-datamodel")} before Prisma 7)" : "";

    // What the schema has no word for, a baseline made from it does not hold.
    private static void HandMade(PlanContext context, SectionWriter writer)
    {
        if (context.Live is not { IsReplayed: false } live)
            return;
        var tables = context.Models.Select(live.Map.TableOf).OfType<DatabaseTable>().ToArray();
        string[] kinds =
        [
            .. Kind("check", tables.SelectMany(table => table.Constraints.Where(constraint => constraint.Kind == DatabaseConstraintKind.Check).Select(constraint => constraint.Name))),
            .. Kind("trigger", tables.SelectMany(table => table.Triggers.Where(trigger => !trigger.IsInternal).Select(trigger => trigger.Name))),
            .. Kind("policy", tables.SelectMany(table => table.Policies.Select(policy => policy.Name))),
            .. Kind("index with a condition or an expression", tables.SelectMany(table => table.Indexes.Where(index => (index.IsPartial || index.HasExpressions) && live.Map.MatchOf(index) is null).Select(index => index.Name))),
        ];
        if (kinds.Length > 0)
            writer.Text($"The database holds what the schema has no word for, and what a baseline made from it lacks until somebody writes it there: {string.Join("; ", kinds)}. {PlanText.Code("pg_dump --schema-only")} has their statements.");

        static IEnumerable<string> Kind(string one, IEnumerable<string> found)
        {
            var names = found.ToArray();
            if (names.Length > 0)
                yield return $"{(names.Length == 1 ? one : one switch { "policy" => "policies", "check" => "checks", "trigger" => "triggers", _ => "indexes with a condition or an expression" })} {PlanFigures.Names(names, 6)}";
        }
    }

    private static void Migrations(PlanContext context, SectionWriter writer)
    {
        if (context.Source.Migrations is not { } history)
        {
            writer.Text($"No folder of migrations stands beside the schema. A database that was made with {PlanText.Code("prisma db push")} or by other means gets a baseline first: {PlanText.Code(Baseline(context))}{BeforeSeven(context)} writes it, {PlanText.Code("prisma migrate resolve --applied")} says that it is there.");
            HandMade(context, writer);
            return;
        }
        writer.Text(FormattableString.Invariant($"{history.Files.Count} migration{(history.Files.Count == 1 ? "" : "s")} stand beside the schema, {history.Files.Count(file => file.IsNew)} of them new."));
        var findings = context.Report.Visible.Where(finding => finding.Id.StartsWith("PL9", StringComparison.Ordinal)).ToArray();
        if (findings.Length == 0)
            return;
        writer.Text("Before they run:");
        writer.List(findings.Take(12).Select(finding => FormattableString.Invariant($"{PlanText.Code($"{finding.Location.Path}:{finding.Location.Start.Line + 1}")}: {finding.Message} ({finding.Id})")));
        if (findings.Length > 12)
            writer.Text(FormattableString.Invariant($"And {findings.Length - 12} more."));
    }
}
