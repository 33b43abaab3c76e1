using System;
using System.Linq;
using PrismaLint.Planning.Facts.Integrity;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Seeds;

/// <summary>The values of rows as expressions of their number: the same number gives the same value, so that keys refer to rows that are there.</summary>
internal sealed class SeedValues(SeedPlan plan, TableSql sql)
{
    /// <summary>The foreign key that says what a column holds; of several the widest, but for a column that is unique by itself.</summary>
    public static ForeignKeySymbol? KeyOf(FieldSymbol field) => field.IsUnique
        ? field.ForeignKeysOver.OrderBy(key => key.Fields.Count).FirstOrDefault()
        : field.ForeignKeysOver.OrderByDescending(key => key.Fields.Count).FirstOrDefault();

    /// <summary>The value of a column; <see langword="null"/> where it stays null.</summary>
    public string? Of(FieldSymbol field, RowIndex index)
    {
        if (KeyOf(field) is not { } key)
        {
            if (plan.NamedBy(field) is { Reference: { } target } named && plan.TableOf(named.Target) is { } rows && !field.IsUnique)
                return Of(target, NamedRow(rows, index));
            return SeedLiterals.Of(sql, field, index, plan.TableOf((ModelSymbol)field.Owner) is { } table && table.Choices.TryGetValue(field, out var digit) ? digit : null, IsInUnique(field));
        }
        // Two compound keys share a column, and the other one says what it holds: a null refers to nothing.
        if (field.IsOptional && key.Fields.Count > 1 && key.Fields.Any(other => KeyOf(other) != key))
            return null;
        if (key.Target == key.Model)
            return OfSelf(field, key, index);
        return ParentOf(key, index) is { } parent ? Of(ReferenceOf(key, field), parent) : null;
    }

    /// <summary>The key may follow the way over another row: both of its steps are filled, and nothing asks for each value once.</summary>
    public static bool MayDerive(SeedPlan plan, ParentPath path) =>
        !path.Short.Fields[0].IsUnique
        && KeyOf(path.Short.Fields[0]) == path.Short && KeyOf(path.First.Fields[0]) == path.First && KeyOf(path.Second.Fields[0]) == path.Second
        && plan.TableOf(path.First.Target) is { } between && between.Keys.ContainsKey(path.Second)
        && !ParentPath.Of(path.Short.Model).Any(other => other.Short == path.First && other.First == path.Short);

    private RowIndex? ParentOf(ForeignKeySymbol key, RowIndex index)
    {
        var path = ParentPath.Of(key.Model).FirstOrDefault(path => path.Short == key && MayDerive(plan, path));
        if (path is not null && ParentOf(path.First, index) is { } between)
            return ParentOf(path.Second, between);
        if (plan.TableOf(key.Model)?.Keys.TryGetValue(key, out var digit) != true || plan.TableOf(key.Target) is not { } parent)
            return null;
        var number = digit.Of(index);
        if (!parent.HasTenant)
            return new RowIndex(number);
        if (!digit.IsPerTenant || index.Tenant is null)
            return new RowIndex(number, SeedDigit.Divide(number, plan.Tenants), SeedDigit.Modulo(number, plan.Tenants));
        var row = digit.Size == 1 ? index.Tenant : FormattableString.Invariant($"({number} * {plan.Tenants} + {index.Tenant})");
        return new RowIndex(row, number, index.Tenant);
    }

    private RowIndex NamedRow(SeedTable rows, RowIndex index) =>
        rows.HasTenant && rows.Rows == plan.Tenants && index.Tenant is { } tenant ? new RowIndex(tenant, "0", tenant) : new RowIndex(SeedDigit.Modulo(index.Row, rows.Rows));

    // A tree: the first row of each tenant has no parent, or is its own where it must have one.
    private string? OfSelf(FieldSymbol field, ForeignKeySymbol key, RowIndex index)
    {
        var reference = ReferenceOf(key, field);
        if (field.IsRequired || reference == field)
            return reference == field ? null : Of(reference, index);
        if (field.IsUnique || KeyOf(reference) is not null)
            return null;
        var number = index.PerTenant ?? index.Row;
        var up = $"({number} - 1) / {SeedPlan.Ratio}";
        var parent = index.Tenant is null ? up : FormattableString.Invariant($"({up} * {plan.Tenants} + {index.Tenant})");
        return Of(reference, new RowIndex($"({parent})")) is { } value ? $"CASE WHEN {number} > 0 THEN {value} END" : null;
    }

    private bool IsInUnique(FieldSymbol field) => plan.UniquesOf((ModelSymbol)field.Owner).Any(unique => unique.Contains(field));

    private static FieldSymbol ReferenceOf(ForeignKeySymbol key, FieldSymbol field)
    {
        for (var i = 0; i < key.Fields.Count; i++)
        {
            if (key.Fields[i] == field)
                return key.References[i];
        }
        return key.References[0];
    }
}
