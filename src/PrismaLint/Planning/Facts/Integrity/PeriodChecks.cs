using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Integrity;

/// <summary>Periods of one parent that overlap.</summary>
internal static class PeriodChecks
{
    public static IEnumerable<IntegrityCheck> Find(PlanContext context)
    {
        foreach (var model in context.Models)
        {
            if (Periods.Of(model).FirstOrDefault(pair => pair is { IsTime: true, IsLifetime: false } && pair.Start.NativeType?.Name is not ("Time" or "Timetz")) is not { } pair || model.PrimaryKey is not { Columns.Count: 1 } id || OwnerOf(context, model) is not { } owner)
                continue;
            var (key, column) = (id.Columns[0].Field, owner.Fields[0]);
            yield return new IntegrityCheck(
                IntegrityGroup.Periods,
                $"Pairs of {PlanText.Code(model.Name)} of one {PlanText.Code(column.Name)} whose {PlanText.Code(pair.Start.Name)} to {PlanText.Code(pair.End.Name)} overlap.",
                $"SELECT {TableSql.Column("a", column)}, {TableSql.Column("a", key)} AS one, {TableSql.Column("b", key)} AS other FROM {context.Sql.Table(model)} AS a\n"
                + $"JOIN {context.Sql.Table(model)} AS b ON {TableSql.Column("b", column)} = {TableSql.Column("a", column)} AND {TableSql.Column("b", key)} > {TableSql.Column("a", key)}\n"
                + $"WHERE {TableSql.Column("a", pair.Start)} < {End("b", pair)} AND {TableSql.Column("b", pair.Start)} < {End("a", pair)};");
        }
    }

    // An open end lasts for ever.
    private static string End(string alias, Period pair) =>
        pair.End.IsOptional ? $"coalesce({TableSql.Column(alias, pair.End)}, 'infinity')" : TableSql.Column(alias, pair.End);

    // The last required key that is no tenant's and not unique: what the period is a period of.
    private static ForeignKeySymbol? OwnerOf(PlanContext context, ModelSymbol model) => model.ForeignKeys.LastOrDefault(key =>
        key.Fields.Count == 1 && key.Fields[0].IsRequired && !key.Fields[0].IsUnique && key.Target != model && !context.Tenants.Tenants.Contains(key.Target) && !Queries.LatestPair.IsAuthor(key));
}
