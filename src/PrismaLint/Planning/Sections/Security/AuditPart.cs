using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Planning.Changes;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;

namespace PrismaLint.Planning.Sections.Security;

/// <summary>What is worth a record of its changes, and how it is made.</summary>
internal static class AuditPart
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Audit trail");
        var scope = context.AuditScope;
        if (scope.Trails.Count > 0)
            writer.Text($"{PlanFigures.Names(scope.Trails)} {(scope.Trails.Count == 1 ? "is a record" : "are records")} of changes already, by name: {(scope.Trails.Count == 1 ? "it gets" : "they get")} no trigger and stay{(scope.Trails.Count == 1 ? "s" : "")} as {(scope.Trails.Count == 1 ? "it is" : "they are")}.");
        writer.List(SecurityText.Findings(context, "PL5007", "PL5008", "PL5009", "PL5010", "PL8044").Take(12));
        if (scope.Models.Count == 0)
        {
            writer.Text("No model is named for money, rights, secrets, people or results: none gets a record of its changes.");
            return;
        }
        var silent = scope.Models.Where(model => model.TellsNothing).ToArray();
        var anonymous = scope.Models.Count(model => model.Author is null);
        writer.Text($"{PlanFigures.Count(scope.Models.Count, "model")} {(scope.Models.Count == 1 ? "holds" : "hold")} what somebody will have to answer for, by names and fields. Nothing says who changed a row in {SecurityText.Number(anonymous)} of them, and neither who nor when in {SecurityText.Number(silent.Length)}. What must be traceable, and for how long, nobody can read off a schema: strike out what need not be.");
        writer.Table(
            [SectionWriter.Column("Model"), SectionWriter.Column("Holds"), SectionWriter.Column("Created"), SectionWriter.Column("Changed last"), SectionWriter.Column("By whom")],
            scope.Models.Select(model => new[]
            {
                PlanText.Code(model.Model.Name),
                string.Join(", ", model.Reasons.Select(AuditScope.Describe)),
                Field(model.Created?.Name),
                Field(model.Changed?.Name),
                Field(model.Author?.Name),
            }));
        writer.List(scope.Models.SelectMany(model => model.Reasons.Select(reason => (Reason: reason, Model: model))).GroupBy(pair => pair.Reason, pair => pair.Model).OrderBy(group => group.Key).Select(group => OfReason(group.Key, [.. group])).OfType<string>());
        if (context.IsPostgreSql)
            WriteTriggers(context, writer);
        WriteAccessLog(context, writer);
    }

    // What a row of its kind cannot tell by itself.
    private static string? OfReason(AuditReason reason, IReadOnlyList<AuditedModel> models)
    {
        string[] silent = [.. models.Where(model => model.TellsNothing).Select(model => model.Model.Name)];
        if (silent.Length == 0)
            return null;
        var effect = reason switch
        {
            AuditReason.Results => "a result that is corrected leaves the old one nowhere",
            AuditReason.Money => "an amount that is changed leaves the old one nowhere",
            AuditReason.Rights => "who had which right on a day of the past cannot be said",
            AuditReason.Secrets => "when a secret was replaced last cannot be said",
            _ => "when a person's data were changed cannot be said",
        };
        return $"{AuditScope.Describe(reason)}: {SecurityText.Number(silent.Length)} of {PlanFigures.Count(models.Count, "model")}, {PlanFigures.Names(silent, 14)}, have no column for when a row was changed last, or by whom: {effect}.";
    }

    private static string Field(string? name) => name is null ? "–" : PlanText.Code(name);

    private static void WriteTriggers(PlanContext context, SectionWriter writer)
    {
        var changes = context.Changes.Where(change => change.Kind == PlanChangeKind.Audit).ToArray();
        if (changes.Length == 0)
        {
            writer.Text("Each of these tables has a trigger for a record already.");
            return;
        }
        var log = PlanText.Code(context.AuditScope.Schema + ".log");
        var retention = context.Inputs.RetentionMonths is { } months
            ? $"{SecurityText.Number(months)} months, by {context.Inputs.PlaceOf("retention_months")}"
            : "unknown (`retention_months` in the inputs says it): until then it grows without end";
        writer.Text($"One table, {log}, takes the changes of all: who (`{AuditChanges.ActorSetting}`, which the application sets as it sets the tenant; else nothing but the login), when, the row's key, and old and new values of the columns that changed. Each write of these tables writes one more row. "
            + $"The function runs as its owner with a fixed `search_path`, so that the application needs no right to {log} and cannot change what is there; whoever audits gets SELECT alone. How long rows are kept: {retention}.");
        if (context.Inputs.RetentionMonths is { } kept)
            writer.Text($"A job of the owner removes what is older: `DELETE FROM {context.AuditScope.Schema}.log WHERE at < now() - interval '{SecurityText.Number(kept)} months'`.");
        writer.Details($"SQL: {log} and {PlanFigures.Count(changes.Length - 1, "trigger")}", inner => SecurityText.WriteSql(inner, changes));
    }

    private static void WriteAccessLog(PlanContext context, SectionWriter writer)
    {
        const string Reads = "Triggers see writes. Who read what is in no table: pgaudit, or `log_statement`, writes it to the server's log.";
        if (!context.IsPostgreSql)
            return;
        if (context.Live is not { IsReplayed: false } live || !live.Snapshot.StateOf(EvidenceSource.Settings).IsUsable)
        {
            writer.Text(Reads + " Whether either is on, a snapshot shows.");
            return;
        }
        var hasAudit = live.Snapshot.Extensions.Any(extension => extension.Name == "pgaudit") || live.Snapshot.FindSetting("shared_preload_libraries")?.Contains("pgaudit") == true;
        writer.Text($"{Reads} pgaudit is {(hasAudit ? "there" : "not there")}; `log_statement` is {PlanText.Code(live.Snapshot.FindSetting("log_statement") ?? "unknown")}.");
    }
}
