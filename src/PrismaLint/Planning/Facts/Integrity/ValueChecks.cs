using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Planning.Document;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Integrity;

/// <summary>Values that their column cannot mean. Prisma's schema cannot declare a CHECK that would refuse them.</summary>
internal static class ValueChecks
{
    private static readonly string[] s_notNegative =
    [
        "price", "cost", "quantity", "qty", "stock", "count", "attempts", "views", "minutes", "hours", "seconds", "bytes", "size", "age", "capacity", "seats", "weight", "numberofviews",
    ];

    private static readonly string[] s_notNegativeEnds = ["minutes", "count", "quantity", "price", "seconds"];

    private static readonly string[] s_percents = ["percent", "percentage", "pct"];

    public static IEnumerable<IntegrityCheck> Find(PlanContext context)
    {
        foreach (var model in context.Models)
        {
            foreach (var pair in Periods.Of(model).Where(pair => pair.IsOrdered))
            {
                yield return new IntegrityCheck(
                    IntegrityGroup.Values,
                    $"Rows of {PlanText.Code(model.Name)} whose {PlanText.Code(pair.Start.Name)} lies behind {PlanText.Code(pair.End.Name)}.",
                    CheckSql.Rows(context, model, [pair.Start, pair.End], $"{TableSql.Column(pair.Start)} > {TableSql.Column(pair.End)}"));
            }
            var negative = Numbers(model).Where(MayNotBeNegative).ToArray();
            if (negative.Length > 0)
                yield return Outside(context, model, negative, "a negative number", field => $"{TableSql.Column(field)} < 0");
            var percents = Numbers(model).Where(field => Array.IndexOf(s_percents, Words.Last(field.Name)) >= 0).ToArray();
            if (percents.Length > 0)
                yield return Outside(context, model, percents, "a percentage outside of 0 to 100", field => $"{TableSql.Column(field)} NOT BETWEEN 0 AND 100");
            foreach (var (name, low, high) in Ranges)
            {
                var columns = Numbers(model).Where(field => Words.Squash(field.Name) == name).ToArray();
                if (columns.Length > 0)
                    yield return Outside(context, model, columns, FormattableString.Invariant($"a value outside of {low} to {high}"), field => FormattableString.Invariant($"{TableSql.Column(field)} NOT BETWEEN {low} AND {high}"));
            }
        }
    }

    // Days of the week begin with 0 or with 1.
    private static IReadOnlyList<(string Name, int Low, int High)> Ranges { get; } =
        [("dayofweek", 0, 7), ("weekday", 0, 7), ("latitude", -90, 90), ("longitude", -180, 180), ("lat", -90, 90), ("lng", -180, 180), ("dayofmonth", 1, 31), ("hourofday", 0, 23)];

    private static IEnumerable<FieldSymbol> Numbers(ModelSymbol model) => model.Columns.Where(field =>
        field is { IsList: false, Scalar: ScalarType.Int or ScalarType.BigInt or ScalarType.Float or ScalarType.Decimal, IsId: false } && field.NativeType?.Name != "Money" && !field.ForeignKeysOver.Any());

    // -1 and the like stand for something.
    private static bool MayNotBeNegative(FieldSymbol field) =>
        (Array.IndexOf(s_notNegative, Words.Last(field.Name)) >= 0 || s_notNegativeEnds.Any(end => Words.Squash(field.Name).EndsWith(end, StringComparison.Ordinal)))
        && (field.Default?.Literal is not { Length: > 0 } value || value[0] != '-')
        && !Words.Split(field.Name).Any(word => word is "discount" or "adjustment" or "delta" or "change" or "diff" or "difference");

    private static IntegrityCheck Outside(PlanContext context, ModelSymbol model, IReadOnlyList<FieldSymbol> columns, string words, Func<FieldSymbol, string> condition) => new(
        IntegrityGroup.Values,
        $"Rows of {PlanText.Code(model.Name)} with {words}: {PlanText.CodeList(columns.Select(column => column.Name))}.",
        CheckSql.Rows(context, model, columns, string.Join(" OR ", columns.Select(condition))));
}
