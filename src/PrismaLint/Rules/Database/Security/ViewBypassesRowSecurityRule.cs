using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Security;

/// <summary>Finds views through which rows come that policies would hold back.</summary>
public sealed class ViewBypassesRowSecurityRule() : LiveRule(Definition)
{
    private const string Check = "view-bypasses-rls";

    public static readonly RuleDescriptor Definition = new("PL8039", "view-bypasses-row-level-security")
    {
        Title = "View that passes row-level security",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Warning,
        Preset = RulePreset.Recommended,
        Rationale = """
            A view reads its tables with the rights of its owner, policies included: if the owner is a superuser, has BYPASSRLS, or owns the table
            without FORCE ROW LEVEL SECURITY, who may read the view sees every row (PostgreSQL manual, CREATE VIEW). From version 15 on
            `WITH (security_invoker = true)` makes it ask as the one who asks; before, no view can, and the tenant's condition must
            stand in the view itself.
            """,
        Example = new RuleExample(
            Flagged: """
                generator client {
                  provider        = "prisma-client-js"
                  previewFeatures = ["views"]
                }

                model Note {
                  id       Int @id
                  tenantId Int
                }

                view RecentNote {
                  id       Int
                  tenantId Int
                }
                """,
            Clean: """
                generator client {
                  provider        = "prisma-client-js"
                  previewFeatures = ["views"]
                }

                model Note {
                  id       Int @id
                  tenantId Int
                }

                view RecentNote {
                  id       Int
                  tenantId Int
                }
                """)
        {
            Database = """
                CREATE TABLE "Note" (id integer PRIMARY KEY, "tenantId" integer NOT NULL);
                ALTER TABLE "Note" ENABLE ROW LEVEL SECURITY;
                CREATE POLICY tenant ON "Note" USING ("tenantId" = (SELECT current_setting('app.tenant_id')::integer));
                CREATE VIEW "RecentNote" AS SELECT id, "tenantId" FROM "Note";
                """,
            Repair = """
                ALTER VIEW "RecentNote" SET (security_invoker = true);
                """,
        },
        WhenNotToUse = """
            A view that is to count or to show over all tenants, and that only the right roles may read. Materialized views are not reported: they have no
            such option, and whoever makes one wants the rows copied. Nor is a view whose owner the policies hold for, one that asks the session itself
            (`current_setting(…)`), or one of tables that everybody may read.
            """,
    };

    private static readonly string[] s_true = ["true", "yes", "on"];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.ViewDependencies, Check) || !context.Has(EvidenceSource.Relations, Check))
            yield break;
        var reads = context.Snapshot.Rows(EvidenceSource.ViewDependencies).GroupBy(row => row.Number("view")).ToDictionary(group => group.Key, group => group.Select(row => row.Number("rel")).ToArray());
        foreach (var view in context.Snapshot.Tables.Where(view => view is { Kind: DatabaseTableKind.View, IsExtensionOwned: false }))
        {
            if (AsksAsInvoker(context, view) || PolicyExpression.Parse(view.ViewDefinition) is { IsAboutSession: true })
                continue;
            var passed = TablesOf(context, view, reads, []).Where(table => table.HasRowSecurity && !PolicyReading.IsReadableByAll(PolicyReading.Of(table)) && Passes(context, view.Owner, table)).Distinct().ToArray();
            if (passed.Length == 0)
                continue;
            var repair = context.Snapshot.Server.Major >= 15
                ? $"`ALTER VIEW {SqlNames.Write(view)} SET (security_invoker = true)`"
                : $"Version {context.Snapshot.Server.Major} has no `security_invoker`: put the condition of the policies into the view, or REVOKE it";
            yield return context.Report(
                context.PlaceOf(view),
                Check,
                $"`{view.QualifiedName}` reads {SqlNames.List([.. passed.Select(table => table.QualifiedName)])} with the rights of its owner `{view.Owner}`, for whom the policies do not hold. {repair}");
        }
    }

    // Tables that are read as the owner: directly, and through views that ask as whoever asks them.
    private static IEnumerable<DatabaseTable> TablesOf(LiveContext context, DatabaseTable view, Dictionary<long, long[]> reads, HashSet<long> seen)
    {
        foreach (var relation in reads.TryGetValue(view.Oid, out var relations) ? relations : [])
        {
            if (!seen.Add(relation) || context.Snapshot.FindTable(relation) is not { } table)
                continue;
            if (table.IsTable)
            {
                yield return table;
            }
            else if (table.Kind == DatabaseTableKind.View && AsksAsInvoker(context, table))
            {
                foreach (var further in TablesOf(context, table, reads, seen))
                    yield return further;
            }
        }
    }

    private static bool AsksAsInvoker(LiveContext context, DatabaseTable view) =>
        context.Snapshot.Server.Major >= 15 && view.FindOption("security_invoker") is { } value && IsTrue(value);

    // What the server takes for true: true, yes, on, 1, and beginnings of them that are no others'.
    private static bool IsTrue(string value) =>
        value == "1" || s_true.Any(word => value.Length > (word == "on" ? 1 : 0) && word.StartsWith(value, StringComparison.OrdinalIgnoreCase));

    private static bool Passes(LiveContext context, string owner, DatabaseTable table)
    {
        var role = context.Snapshot.Roles.FirstOrDefault(candidate => candidate.Name == owner);
        return role is { IsSuperuser: true } or { BypassesRowSecurity: true }
            || (!table.ForcesRowSecurity && (owner == table.Owner || (role is not null && role.RightsOf.Contains(table.Owner))));
    }
}
