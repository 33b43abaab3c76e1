using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.SchemaDesign;

/// <summary>Rows, bytes, queries and partitions of a table.</summary>
internal sealed class TablePerformance(PlanContext context)
{
    private const double WorthSaving = 8;
    private const double SavingShare = 0.05;

    public IEnumerable<string> Of(ModelSymbol model)
    {
        yield return Rows(model);
        if (context.IsPostgreSql && context.Storage.Of(model) is { } storage)
            yield return Bytes(storage);
        if (context.Growth.Of(model) is { } sign)
            yield return "May become large: " + string.Join("; ", sign.Reasons) + ".";
        yield return Queries(model);
        if (context.IsPostgreSql)
            yield return PartitionFacts.Judge(context, model);
    }

    private string Rows(ModelSymbol model)
    {
        var size = context.Sizes.Of(model);
        if (size.Volume.Rows is not { } rows)
            return size.Volume.PerMonth is { } month ? $"Rows: ____; {PlanFigures.Count(month)} new a month, as told." : "Rows and growth: ____.";
        var text = $"Rows: {PlanFigures.Count(rows)}{(size.Volume.Source == VolumeSource.Inputs ? ", as told" : ", as the planner estimates")}; ";
        text += size.Volume.PerMonth is { } growth && size.HorizonRows is { } later
            ? FormattableString.Invariant($"{PlanFigures.Count(growth)} new a month, {PlanFigures.Count(later)} in {context.Inputs.HorizonMonths} months")
            : "growth ____";
        return size.TotalBytes is { } bytes
            ? text + $". Table {PlanFigures.Bytes(size.TableBytes ?? 0)}, indexes {PlanFigures.Bytes(size.IndexBytes ?? 0)}{(size.IsMeasured ? " (measured)" : " (estimated)")}{(size.HorizonRows is not null && size.HorizonBytes > bytes ? FormattableString.Invariant($"; {PlanFigures.Bytes(size.HorizonBytes ?? 0)} in {context.Inputs.HorizonMonths} months") : "")}."
            : text + ".";
    }

    private static string Bytes(TableStorage storage)
    {
        var text = $"A row takes about {PlanFigures.Count(storage.RowBytes)} bytes, its entries in {PlanFigures.Count(storage.Indexes.Count, "index", "indexes")} {PlanFigures.Count(storage.IndexBytes)} (estimated).";
        return storage.SavedByOrder >= WorthSaving && storage.SavedByOrder >= storage.RowBytes * SavingShare
            ? text + FormattableString.Invariant($" {PlanFigures.Count(storage.Padding)} bytes of it are padding between columns; {PlanFigures.Count(storage.SavedByOrder)} go in a table made with its wide columns first.")
            : text;
    }

    private string Queries(ModelSymbol model)
    {
        string[] told = [.. context.Inputs.HotQueries.Where(query => query.Model == model.Name).Select(query => "\"" + PlanText.Words(query.Name) + "\"")];
        if (told.Length > 0)
            return "Queries that count, as told: " + PlanFigures.Join(told) + ".";
        string[] ways =
        [
            .. model.ForeignKeys.Where(key => model.HasIndexFor(key)).Select(key => $"rows of one {PlanText.Code(key.Target.Name)}").Distinct(StringComparer.Ordinal).Take(4),
            .. model.Indexes.Where(index => index.Kind == IndexKind.Unique && index.Predicate is null).Select(index => "one row by " + PlanText.Code(string.Join(", ", index.Columns.Select(column => column.Path)))).Take(3),
        ];
        return ways.Length == 0 ? "Nothing but the primary key finds rows without reading all of them; queries that count: ____." : "Its indexes find " + PlanFigures.Join(ways) + "; queries that count: ____.";
    }
}
