using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Facts.Queries;
using PrismaLint.Rules.Database;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.QueryPatterns;

/// <summary>Keyset pagination, and lists without a bound.</summary>
internal static class PaginationPart
{
    private const int Snippets = 2;
    private const int Page = 50;
    private const int Large = 100_000;

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Pagination and bounds");
        var lists = context.Models.Select(model => ShapeOf(context, model)).OfType<QueryShape>().ToArray();
        if (lists.Length == 0)
        {
            writer.Text($"{PlanFigures.NoneOf(context.Models.Count, "model")} has a required moment that rows follow: a list is paged by its id alone, which the primary key serves.");
        }
        else
        {
            var services = lists.Select(shape => (Shape: shape, Service: QueryIndexes.ServiceOf(shape))).ToArray();
            var told = LatestPair.Find(context).GroupBy(pair => pair.Model).ToDictionary(group => group.Key, group => group.Max(pair => pair.Weight));
            var served = services.Count(list => list.Service.IsServed);
            writer.Text(FormattableString.Invariant($"{Figures.Count(lists.Length, "model")} {Figures.Verb(lists.Length, "has", "have")} a moment by which people page through them. Moments repeat, so the key is part of the order: `OFFSET` reads and throws away what came before, and a moment alone skips rows that share it. For {served} of them an index gives this order; {lists.Length - served} {Figures.Verb(lists.Length - served, "sorts what it reads", "sort what they read")}. Those indexes are no recommendations: section 7 adds the ones that a told query or a finding asks for."));
            foreach (var (shape, service) in services.OrderByDescending(list => Weigh(context, list.Shape) + (told.TryGetValue(list.Shape.Model, out var weight) ? weight * 100 : 0)).Take(Snippets))
                Write(context, writer, shape, service);
            writer.Details(FormattableString.Invariant($"All {lists.Length}, with the index that serves the page"), details => details.Table(
                [SectionWriter.Column("Model"), SectionWriter.Column("Page of"), SectionWriter.Column("Order"), SectionWriter.Column("Index")],
                services.Select(list => new[]
                {
                    PlanText.Code(list.Shape.Model.Name),
                    list.Shape.Equal.Count == 0 ? "all rows" : "one " + PlanText.CodeList(list.Shape.Equal.Select(field => field.Name)),
                    PlanText.CodeList(list.Shape.OrderBy.Select(order => order.Field.Name)),
                    Index(list.Shape, list.Service),
                })));
        }
        var optional = context.Models.Where(model => MomentFields.Of(model) is null).Select(MomentFields.OptionalOf).OfType<FieldSymbol>().ToArray();
        if (optional.Length > 0)
            writer.Text($"{PlanFigures.Names(optional.Select(field => field.DisplayName))} {Figures.Verb(optional.Length, "has", "have")} a default and may be empty all the same: a row without the moment has no place in the order, and a page that compares with it leaves the row out. Required, {Figures.Verb(optional.Length, "it orders", "they order")} every row.");
        Bounds(context, writer);
    }

    // Of one tenant's rows, else of all.
    private static QueryShape? ShapeOf(PlanContext context, ModelSymbol model)
    {
        if (MomentFields.Of(model) is not { } moment || model.PrimaryKey is null)
            return null;
        var tenant = context.Tenants.ColumnOf(model);
        // One row a tenant is no list.
        if (tenant is { IsUnique: true })
            return null;
        var keys = model.ForeignKeys.Where(key => key.Fields.Count == 1 && key.Fields[0].IsRequired && !key.IsOneToOne && !LatestPair.IsAuthor(key)).ToArray();
        var parent = tenant is null && keys.Length == 1 ? keys[0].Fields[0] : null;
        if (parent is { IsUnique: true })
            return null;
        return QueryShape.Latest(model, tenant is not null ? [tenant] : parent is not null ? [parent] : [], moment);
    }

    private static double Weigh(PlanContext context, QueryShape shape) =>
        (context.Volumes.Of(shape.Model).Rows ?? 0) * 1000 + (shape.Equal.Count > 0 ? 100 : 0) + shape.Model.ForeignKeys.Count * 2 + shape.Model.ReferencingKeys.Count;

    private static string Index(QueryShape shape, QueryService service) => service.IsServed && service.Index is { } index
        ? PlanText.Code(ClientText.Quote(index))
         : $"none; {PlanText.Code(QueryIndexes.Declaration(QueryIndexes.Wanted(shape)))} would";

    private static void Write(PlanContext context, SectionWriter writer, QueryShape shape, QueryService service)
    {
        var key = shape.OrderBy.Skip(1).Select(order => order.Field).ToArray();
        writer.Heading($"Pages of {PlanText.Code(shape.Model.Name)}");
        writer.Text(service.IsServed
            ? $"{PlanText.Code(service.Index is { } serving ? ClientText.Quote(serving) : "")} gives this order."
            : $"No index gives this order{(service.Index is { } found ? $"; {PlanText.Code(ClientText.Quote(found))} finds the rows, and each page sorts them all" : ", and each page reads the table")}. {PlanText.Code(QueryIndexes.Declaration(QueryIndexes.Wanted(shape)))} does; it is worth its writes where the list is long.");
        writer.Code("ts", $$"""
            await {{ClientText.Delegate(shape.Model)}}.findMany({
            {{(shape.Equal.Count == 0 ? "" : $"  where: {{ {ClientText.Names(shape.Equal)} }},\n")}}  orderBy: {{HotQueriesPart.Orders(shape.OrderBy)}},
              cursor: { {{(ClientText.Selectors(shape.Model).FirstOrDefault() is { } selector ? ClientText.Selector(selector) : "id")}} }, // of the last row shown
              skip: 1,
              take: {{Page}},
            })
            """.Replace("\r", ""));
        if (!context.IsPostgreSql)
            return;
        var number = 0;
        var conditions = shape.Equal.Select(field => $"{TableSql.Column(field)} = {context.Sql.Parameter(++number, field)}").ToList();
        FieldSymbol[] order = [shape.OrderBy[0].Field, .. key];
        conditions.Add($"({TableSql.Columns(order)}) < ({string.Join(", ", order.Select(field => context.Sql.Parameter(++number, field)))})");
        writer.Sql(SqlRole.Query, FormattableString.Invariant($"SELECT * FROM {context.Sql.Table(shape.Model)}\nWHERE {string.Join(" AND ", conditions)}\nORDER BY {string.Join(", ", order.Select(field => TableSql.Column(field) + " DESC"))}\nLIMIT ${++number}::integer;"));
    }

    private static void Bounds(PlanContext context, SectionWriter writer)
    {
        var large = context.Models.Where(model => context.Volumes.Of(model) is { Rows: >= Large } || context.Volumes.Of(model).After(context.Inputs.HorizonMonths) >= Large).ToArray();
        if (large.Length > 0)
            writer.Text(FormattableString.Invariant($"{Figures.Count(large.Length, "model")} {Figures.Verb(large.Length, "has", "have")} {Large:N0} rows, or will within {context.Inputs.HorizonMonths} months: {PlanFigures.Names(large)}. `findMany` on one of them without `take` has no bound but the memory of the process."));
        else if (context.Models.All(model => context.Volumes.Of(model).Source == VolumeSource.Unknown))
            writer.Text("No volumes are told, so that which `findMany` needs `take` first is not known; every list that a user sees needs one.");
        var found = context.Report.Visible.Where(finding => finding.Id == "PL8057").ToArray();
        if (found.Length > 0)
            writer.List(found.Select(finding => $"{finding.Message} (PL8057)"));
    }
}
