using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Security;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Planning.Sections.Security;

/// <summary>The eight lines of the security checklist: what nothing shows is not known.</summary>
internal static class SecurityChecklist
{
    public static IEnumerable<ChecklistItem> Create(PlanContext context) =>
    [
        RowSecurity(context),
        Encryption(context),
        LeastPrivilege(context),
        Audits(context),
        Backups(context),
        Injection(context),
        PersonalDataLine(context),
        Compliance(context),
    ];

    private static ChecklistItem RowSecurity(PlanContext context)
    {
        const string Line = "RLS policies for tenant isolation";
        if (!context.IsPostgreSql)
            return Unknown(Line, $"{SecurityText.Provider(context)}: policies of PostgreSQL do not apply.");
        if (context.Tenants.Status == TenantStatus.None)
            return Unknown(Line, $"There are no tenants, by {context.Inputs.PlaceOf("tenancy")}: there is nothing to keep apart.");
        if (Fault(context, "PL8012", "PL8013", "PL8014", "PL8038", "PL8039") is { } fault)
            return new ChecklistItem(Line, ChecklistState.Fail, fault);
        var state = RowSecurityState.Of(context);
        if (state.Source is null)
            return Unknown(Line, "RLS cannot be seen here: a snapshot or the migrations show it.");
        if (context.Tenants.Status != TenantStatus.Told || state.Secured.Count + state.Open.Count == 0)
            return Unknown(Line, $"Who the tenants are is not told (`tenancy.model`){(state.Open.Count > 0 ? $"; of the tables of the proposed ones {SecurityText.Number(state.Open.Count)} of {SecurityText.Number(state.Secured.Count + state.Open.Count)} have no RLS" : "")}.");
        if (state.Open.Count > 0)
            return new ChecklistItem(Line, ChecklistState.Fail, $"By the {state.Source}, {SecurityText.Number(state.Open.Count)} of {SecurityText.Number(state.Secured.Count + state.Open.Count)} tables of tenants have none: {SecurityText.Tables(state.Open, 4)}.");
        if (state.Source != "snapshot")
            return Unknown(Line, $"The migrations turn it on for each of the {SecurityText.Number(state.Secured.Count)} tables of tenants; what the policies let through a snapshot shows.");
        return Gap(context, "PL8012", "PL8013", "PL8014", "PL8038") is { } gap
            ? Unknown(Line, $"Each of the {SecurityText.Number(state.Secured.Count)} tables of tenants has it in the snapshot; whether it holds is not judged: {gap}.")
            : new ChecklistItem(Line, ChecklistState.Pass, $"Each of the {SecurityText.Number(state.Secured.Count)} tables of tenants has it in the snapshot, no policy lets through, and the application's role does not go past them (PL8012, PL8013, PL8014, PL8038).");
    }

    private static ChecklistItem Encryption(PlanContext context)
    {
        const string Line = "Encrypted connections enforced";
        if (Fault(context, "PL6002", "PL8017") is { } fault)
            return new ChecklistItem(Line, ChecklistState.Fail, fault);
        if (context.Inputs.IsTlsRequired == false)
            return new ChecklistItem(Line, ChecklistState.Fail, $"They are not required, by {context.Inputs.PlaceOf("security.tls_required")}.");
        var gap = Gap(context, "PL8017", "PL6002");
        if (gap is null && context.Live is { } live && live.Snapshot.FindSetting("ssl") == "on" && live.Snapshot.Rows(EvidenceSource.HostBasedAuthentication).Any())
            return new ChecklistItem(Line, ChecklistState.Pass, "Settings, `pg_hba.conf` and the URL of the snapshot show no way in without TLS (PL8017).");
        return context.Inputs.IsTlsRequired == true
            ? new ChecklistItem(Line, ChecklistState.Pass, $"They are required, by {context.Inputs.PlaceOf("security.tls_required")}; nothing seen says otherwise.")
            : Unknown(Line, NoEncryptionSeen(context, gap));
    }

    private static string NoEncryptionSeen(PlanContext context, string? gap)
    {
        if (context.Live is not { IsReplayed: false } live)
            return "The URL is not in what was read, or does not decide it; a snapshot, or `security.tls_required` in the inputs, does.";
        return (live.Snapshot.FindSetting("ssl") is { } ssl ? $"The server has {PlanText.Code("ssl = " + ssl)}{(live.Snapshot.FindSetting("listen_addresses") is { Length: > 0 } addresses ? $" and listens on {PlanText.Code(addresses)}" : "")}. " : "")
            + $"Not judged in full: {gap ?? "`ssl` or `pg_hba.conf` is not in the snapshot"}. `security.tls_required` in the inputs answers for the clients.";
    }

    private static ChecklistItem LeastPrivilege(PlanContext context)
    {
        const string Line = "Least privilege access principles";
        if (Fault(context, "PL8016", "PL8040", "PL8041", "PL8013") is { } fault)
            return new ChecklistItem(Line, ChecklistState.Fail, fault);
        var gap = Gap(context, "PL8016", "PL8040", "PL8041");
        if (gap is null && context.Live?.Snapshot.Roles.Count > 0)
            return new ChecklistItem(Line, ChecklistState.Pass, "No role, schema or function of the snapshot has more rights than the rules allow (PL8016, PL8040, PL8041).");
        return Unknown(Line, context.Live is { IsReplayed: false }
            ? $"Not judged in full: {gap ?? "the snapshot holds no roles"}."
            : context.IsPostgreSql
                ? $"Rights are in no Prisma schema: a snapshot shows them. The roles {PlanText.Code(context.AccessRoles.Application)} and {PlanText.Code(context.AccessRoles.ReadOnly)} are proposed above."
                : $"Rights are in no Prisma schema, and those of {SecurityText.Provider(context)} are not looked at.");
    }

    private static ChecklistItem Audits(PlanContext context)
    {
        const string Line = "Regular security audits";
        if (context.Inputs.LastAudit is not { } last)
            return Unknown(Line, "No schema shows it: `security.last_audit` in the inputs says when the last one was.");
        var place = context.Inputs.PlaceOf("security.last_audit");
        if (SecurityText.IsNever(last))
            return new ChecklistItem(Line, ChecklistState.Fail, $"There was none yet, by {place}.");
        if (DayOf(last) is not { } day)
            return Unknown(Line, $"{PlanText.Words(last)}, by {place}, is no date such as 2026-01-15.");
        var seen = context.Live is { IsReplayed: false } live ? live.Snapshot.Server.At.UtcDateTime : (DateTime?)null;
        if (day > seen)
            return Unknown(Line, $"{PlanText.Words(last)}, by {place}, is later than the snapshot.");
        return day.AddYears(1) < seen
            ? new ChecklistItem(Line, ChecklistState.Fail, $"The last one was more than a year before the snapshot: {PlanText.Words(last)}, by {place}.")
            : new ChecklistItem(Line, ChecklistState.Pass, $"The last one: {PlanText.Words(last)}, by {place}. When the next one is due is not told.");
    }

    // A year and a month stand for their last day.
    private static DateTime? DayOf(string text) =>
        DateTime.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : DateTime.TryParseExact(text.Trim(), "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month.AddMonths(1).AddDays(-1)
        : DateTime.TryParseExact(text.Trim(), "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year) ? year.AddYears(1).AddDays(-1)
        : null;


    private static ChecklistItem Backups(PlanContext context)
    {
        const string Line = "Backup encryption enabled";
        return context.Inputs.AreBackupsEncrypted switch
        {
            true when SecurityText.IsNever(context.Inputs.LastRestoreTest) => new ChecklistItem(Line, ChecklistState.Fail, $"Backups are encrypted, by {context.Inputs.PlaceOf("backup.encrypted")}, and no restore was ever tried, by {context.Inputs.PlaceOf("backup.last_restore_test")}: whether they open with the key is not known."),
            true => new ChecklistItem(Line, ChecklistState.Pass, $"Backups are encrypted, by {context.Inputs.PlaceOf("backup.encrypted")}."),
            false => new ChecklistItem(Line, ChecklistState.Fail, $"Backups are not encrypted, by {context.Inputs.PlaceOf("backup.encrypted")}."),
            _ => Unknown(Line, "Neither schema nor server shows it: `backup.encrypted` in the inputs does."),
        };
    }

    private static ChecklistItem Injection(PlanContext context)
    {
        const string Line = "SQL injection prevention";
        return context.Inputs.AreRawQueriesReviewed switch
        {
            true => new ChecklistItem(Line, ChecklistState.Pass, $"Raw queries are built with parameters alone, and that is checked, by {context.Inputs.PlaceOf("security.raw_queries_reviewed")}."),
            false => new ChecklistItem(Line, ChecklistState.Fail, $"Raw queries are not reviewed, by {context.Inputs.PlaceOf("security.raw_queries_reviewed")}."),
            _ => Unknown(Line, "The application's code is not read here: `security.raw_queries_reviewed` in the inputs says whether its raw queries were looked at."),
        };
    }

    private static ChecklistItem PersonalDataLine(PlanContext context)
    {
        const string Line = "PII data identification and protection";
        if (Fault(context, "PL6003") is { } fault)
            return new ChecklistItem(Line, ChecklistState.Fail, fault);
        if (Gap(context, "PL6003") is { } gap)
            return Unknown(Line, $"Not judged: {gap}.");
        var fields = context.PersonalData.All.ToArray();
        if (fields.Length == 0)
            return Unknown(Line, "No field is found by its name; whether there is none nobody but the team knows.");
        var markers = context.Rules.Get(SensitiveFieldUndocumentedRule.Markers).Patterns;
        var marked = fields.Count(field => markers.Any(marker => field.Field.Documentation.Contains(marker, StringComparison.OrdinalIgnoreCase)));
        if (marked < fields.Length)
            return new ChecklistItem(Line, ChecklistState.Fail, $"{SecurityText.Number(fields.Length - marked)} of {PlanFigures.Count(fields.Length, "candidate")} carry no mark in their documentation, such as {PlanText.Code(markers.Count > 0 ? markers[0] : "@pii")}: nobody has confirmed them (PL6005).");
        var open = fields.Count(field => field.IsSensitive && field.Form == SecretForm.Readable);
        return open > 0
            ? Unknown(Line, $"Each of the {PlanFigures.Count(fields.Length, "candidate")} is marked; whether {SecurityText.Number(open)} of them are encrypted before they are stored the schema does not show.")
            : new ChecklistItem(Line, ChecklistState.Pass, $"Each of the {PlanFigures.Count(fields.Length, "candidate")} is marked in its documentation, and no secret is kept readable by its name (PL6005, PL6003).");
    }

    private static ChecklistItem Compliance(PlanContext context) => Unknown("Compliance requirements met", context.Inputs.Compliance.Count == 0
        ? "Which requirements hold is not told (`compliance` in the inputs), and no tool gives the verdict."
        : $"{PlanText.Words(string.Join(", ", context.Inputs.Compliance))}: what they ask of this schema is listed above; no tool gives the verdict.");

    private static ChecklistItem Unknown(string line, string evidence) => new(line, ChecklistState.NotKnown, evidence);

    // The first finding in its own words, and how many more there are.
    private static string? Fault(PlanContext context, params string[] ruleIds)
    {
        var findings = SecurityText.Findings(context, ruleIds).ToArray();
        return findings.Length switch
        {
            0 => null,
            1 => Capital(findings[0]) + ".",
            _ => $"{Capital(findings[0])}, and {PlanFigures.Count(findings.Length - 1, "finding")} more.",
        };
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);

    private static string? Gap(PlanContext context, params string[] ruleIds) => Judgement.Gap(context, context.Observations, ruleIds);
}
