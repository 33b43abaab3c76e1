using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Database;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Testing;

/// <summary>A test that one tenant does not see another's rows.</summary>
internal static class IsolationPart
{
    private const int Shown = 3;

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Tenant isolation");
        if (context.Tenants.Status is TenantStatus.None)
        {
            writer.Text("The inputs say that there are no tenants.");
            return;
        }
        if (context.Tenants.Status == TenantStatus.Unknown)
        {
            writer.Text($"No column of {(context.Models.Count == 1 ? "the model" : $"the {context.Models.Count} models")} looks like a tenant's, and `tenancy` of the inputs is empty: there is nothing to isolate.");
            return;
        }
        var models = context.Models.Where(model => context.Tenants.ScopeOf(model) == TenantScope.Direct && context.Tenants.ColumnOf(model) is not null).ToArray();
        if (models.Length == 0 || !context.IsPostgreSql)
        {
            writer.Text($"No model has the tenant column in a database with row security, so that the application alone keeps tenants apart: its tests read {PlanText.Code(context.Tenants.ColumnName ?? "the tenant")} of two tenants and expect none of the other.");
            return;
        }
        var proposal = context.Tenants.Status == TenantStatus.Proposed ? $" That {PlanText.Code(context.Tenants.ColumnName ?? "")} is the tenant column is a proposal." : "";
        writer.Text($"{Figures.Count(models.Length, "model")} {Figures.Verb(models.Length, "has", "have")} the tenant column. As the application's role, behind the policies of section 6, and with a tenant set for the transaction, each of these counts no row of another tenant; as the owner of the tables, or before the policies are there, it counts the rows of all others.{proposal}");
        writer.Sql(SqlRole.Query, "SELECT set_config('app.tenant_id', $1::text, true);", "First in the transaction: the tenant.");
        foreach (var model in models.Take(Shown))
            writer.Sql(SqlRole.Query, Query(context, model), $"Rows of {PlanText.Code(model.Name)} that the tenant {PlanText.Code("$1")} must not see.");
        if (models.Length > Shown)
            writer.Text($"The same for the other {models.Length - Shown}, from {PlanText.Code(models[Shown].Name)} to {PlanText.Code(models[models.Length - 1].Name)}.");
        if (context.Tenants.ColumnOf(models[0]) is { } column)
            writer.Code("ts", Test(models[0]).Replace("TENANT", column.Name));
    }

    private static string Query(PlanContext context, ModelSymbol model)
    {
        var column = context.Tenants.ColumnOf(model);
        return column is null ? "" : $"SELECT count(*) AS rows_of_others FROM {context.Sql.Table(model)}\nWHERE {TableSql.Column(column)}::text <> $1::text;";
    }

    private static string Test(ModelSymbol model) => $$"""
        test('{{model.Name}}: a tenant sees its own rows', async () => {
          await prisma.$transaction(async (tx) => {
            await tx.$executeRaw`SELECT set_config('app.tenant_id', ${String(tenantA)}, true)`
            const rows = await tx.{{ClientText.Variable(model)}}.findMany({ take: 1000 })
            expect(rows.length).toBeGreaterThan(0)
            expect(rows.every((row) => row.TENANT === tenantA)).toBe(true)
          })
        })
        """.Replace("\r", "");
}
