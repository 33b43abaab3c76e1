using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>Columns that a write computes from their own last value, by their names: counters, balances, stocks.</summary>
internal static class RunningColumns
{
    private static readonly string[] s_names =
    [
        "balance", "stock", "quantity", "inventory", "available", "reserved", "count", "counter", "views", "clicks", "hits", "usage", "used", "credits", "attempts", "retries", "likes", "numberofviews", "remaining",
    ];

    public static IReadOnlyList<FieldSymbol> Find(PlanContext context) =>
        [.. context.Models.Where(model => !context.Shapes.Of(model).Is(TableTrait.AppendOnly)).SelectMany(model => model.Columns).Where(Is)];

    private static bool Is(FieldSymbol field) =>
        field is { Scalar: ScalarType.Int or ScalarType.BigInt or ScalarType.Decimal or ScalarType.Float, IsList: false } && !field.ForeignKeysOver.Any() && !field.IsId
        && (Array.IndexOf(s_names, Words.Last(field.Name)) >= 0 || Array.IndexOf(s_names, Words.Squash(field.Name)) >= 0 || Words.Squash(field.Name).EndsWith("count", StringComparison.Ordinal))
        && !Words.Squash(field.Name).EndsWith("discount", StringComparison.Ordinal) && !Words.Squash(field.Name).EndsWith("account", StringComparison.Ordinal)
        // A quantity of a line is written once, with the line.
        && !(Words.Last(field.Name) is "quantity" && field.Model is { } model && Words.Last(model.Name) is "item" or "items" or "line" or "lines" or "good" or "goods");
}
