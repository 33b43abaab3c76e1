using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Facts;
using PrismaLint.Semantics;
using PrismaLint.Sql;

namespace PrismaLint.Planning.Sections.Performance;

/// <summary>The schema's own names in monitoring queries.</summary>
internal static class MonitoredTables
{
    /// <summary>The database schemas of the models as literals, for <c>IN (…)</c>.</summary>
    public static string SchemaList(PlanContext context) =>
        string.Join(", ", context.Models.Select(model => SchemaOf(context, model)).Distinct().DefaultIfEmpty("public").OrderBy(name => name, System.StringComparer.Ordinal).Select(SqlText.Literal));

    /// <summary>Pairs of schema and table as literals, for <c>(schemaname, relname) IN (…)</c>.</summary>
    public static string Pairs(PlanContext context, IEnumerable<ModelSymbol> models) =>
        string.Join(", ", models.Select(model => $"({SqlText.Literal(SchemaOf(context, model))}, {SqlText.Literal(context.Database.TableOf(model)?.Name ?? model.TableName)})"));

    public static string SchemaOf(PlanContext context, ModelSymbol model) => model.SchemaName ?? context.Live?.Map.DefaultSchema ?? "public";
}
