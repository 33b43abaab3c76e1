using System.Collections.Generic;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Database.Server;

/// <summary>Finds servers whose connections are nearly used up.</summary>
public sealed class ConnectionsNearLimitRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8045", "connections-near-limit")
    {
        Title = "Connections that are nearly used up",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Warning,
        Preset = RulePreset.Recommended,
        Rationale = """
            Each process of the application opens a pool of its own, and at `max_connections` the next one is refused ("too many clients already"): with
            it the health check and the person who wants to look. Some connections are kept back for superusers (`superuser_reserved_connections`, from
            16 on `reserved_connections`). Reported from 80 % of the rest on. It is what was seen in one moment: a quiet hour says nothing about a busy one.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id Int @id
                }
                """,
            Clean: """
                model User {
                  id Int @id
                }
                """)
        {
            // A small script opens no fifty sessions.
            Database = null,
        },
    };

    public static readonly RuleOption<int> MinimumPercent = RuleOption.Number("min_percent", "Percent of the connections from which on it is reported.", 80, minimum: 1);

    public override IReadOnlyList<RuleOption> Options => [MinimumPercent];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        const string Check = "connections-near-max";
        if (!SessionEvidence.IsVisible(context, Check) || !context.Has(EvidenceSource.Settings, Check) || ConnectionLimit.Of(context.Snapshot) is not { } limit)
            yield break;
        // The session that looks is one of them.
        var clients = context.Snapshot.FirstRow(EvidenceSource.Activity).Number("clients") - 1;
        if (clients * 100 < limit * context.Get(MinimumPercent))
            yield break;
        yield return context.Report(
            context.PlaceOfDatabase("max_connections"),
            Check,
            $"{Figures.Count(clients)} of {Figures.Count(limit, "connection")} were in use when the snapshot was taken ({Figures.Percent((double)clients / limit)}; `max_connections` less those reserved): "
                + "make the pools smaller, or put a pooler in front") with { Severity = DiagnosticSeverity.Warning, IsOperational = true };
    }
}
