using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Security;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Security;

/// <summary>Finds databases with sensitive data in which nothing shows who changed it.</summary>
public sealed class MissingAuditEvidenceRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8044", "missing-audit-evidence")
    {
        Title = "Sensitive data without a trail of who changed it",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            Where data about people, money or health lies, somebody will ask who read or changed it, and then it is too late to begin. The rule looks for evidence
            only: pgaudit, `log_statement`, an audit or history table, triggers so named. What the application writes elsewhere it cannot see.

            Sensitive are models with a mark in their documentation (`@pii`, `@secret`, `@encrypted`, `@sensitive`: the option of PL6005), and fields named for a person's identity, for
            money or for health. The finding is one for the database.
            """,
        Example = new RuleExample(
            Flagged: """
                model Patient {
                  id        Int    @id
                  diagnosis String
                }
                """,
            Clean: """
                model Patient {
                  id        Int    @id
                  diagnosis String
                }
                """)
        {
            Database = """
                CREATE TABLE "Patient" (id integer PRIMARY KEY, diagnosis text NOT NULL);
                """,
            Repair = """
                CREATE TABLE audit_log (at timestamptz NOT NULL DEFAULT now(), what jsonb NOT NULL);
                """,
        },
        WhenNotToUse = "The application keeps the trail itself, outside of the database.",
    };

    private static readonly HashSet<string> s_trails = new(StringComparer.Ordinal)
    {
        "audit", "audits", "audited", "auditing", "auditlog", "history", "histories", "changelog", "changelogs", "journal", "revision", "revisions", "logged",
    };

    public override IReadOnlyList<RuleOption> Options => [SensitiveFieldUndocumentedRule.Markers];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        var models = context.Tables.Where(pair => pair.Table.IsTable && IsSensitive(pair.Model, context.Get(SensitiveFieldUndocumentedRule.Markers).Patterns)).Select(pair => pair.Model).ToArray();
        if (models.Length == 0 || !context.Has(EvidenceSource.Settings, "audit-evidence") || !context.Has(EvidenceSource.Triggers, "audit-evidence") || !context.Has(EvidenceSource.Relations, "audit-evidence"))
            yield break;
        if (HasTrail(context))
            yield break;
        var found = context.Report(
            context.PlaceOfDatabase("audit"),
            "audit-evidence",
            $"{SqlNames.List([.. models.Select(model => model.Name)])} hold sensitive data, and nothing in the database shows who changes it: no pgaudit, no audit table or trigger{(context.Snapshot.FindSetting("log_connections") is "off" or "" ? ", and `log_connections` is off" : "")}") with
        {
            IsOperational = true,
        };
        yield return models.Aggregate(found, (diagnostic, model) => diagnostic.WithRelated(model.Location, $"`{model.Name}` holds sensitive data"));
    }

    private static bool HasTrail(LiveContext context)
    {
        var snapshot = context.Snapshot;
        return snapshot.Extensions.Any(extension => extension.Name is "pgaudit" or "supa_audit" or "temporal_tables" or "periods")
            || (snapshot.FindSetting("shared_preload_libraries") ?? "").Contains("pgaudit", StringComparison.Ordinal)
            || snapshot.FindSetting("log_statement") is "mod" or "all"
            || snapshot.Tables.Any(table => Tells(table.Name) || Tells(table.Schema) || table.Triggers.Any(trigger => trigger is { IsInternal: false, IsDisabled: false } && Tells(trigger.Name)));
    }

    // audit_log, activity_logs, note_history; login is none of it.
    private static bool Tells(string name) => Words.Split(name) is var words
        && (words.Any(s_trails.Contains) || (words.Count > 1 && words[words.Count - 1] is "log" or "logs" && words.Any(word => word is "activity" or "access" or "change" or "event" or "security" or "row")));

    private static bool IsSensitive(ModelSymbol model, IReadOnlyList<string> markers) =>
        IsMarked(model.Documentation, markers) || model.Columns.Any(field => IsMarked(field.Documentation, markers) || SensitiveNames.KindOf(field.Name) is SensitiveKind.Identity or SensitiveKind.Financial or SensitiveKind.Health);

    private static bool IsMarked(string documentation, IReadOnlyList<string> markers) => markers.Any(marker => documentation.Contains(marker, StringComparison.OrdinalIgnoreCase));
}
