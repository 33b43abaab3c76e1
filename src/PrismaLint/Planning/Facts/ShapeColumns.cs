using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>The columns of a model that tell when and how its rows change.</summary>
internal sealed class ShapeColumns
{
    private static readonly string[] s_status = ["status", "phase", "stage"];

    private static readonly string[] s_counters =
        ["count", "counter", "views", "clicks", "hits", "likes", "balance", "usage", "used", "stock", "sales", "leads", "credits", "points", "remaining"];

    private static readonly string[] s_attempts = ["attempts", "attempt", "retries", "tries", "failures"];

    private static readonly string[] s_due = ["schedule", "scheduled", "due", "run", "locked", "lock", "process", "processed", "available", "visible"];

    private ShapeColumns(
        FieldSymbol? created, FieldSymbol? changed, FieldSymbol? expires, FieldSymbol? due, IReadOnlyList<FieldSymbol> status, IReadOnlyList<FieldSymbol> counters, IReadOnlyList<FieldSymbol> touched)
    {
        Created = created;
        Changed = changed;
        Expires = expires;
        Due = due;
        Status = status;
        Counters = counters;
        Touched = touched;
    }

    /// <summary>The moment that a row came: named so, or with <c>@default(now())</c>.</summary>
    public FieldSymbol? Created { get; }

    /// <summary>The moment of the last change: <c>@updatedAt</c>, or named so.</summary>
    public FieldSymbol? Changed { get; }

    /// <summary>The moment after which a row is of no use.</summary>
    public FieldSymbol? Expires { get; }

    /// <summary>The moment that a row waits for, or was taken up.</summary>
    public FieldSymbol? Due { get; }

    /// <summary>Columns that say how far something has come.</summary>
    public IReadOnlyList<FieldSymbol> Status { get; }

    /// <summary>Columns that count: views, attempts, balances.</summary>
    public IReadOnlyList<FieldSymbol> Counters { get; }

    /// <summary>Moments of the last use: <c>lastSeenAt</c>.</summary>
    public IReadOnlyList<FieldSymbol> Touched { get; }

    public static ShapeColumns Of(ModelSymbol model)
    {
        FieldSymbol[] columns = [.. model.Columns.Where(column => !column.IsList && !column.IsIgnored)];
        FieldSymbol[] moments = [.. columns.Where(column => column.Scalar == ScalarType.DateTime)];
        var changed = moments.FirstOrDefault(column => column.IsUpdatedAt) ?? moments.FirstOrDefault(column => AuditNames.IsChange(column.Name));
        return new ShapeColumns(
            moments.FirstOrDefault(column => AuditNames.IsCreation(column.Name)) ?? moments.FirstOrDefault(column => column.Default?.Function == "now" && column != changed),
            changed,
            moments.FirstOrDefault(IsExpiry),
            moments.FirstOrDefault(column => Words.Split(column.Name).Any(word => Array.IndexOf(s_due, word) >= 0)),
            [.. columns.Where(IsStatus)],
            [.. columns.Where(IsCounter)],
            [.. moments.Where(IsTouched)]);
    }

    /// <summary>The column counts tries of a piece of work.</summary>
    public static bool IsAttempts(FieldSymbol column) => !Words.ContainsAny(column.Name, "max", "limit") && Words.Split(column.Name).Any(word => Array.IndexOf(s_attempts, word) >= 0);

    private static bool IsExpiry(FieldSymbol column)
    {
        var name = Words.Squash(column.Name);
        return name.StartsWith("expir", StringComparison.Ordinal) || name.EndsWith("expires", StringComparison.Ordinal) || name.EndsWith("expiresat", StringComparison.Ordinal)
            || name.EndsWith("expiry", StringComparison.Ordinal) || name is "validuntil";
    }

    // A state may be one of a country; an enum's is not.
    private static bool IsStatus(FieldSymbol column)
    {
        if (column.Kind is not FieldKind.Enum && column.Scalar is not (ScalarType.String or ScalarType.Int))
            return false;
        var last = Words.Last(column.Name);
        return Array.IndexOf(s_status, last) >= 0 || last.EndsWith("status", StringComparison.Ordinal) || (last == "state" && column.Kind == FieldKind.Enum);
    }

    private static bool IsCounter(FieldSymbol column) =>
        column.Scalar is ScalarType.Int or ScalarType.BigInt or ScalarType.Float or ScalarType.Decimal
        && !column.ForeignKeysOver.Any()
        && ((Array.IndexOf(s_counters, Words.Last(column.Name)) >= 0 && IsZero(column)) || (IsAttempts(column) && column.Default is not null));

    private static bool IsZero(FieldSymbol column) =>
        double.TryParse(column.Default?.Literal, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var value) && value == 0;

    private static bool IsTouched(FieldSymbol column)
    {
        var name = Words.Squash(column.Name);
        return name.StartsWith("last", StringComparison.Ordinal) && !AuditNames.IsChange(column.Name);
    }
}
