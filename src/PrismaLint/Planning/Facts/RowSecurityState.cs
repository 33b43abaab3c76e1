using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Migrations.Diff;

namespace PrismaLint.Planning.Facts;

/// <summary>What is seen of row-level security.</summary>
/// <param name="Source">Where it is seen: <c>snapshot</c>, <c>migrations</c>; <see langword="null"/>: nowhere.</param>
/// <param name="Secured">The tables of tenants that have it.</param>
/// <param name="Open">The tables of tenants that do not.</param>
internal sealed record RowSecurityState(string? Source, IReadOnlyList<ExpectedTable> Secured, IReadOnlyList<ExpectedTable> Open)
{
    public static RowSecurityState Of(PlanContext context)
    {
        if (context.Rules.Evidence is not { } evidence || !evidence.Snapshot.StateOf(EvidenceSource.Relations).IsUsable)
            return new RowSecurityState(null, [], []);
        var tables = context.TenantPolicies.All.Select(policy => policy.Table).ToLookup(table => Find(evidence, table)?.HasRowSecurity == true);
        return new RowSecurityState(evidence.IsReplayed ? "migrations" : "snapshot", [.. tables[true]], [.. tables[false]]);
    }

    private static DatabaseTable? Find(Rules.LiveEvidence evidence, ExpectedTable table) =>
        table.Model is { } model ? evidence.Map.TableOf(model)
        : table.Relation is { } relation ? evidence.Map.JoinTableOf(relation)
        : null;
}
