using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PrismaLint.Database;

/// <summary>A row of a <see cref="CatalogTable"/>, read by the names of columns. A column that is not there reads as null.</summary>
public readonly struct CatalogRow
{
    private readonly CatalogTable _table;
    private readonly object?[] _values;

    internal CatalogRow(CatalogTable table, object?[] values)
    {
        _table = table;
        _values = values;
    }

    public object? this[string column] => _table.OrdinalOf(column) is >= 0 and var ordinal ? _values[ordinal] : null;

    public string? FindText(string column) => this[column] as string;

    public string Text(string column) => FindText(column) ?? "";

    public bool Flag(string column) => this[column] is true;

    public bool? FindFlag(string column) => this[column] as bool?;

    public long? FindNumber(string column) => this[column] switch
    {
        long number => number,
        double number => (long)number,
        _ => null,
    };

    public long Number(string column) => FindNumber(column) ?? 0;

    public double? FindReal(string column) => this[column] switch
    {
        double number => number,
        long number => number,
        _ => null,
    };

    public double Real(string column) => FindReal(column) ?? 0;

    public DateTimeOffset? FindTime(string column) =>
        DateTimeOffset.TryParse(FindText(column), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>The strings of an array; empty where it is null.</summary>
    public IReadOnlyList<string> Texts(string column) => this[column] is string?[] texts ? [.. texts.OfType<string>()] : [];

    public IReadOnlyList<long> Numbers(string column) => this[column] as long[] ?? [];

    public IReadOnlyList<bool> Flags(string column) => this[column] as bool[] ?? [];
}
