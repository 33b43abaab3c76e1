using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;

namespace PrismaLint.Planning.Changes;

/// <summary>Collects the recommended changes. The sources are listed by hand.</summary>
internal static class PlanChanges
{
    private static readonly Func<PlanContext, IEnumerable<PlanChange>>[] s_sources =
    [
        SchemaChanges.Find,
        TenantIndexes.Find,
        RoleChanges.Find,
        StorageChanges.Find,
        AuditChanges.Find,
        RowSecurityChanges.Find,
        AggregateViews.Find,
    ];

    /// <summary>The changes, by kind, then in the order of their source.</summary>
    public static IReadOnlyList<PlanChange> Find(PlanContext context) =>
        context.IsPostgreSql ? [.. s_sources.SelectMany(source => source(context)).OrderBy(change => change.Kind)] : [];
}
