using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Inputs;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Overview;

/// <summary>Where what was told contradicts the schema, or itself.</summary>
internal static class DisagreementPart
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        string[] lines = [.. Rows(context), .. Rates(context.Inputs), .. Replicas(context), .. Tenants(context)];
        if (lines.Length == 0)
            return;
        writer.Heading("Where answers disagree");
        writer.Text("The plan follows each of them as it was told; one side of each has to give way.");
        writer.List(lines);
    }

    private static IEnumerable<string> Rows(PlanContext context)
    {
        foreach (var key in context.Models.SelectMany(model => model.ForeignKeys).Where(key => key.IsOneToOne && key.Fields.All(field => !field.IsOptional)))
        {
            if (context.Inputs.Volumes.ContainsKey(key.Model.Name) && context.Volumes.Of(key.Model).Rows is { } rows && context.Volumes.Of(key.Target).Rows is { } parents && rows > parents)
                yield return $"{PlanText.Code(key.Model.Name)} has {PlanFigures.Count(rows)} rows ({context.Inputs.PlaceOf("models." + key.Model.Name)}) and {PlanText.Code(key.Target.Name)} {PlanFigures.Count(parents)}, but {PlanText.Code(key.FieldList)} is unique and required: a row of {PlanText.Code(key.Target.Name)} has one of {PlanText.Code(key.Model.Name)} at most";
        }
        foreach (var model in context.Models)
        {
            if (model.PrimaryKey is { Columns.Count: 1 } key && LastOf(context, model, key.Columns[0].Field) is { } last && Horizon(context, model) is { } rows && rows > last)
                yield return FormattableString.Invariant($"{PlanText.Code(model.Name)} has {PlanFigures.Count(rows)} rows in {context.Inputs.HorizonMonths} months, and {PlanText.Code(key.Columns[0].Field.DisplayName)} ends at {last:#,0}");
        }
    }

    private static double? Horizon(PlanContext context, ModelSymbol model) => context.Volumes.Of(model) is var volume ? volume.After(context.Inputs.HorizonMonths) ?? volume.Rows : null;

    // The last value of a number that counts up; BIGINT lasts longer than any table.
    private static double? LastOf(PlanContext context, ModelSymbol model, FieldSymbol field) => !context.Schema.Connector.IsSql || field.Scalar != ScalarType.Int ? null
        : context.Database.TableOf(model)?.Columns.Find(column => column.Field == field)?.Type.Sql.StartsWith("SMALLINT", StringComparison.OrdinalIgnoreCase) == true ? short.MaxValue
        : int.MaxValue;

    private static IEnumerable<string> Rates(PlanInputs inputs)
    {
        var told = inputs.HotQueries.Sum(query => query.PerSecond ?? 0);
        if (inputs.PeakQueriesPerSecond is { } peak && told > peak)
            yield return $"The queries of {inputs.PlaceOf("hot_queries")} run {PlanFigures.Count(told)} times a second together, and all queries {PlanFigures.Count(peak)} times at the peak ({inputs.PlaceOf("traffic.peak_queries_per_second")})";
    }

    private static IEnumerable<string> Replicas(PlanContext context)
    {
        var inputs = context.Inputs;
        if (inputs.Replicas is not > 0)
            yield break;
        var replicas = $"{PlanFigures.Count(inputs.Replicas.Value, "read replica")} ({inputs.PlaceOf("capacity.replicas")})";
        if (inputs.StalenessSeconds == 0)
            yield return $"{replicas}, and no read may be stale ({inputs.PlaceOf("consistency.staleness_seconds")}): a replica answers with what has arrived there";
        if (context.IsPostgreSql && inputs.Isolation == "serializable")
            yield return $"{replicas}, and transactions run at {PlanText.Code("serializable")} ({inputs.PlaceOf("consistency.isolation")}): a standby refuses that level, and reads there have {PlanText.Code("repeatable read")} at most";
    }

    private static IEnumerable<string> Tenants(PlanContext context)
    {
        var inputs = context.Inputs;
        if (inputs.HasNoTenants && TenantProposal.Find(context.Rules) is { } proposal && proposal.Tenants.Count > 0)
        {
            var direct = context.Models.Count(model => proposal.ScopeOf(model) == TenantScope.Direct);
            yield return $"There are no tenants ({inputs.PlaceOf("tenancy")}), and {PlanFigures.Count(direct, "model")} of {PlanFigures.Count(context.Models.Count)} hold a key of {PlanText.CodeList(proposal.Tenants.Select(model => model.Name))}, which looks like one: nothing in this plan keeps their rows apart";
        }
        if (context.Tenants.Tenant is not { } tenant)
            yield break;
        string[] shared = [.. context.Models.Where(model => inputs.SharedModels.Contains(model.Name) && model.ForeignKeys.Any(key => key.Target == tenant && key.Fields.All(field => !field.IsOptional))).Select(model => model.Name)];
        if (shared.Length > 0)
            yield return $"All tenants share {PlanFigures.Names(shared)} ({inputs.PlaceOf("tenancy.shared")}), and each of its rows has to name one of {PlanText.Code(tenant.Name)}";
    }
}
