using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;

namespace PrismaLint.Planning.Sections.Security;

/// <summary>Backups: what was told, and what the server shows.</summary>
internal static class BackupPart
{
    private static readonly string[] s_settings = ["archive_mode", "wal_level", "archive_timeout"];

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Backups");
        var inputs = context.Inputs;
        writer.Table(
            [SectionWriter.Column("Question"), SectionWriter.Column("Answer"), SectionWriter.Column("From")],
            [
                Row("Are backups encrypted?", inputs.AreBackupsEncrypted is { } encrypted ? encrypted ? "yes" : "no" : null, "backup.encrypted"),
                Row("When was a restore tried last?", inputs.LastRestoreTest is { } test ? PlanText.Words(test) : null, "backup.last_restore_test"),
                Row("How much may be lost at most?", inputs.RecoveryPointMinutes is { } point ? PlanFigures.Count((int)point, "minute") + " of writes" : null, "backup.rpo_minutes"),
                Row("How long until the database is back?", inputs.RecoveryTimeMinutes is { } time ? PlanFigures.Count((int)time, "minute") : null, "backup.rto_minutes"),
            ]);
        var items = new List<string>(Live(context));
        items.AddRange(SecurityText.Findings(context, "PL8051", "PL8053"));
        if (inputs.RecoveryPointMinutes is { } minutes && context.IsPostgreSql)
            items.Add(minutes < 24 * 60
                ? $"At most {SecurityText.Number(minutes)} minutes of writes may be lost: a dump each night is not enough, and the write-ahead log has to be archived (`archive_mode = on`, `archive_timeout` at most {SecurityText.Number(minutes * 60)} s) or streamed."
                : $"Up to {SecurityText.Number(minutes)} minutes of writes may be lost: a dump in that interval does.");
        var secrets = context.PersonalData.All.Count(field => field.IsSensitive && field.Form == Rules.Shared.SecretForm.Readable);
        if (secrets > 0 && inputs.AreBackupsEncrypted is not true)
            items.Add($"A backup holds {(secrets == 1 ? "the field that looks" : $"the {SecurityText.Number(secrets)} fields that look")} like readable secrets or sensitive data as {(secrets == 1 ? "it stands" : "they stand")} here: whoever has the file has {(secrets == 1 ? "it" : "them")}.");
        writer.List(items);

        string[] Row(string question, string? answer, string key) => [question, answer ?? "not known", answer is null ? PlanText.Code(key) : inputs.PlaceOf(key)];
    }

    private static IEnumerable<string> Live(PlanContext context)
    {
        if (!context.IsPostgreSql || context.Live is not { IsReplayed: false } live || !live.Snapshot.StateOf(EvidenceSource.Settings).IsUsable)
            yield break;
        var facts = s_settings
            .Select(name => (Name: name, Value: live.Snapshot.FindSetting(name)))
            .Where(fact => fact.Value is not null)
            .Select(fact => PlanText.Code($"{fact.Name} = {fact.Value}"))
            .ToArray();
        if (facts.Length > 0)
            yield return $"The server has {string.Join(", ", facts)}. A managed service makes its backups beside these settings, where a query does not see them.";
    }
}
