using System.Collections.Generic;

namespace PrismaLint.Planning.Facts.Integrity;

/// <summary>Every check of rows that the schema gives cause for.</summary>
internal static class IntegrityChecks
{
    public static IReadOnlyList<IntegrityCheck> Find(PlanContext context) => context.IsPostgreSql
        ?
        [
            .. OrphanChecks.Find(context),
            .. ValueChecks.Find(context),
            .. DuplicateChecks.Find(context),
            .. SoftDeleteChecks.Find(context),
            .. TenantChecks.Find(context),
            .. PathChecks.Find(context),
            .. PeriodChecks.Find(context),
        ]
        : [];
}
