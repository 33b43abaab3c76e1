using System;
using System.Collections.Generic;

namespace PrismaLint.Planning.Facts;

/// <summary>Lays the values of a row or an index entry out as PostgreSQL does: each at a multiple of its alignment.</summary>
internal sealed class TupleLayout
{
    public const int PageBytes = 8192;
    public const int PageHeader = 24;
    public const int ItemPointer = 4;
    private const int WidestAlignment = 8;

    // Where the next value starts is known as far as this: the place is `_rest` modulo `_modulus`.
    private int _modulus = WidestAlignment;
    private int _rest;

    /// <summary>Bytes of the values so far, padding included.</summary>
    public double Bytes { get; private set; }

    /// <summary>The bytes of <see cref="Bytes"/> that hold nothing.</summary>
    public double Padding { get; private set; }

    public static TupleLayout Of(IEnumerable<ColumnWidth> columns)
    {
        var layout = new TupleLayout();
        foreach (var column in columns)
            layout.Add(column);
        return layout;
    }

    public static double Align(double bytes) => Math.Ceiling(bytes / WidestAlignment) * WidestAlignment;

    /// <summary>The chance that at least one of the columns is null.</summary>
    public static double ChanceOfNull(IEnumerable<ColumnWidth> columns)
    {
        var none = 1.0;
        foreach (var column in columns)
            none *= 1 - column.NullShare;
        return 1 - none;
    }

    public void Add(ColumnWidth column)
    {
        var present = 1 - column.NullShare;
        var padding = PaddingTo(column.Alignment);
        Bytes += present * (padding + column.Bytes);
        Padding += present * padding;
        if (present <= 0)
            return;
        var (modulus, rest) = After(column);
        if (present >= 1)
        {
            (_modulus, _rest) = (modulus, rest);
            return;
        }
        // With a value the next one starts here, without one there: what both places have in common is known.
        var common = Math.Min(modulus, _modulus);
        while (common > 1 && (rest - _rest) % common != 0)
            common /= 2;
        (_modulus, _rest) = (common, rest % common);
    }

    private (int Modulus, int Remainder) After(ColumnWidth column)
    {
        if (column.IsVarying)
            return (1, 0);
        var modulus = Math.Max(_modulus, column.Alignment);
        var start = _modulus >= column.Alignment ? _rest + (int)PaddingTo(column.Alignment) : 0;
        modulus = _modulus >= column.Alignment ? _modulus : column.Alignment;
        return (modulus, (int)((start + column.Bytes) % modulus));
    }

    private double PaddingTo(int alignment)
    {
        if (_modulus >= alignment)
            return (alignment - (_rest % alignment)) % alignment;
        // Several places are possible, and each is as likely.
        var sum = 0.0;
        var count = 0;
        for (var place = _rest; place < alignment; place += _modulus, count++)
            sum += (alignment - place) % alignment;
        return sum / count;
    }
}
