using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Configuration.Data;
using PrismaLint.Text;

namespace PrismaLint.Planning.Inputs;

/// <summary>Reads rows and growth of models: <c>1200</c>, <c>15/month</c>, <c>1200 + 15/month</c>, or a map of both.</summary>
internal sealed class VolumeReader(InputValues values, SchemaNames names)
{
    private const double DaysInMonth = 365.25 / 12;

    private static readonly (string[] Names, double InMonth)[] s_units =
    [
        (["hour", "hours", "h"], DaysInMonth * 24),
        (["day", "days", "d"], DaysInMonth),
        (["week", "weeks", "w"], DaysInMonth / 7),
        (["month", "months", "mo"], 1),
        (["year", "years", "y"], 1.0 / 12),
    ];

    private static readonly string[] s_separators = ["/", " per ", " a "];

    public IReadOnlyDictionary<string, ModelVolume> Read()
    {
        var volumes = new Dictionary<string, ModelVolume>(StringComparer.Ordinal);
        if (values.Find("models") is not { } node)
            return volumes;
        if (node.Kind != DataKind.Map)
        {
            values.Report(node.Span, "`models` is a map from names of models to rows and growth, such as `1200 + 15/month`");
            return volumes;
        }
        foreach (var member in node.Members)
        {
            if (names.FindModel(member.Key, member.KeySpan) is not { } model || InputValues.IsUnknown(member.Value))
                continue;
            if (model.IsView)
            {
                values.Report(member.KeySpan, $"`{model.Name}` is a view and has no rows of its own");
            }
            else if (Read("models." + member.Key, member.Value) is { } volume)
            {
                volumes[model.Name] = volume;
                values.SetLine("models." + member.Key, member.KeySpan);
            }
        }
        return volumes;
    }

    private ModelVolume? Read(string key, DataNode node)
    {
        switch (node.Kind)
        {
            case DataKind.Number:
                return values.Number(key, node) is { } rows ? new ModelVolume(rows, null) : null;
            case DataKind.Text:
                return ReadText(key, node);
            case DataKind.Map:
                return ReadMap(key, node);
            default:
                return Refuse(key, node);
        }
    }

    private ModelVolume? ReadMap(string key, DataNode map)
    {
        foreach (var member in map.Members.Where(member => !PlanInputsKeys.OfVolume.Contains(member.Key)))
            values.Report(member.KeySpan, $"`{key}` has no key `{member.Key}`: expected {InputValues.Names(PlanInputsKeys.OfVolume)}");
        var rows = map.Find("rows") is { } count && !InputValues.IsUnknown(count) ? values.Number(key + ".rows", count) : null;
        var growth = map.Find("growth") is { } rate && !InputValues.IsUnknown(rate) ? ReadRate(rate, rate.Text, 0) : null;
        return rows is null && growth is null ? null : new ModelVolume(rows, growth);
    }

    private ModelVolume? ReadText(string key, DataNode node)
    {
        var text = node.Text;
        if (Quantity.Read(text) is not null)
            return values.Number(key, node) is { } number ? new ModelVolume(number, null) : null;
        var plus = text.IndexOf('+');
        if (plus < 0)
            return Split(text) is null ? Refuse(key, node) : ReadRate(node, text, 0) is { } rate ? new ModelVolume(null, rate) : null;
        var before = text.Substring(0, plus).Trim();
        double? rows = null;
        if (before.Length > 0 && before != "?")
        {
            rows = Quantity.Read(before);
            if (rows is null or < 0)
                return Refuse(key, node);
        }
        var growth = ReadRate(node, text.Substring(plus + 1), plus + 1);
        return rows is null && growth is null ? null : new ModelVolume(rows, growth);
    }

    // Rows in a month, of a part of a text that begins at an offset.
    private double? ReadRate(DataNode node, string text, int offset)
    {
        if (Split(text) is not { } parts)
        {
            var written = text.Trim();
            values.Report(PlaceOf(node, text, offset), Quantity.Read(written) is null
                ? $"`{written}` is no growth: expected rows that come in a time, such as `15/month`"
                : $"`{written}` comes in no time: expected `{written}/month`, or another of {Units}");
            return null;
        }
        if (Quantity.Read(parts.Number) is not ({ } number and >= 0))
        {
            values.Report(PlaceOf(node, text, offset), parts.Number.Trim().EndsWith('%')
                ? "Growth is told in rows, and not in percent"
                : $"`{parts.Number.Trim()}` is no number of rows that come: expected one from 0 on");
            return null;
        }
        foreach (var unit in s_units)
        {
            if (unit.Names.Contains(parts.Unit.Trim(), StringComparer.OrdinalIgnoreCase))
                return number * unit.InMonth;
        }
        values.Report(PlaceOf(node, text, offset), $"`{parts.Unit.Trim()}` is no time to count growth in: expected one of {Units}");
        return null;
    }

    private static string Units => InputValues.Names(s_units.Select(unit => unit.Names[0]));

    private static (string Number, string Unit)? Split(string text)
    {
        foreach (var separator in s_separators)
        {
            if (text.IndexOf(separator, StringComparison.OrdinalIgnoreCase) is > 0 and var at)
                return (text.Substring(0, at), text.Substring(at + separator.Length));
        }
        return null;
    }

    private ModelVolume? Refuse(string key, DataNode node)
    {
        values.Report(node.Span, $"`{key}` is a number of rows from 0 on, growth or both, such as `1200 + 15/month`, and `{values.Written(node)}` is none of it{InputValues.HintOf(node)}");
        return null;
    }

    // Inside of a text in quotes offsets need not be those of the file.
    private static TextSpan PlaceOf(DataNode node, string part, int offset)
    {
        if (node.Span.Length != node.Text.Length)
            return node.Span;
        var blanks = part.Length - part.TrimStart().Length;
        return new TextSpan(node.Span.Start + offset + blanks, part.Trim().Length);
    }
}
