using System;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Security;

/// <summary>Which models belong to tenants, and how.</summary>
internal static class TenancyPart
{
    private const int FewestRepeated = 3;

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Tenants");
        var tenants = context.Tenants;
        if (tenants.SchemasWithSameTables.Count > 1)
            writer.Text($"The database schemas {PlanFigures.Names(tenants.SchemasWithSameTables)} hold tables of the same names: a schema for each tenant, or a copy. Which of them a query reads is a matter of the connection's `search_path`, and each migration runs once for each.");
        WriteDeclared(context, writer);
        switch (tenants.Status)
        {
            case TenantStatus.None:
                writer.Text($"There are none: {context.Inputs.PlaceOf("tenancy")} says so.");
                return;
            case TenantStatus.Unknown:
                writer.Text($"No tenant is proposed: {Nearest(context)}. `tenancy.model` in the inputs names it, or `tenancy: none` says that there is none; with it this section maps the models to tenants and writes the policies.");
                return;
        }
        WriteBasis(context, writer);
        if (!tenants.HasTenants)
            return;
        WriteMap(context, writer);
        WriteGaps(context, writer);
    }

    private static string Nearest(PlanContext context)
    {
        if (TenantProposal.FindNearest(context.Rules) is var (tenancy, reach) && tenancy.Tenants.FirstOrDefault() is { } model)
            return $"{PlanText.Code(model.Name)} is named for one, and {reach} of {context.Models.Count} models hold its key or lead to it over required ones, which is too few to propose it";
        return context.Models.Count == 1 ? "the one model is not named for one" : $"of {context.Models.Count} models none is named for one and leads to most others";
    }

    // Models of the same tables in several schemas: the client has them once for each.
    private static void WriteDeclared(PlanContext context, SectionWriter writer)
    {
        var repeated = context.Models.Where(model => model.SchemaName is not null).GroupBy(model => model.TableName, StringComparer.Ordinal)
            .Where(group => group.Select(model => model.SchemaName).Distinct(StringComparer.Ordinal).Count() > 1).ToArray();
        if (repeated.Length < FewestRepeated)
            return;
        var schemas = repeated.SelectMany(group => group.Select(model => model.SchemaName)).OfType<string>().Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal);
        writer.Text($"`@@schema` puts tables of the same names ({PlanFigures.Names(repeated.Select(group => group.Key), 4)}) into {PlanFigures.Names(schemas)}: a schema for each tenant, or copies. The client has models of its own for each, and a query over several of them names each; a new one takes new models, a new client and a migration.");
    }

    private static void WriteBasis(PlanContext context, SectionWriter writer)
    {
        var tenants = context.Tenants;
        var direct = tenants.Of(TenantScope.Direct).Count();
        var via = tenants.Of(TenantScope.ViaParent).Count();
        var names = PlanText.CodeList(tenants.Tenants.Select(model => model.Name));
        if (tenants.Tenants.Count == 0)
        {
            writer.Text($"The tenant column is {PlanText.Code(tenants.ColumnName ?? "")}, in {PlanFigures.Count(direct, "model")}, and refers to no model: `tenancy.model` in the inputs names the tenants.");
            return;
        }
        var column = tenants.ColumnName is { } name
            ? $", {SecurityText.Number(tenants.Of(TenantScope.Direct).Count(model => tenants.ColumnOf(model)?.Name == name))} of them by {PlanText.Code(name)},"
            : "";
        writer.Text(tenants.Status == TenantStatus.Proposed
            ? $"Proposal, to be confirmed by `tenancy.model` in the inputs: the tenants are the rows of {names}. {PlanFigures.Count(direct, "model")} {(direct == 1 ? "holds" : "hold")} its key{column} and {SecurityText.Number(via)} more {(via == 1 ? "reaches" : "reach")} it over required relations. All that follows about tenants rests on that."
            : $"The tenants are the rows of {names}, as told. {PlanFigures.Count(direct, "model")} {(direct == 1 ? "holds" : "hold")} its key{column} and {SecurityText.Number(via)} more {(via == 1 ? "reaches" : "reach")} it over required relations.");
    }

    private static void WriteMap(PlanContext context, SectionWriter writer)
    {
        var tenants = context.Tenants;
        var direct = tenants.Of(TenantScope.Direct).ToArray();
        var via = tenants.Of(TenantScope.ViaParent).ToArray();
        var none = tenants.Of(TenantScope.None).ToArray();
        var shared = tenants.Of(TenantScope.Global).ToArray();
        writer.Table(
            [SectionWriter.Column("A row belongs to a tenant"), SectionWriter.Figure("Models"), SectionWriter.Column("Which")],
            new[]
            {
                ("it is one", tenants.Of(TenantScope.Tenant).ToArray()),
                ("by a column of its own", direct),
                ("by required foreign keys", via),
                ("not at all: shared, as told", shared),
                ("not at all, by the schema", none),
            }
            .Where(row => row.Item2.Length > 0)
            .Select(row => new[] { row.Item1, SecurityText.Number(row.Item2.Length), PlanFigures.Names(row.Item2) }));
        writer.Details($"The column or the way of each of the {PlanFigures.Count(direct.Length + via.Length, "model")}", inner => inner.Table(
            [SectionWriter.Column("Model"), SectionWriter.Column("Belongs to its tenant by"), SectionWriter.Figure("Foreign keys")],
            direct.Select(model => new[] { PlanText.Code(model.Name), PlanText.Code(tenants.ColumnOf(model)?.Name ?? ""), "" })
                .Concat(via.Select(model => new[] { PlanText.Code(model.Name), SecurityText.Path(tenants.PathOf(model)), SecurityText.Number(tenants.PathOf(model).Count) }))));
        if (none.Length > 0)
            writer.Text($"{PlanFigures.Count(none.Length, "model")} {(none.Length == 1 ? "leads" : "lead")} to no tenant{Rule(context, "PL5017")}: {PlanFigures.Names(none, 20)}. Each is either shared by all, which `tenancy.shared` in the inputs tells, or lacks a column.");
    }

    private static void WriteGaps(PlanContext context, SectionWriter writer)
    {
        var tenants = context.Tenants;
        var others = tenants.Of(TenantScope.Direct).Select(tenants.ColumnOf).OfType<FieldSymbol>().Where(column => Words.Squash(column.Name) != Words.Squash(tenants.ColumnName ?? "")).ToArray();
        if (others.Length > 0)
            writer.Text($"{PlanFigures.Names(others.Select(column => column.DisplayName))} {(others.Length == 1 ? "refers" : "refer")} to the tenants under another name: confirm that {(others.Length == 1 ? "it says" : "they say")} whose a row is, and not who made it.");
        var nullable = tenants.NullableColumns.ToArray();
        if (nullable.Length > 0)
            writer.Text($"The tenant may be empty in {PlanFigures.Names(nullable.Select(column => column.DisplayName))}: with policies on, a row without a tenant is visible to nobody.");
        if (context.Observed("PL5018").Any())
        {
            writer.List(SecurityText.Findings(context, "PL5018"));
            return;
        }
        var uniques = tenants.Of(TenantScope.Direct)
            .SelectMany(model => model.Indexes)
            .Where(index => index.Kind == IndexKind.Unique && HoldsAcrossTenants(tenants, index))
            .ToArray();
        if (uniques.Length > 0)
            writer.Text($"{PlanFigures.Count(uniques.Length, "unique constraint")} of models with a tenant column {(uniques.Length == 1 ? "holds" : "hold")} across tenants: {PlanFigures.Names(uniques.Select(index => $"{index.Model.Name} ({string.Join(", ", index.Fields.Select(field => field.Name))})"), 8)}. The second tenant cannot take a value that the first has, and learns that somebody has it.");
        var keys = tenants.Of(TenantScope.Direct)
            .SelectMany(model => model.ForeignKeys)
            .Where(key => tenants.ScopeOf(key.Target) == TenantScope.Direct && !key.Fields.Contains(tenants.ColumnOf(key.Model)))
            .ToArray();
        if (keys.Length > 0)
            writer.Text($"{PlanFigures.Count(keys.Length, "foreign key")} between models that both have a tenant column {(keys.Length == 1 ? "leaves" : "leave")} it out, such as {PlanText.Code(keys[0].DisplayName)}: a row of one tenant may refer to a row of another, and row-level security does not stop that, since the server checks foreign keys past it.");
    }

    private static bool HoldsAcrossTenants(TenantFacts tenants, IndexSymbol index) =>
        !index.Fields.Contains(tenants.ColumnOf(index.Model))
        && !index.Fields.Any(field => field.Default?.IsGeneratedIdentifier == true || field.IsId)
        && !index.Model.ForeignKeys.Any(key => tenants.ScopeOf(key.Target) is TenantScope.Direct or TenantScope.ViaParent or TenantScope.Tenant && key.Fields.Any(index.Fields.Contains));

    private static string Rule(PlanContext context, string id) => context.Observed(id).Any() ? $" ({id})" : "";
}
