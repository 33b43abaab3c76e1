using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Planning.Facts.Integrity;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Seeds;

/// <summary>Works out how many rows a model gets, and which rows of its parents they refer to.</summary>
internal sealed class SeedTableBuilder
{
    private readonly SeedPlan _plan;
    private readonly ModelSymbol _model;
    private readonly Dictionary<ForeignKeySymbol, SeedDigit> _keys = [];
    private readonly Dictionary<FieldSymbol, SeedDigit> _choices = [];
    private readonly HashSet<ForeignKeySymbol> _derived;
    private long _rows;
    private string _origin;

    public SeedTableBuilder(SeedPlan plan, ModelSymbol model)
    {
        _plan = plan;
        _model = model;
        (_rows, _origin) = plan.VolumeOf(model);
        _derived = [.. ParentPath.Of(model).Where(path => SeedValues.MayDerive(plan, path)).Select(path => path.Short)];
    }

    public SeedTable Build()
    {
        var hasTenant = _plan.HasTenant(_model);
        if (hasTenant)
            _rows = (_rows + _plan.Tenants - 1) / _plan.Tenants * _plan.Tenants;
        foreach (var unique in _plan.UniquesOf(_model).OrderBy(unique => unique.Count))
            Reserve(unique);
        foreach (var key in _model.ForeignKeys.Where(key => !_keys.ContainsKey(key)))
        {
            if (key.Target == _model)
                _keys.Add(key, new SeedDigit(1, 1, false));
            else if (_plan.TableOf(key.Target) is { } parent)
                _keys.Add(key, DigitOf(parent, 1, hasTenant && parent.HasTenant));
        }
        LeaveOutWhatDisagrees();
        return new SeedTable(_model, _rows, _origin) { HasTenant = hasTenant, Keys = _keys, Choices = _choices };
    }

    // Where nothing but keys, enums and Booleans tells the rows of a unique apart, there are only so many.
    private void Reserve(IReadOnlyList<FieldSymbol> unique)
    {
        if (unique.Any(IsFree))
            return;
        var keys = unique.Select(KeyOf).OfType<ForeignKeySymbol>().Distinct().Where(key => key.Target != _model && _plan.TableOf(key.Target) is not null).ToArray();
        if (unique.Any(field => KeyOf(field) is { } key && !keys.Contains(key)))
            return;
        // A row that leads to its parent by way of another row adds no combination.
        keys = [.. keys.Where(key => keys.Length == 1 || !_derived.Contains(key))];
        var choices = unique.Where(field => KeyOf(field) is null).ToArray();
        var isPerTenant = _plan.HasTenant(_model) && keys.Any(key => _plan.TableOf(key.Target)?.HasTenant == true);
        var capacity = 1L;
        foreach (var key in keys.OrderByDescending(key => _keys.ContainsKey(key)))
        {
            if (_plan.TableOf(key.Target) is not { } parent)
                continue;
            if (!_keys.TryGetValue(key, out var digit))
                _keys.Add(key, digit = DigitOf(parent, capacity, isPerTenant));
            if (digit.Divisor == capacity && digit.IsPerTenant == isPerTenant)
                capacity = Math.Min(capacity * digit.Size, long.MaxValue / 1_000_000);
        }
        foreach (var field in choices)
        {
            if (!_choices.TryGetValue(field, out var digit))
                _choices.Add(field, digit = new SeedDigit(capacity, SeedLiterals.ChoicesOf(field) ?? 1, isPerTenant));
            if (digit.Divisor == capacity)
                capacity *= digit.Size;
        }
        var most = isPerTenant ? capacity * _plan.Tenants : capacity;
        Limit(unique.Count == 1 ? Math.Min(most, ValuesOf(unique[0])) : most, unique);
    }

    // A compound key may lead to many rows with the same value in one column.
    private long ValuesOf(FieldSymbol field)
    {
        if (KeyOf(field) is not { } key || _plan.TableOf(key.Target) is not { } parent)
            return long.MaxValue;
        for (var i = 0; i < key.Fields.Count; i++)
        {
            if (key.Fields[i] == field)
                return Math.Min(parent.Rows, ValuesOf(key.References[i]));
        }
        return parent.Rows;
    }

    // Several ways lead to one parent, and a unique spreads the rows: only one way can be followed, and the optional ones stay empty.
    private void LeaveOutWhatDisagrees()
    {
        foreach (var ways in ParentPath.Of(_model).GroupBy(path => path.Short).Where(ways => ways.Count() > 1))
        {
            if (!ways.Any(way => _keys.TryGetValue(way.First, out var digit) && digit.Divisor > 1))
                continue;
            foreach (var way in ways.Skip(1).Where(way => SeedOrder.IsOptional(way.First)))
                _keys.Remove(way.First);
        }
    }

    private void Limit(long most, IReadOnlyList<FieldSymbol> unique)
    {
        if (_rows <= most)
            return;
        _rows = most;
        _origin = $"as many as `{string.Join(", ", unique.Select(field => field.Name))}` has values";
    }

    private SeedDigit DigitOf(SeedTable parent, long divisor, bool isPerTenant) =>
        new(divisor, Math.Max(1, isPerTenant && parent.HasTenant ? parent.Rows / _plan.Tenants : parent.Rows), isPerTenant);

    private static ForeignKeySymbol? KeyOf(FieldSymbol field) => SeedValues.KeyOf(field);

    private static bool IsFree(FieldSymbol field) => KeyOf(field) is null && SeedLiterals.ChoicesOf(field) is null;
}
