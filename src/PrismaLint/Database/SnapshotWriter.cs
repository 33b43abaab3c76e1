using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using PrismaLint.Text;

namespace PrismaLint.Database;

/// <summary>Writes a snapshot as <see cref="SnapshotFile"/> says.</summary>
internal sealed class SnapshotWriter
{
    private readonly StringBuilder _json = new();

    private SnapshotWriter()
    {
    }

    public static string Write(DatabaseSnapshot snapshot, string toolVersion)
    {
        var writer = new SnapshotWriter();
        writer.WriteAll(snapshot, toolVersion);
        return writer._json.ToString();
    }

    internal static string WordOf(EvidenceStateKind kind) => kind switch
    {
        EvidenceStateKind.Ok => "ok",
        EvidenceStateKind.Partial => "partial",
        EvidenceStateKind.Denied => "denied",
        EvidenceStateKind.Absent => "absent",
        EvidenceStateKind.TimedOut => "timedOut",
        EvidenceStateKind.NotAsked => "notAsked",
        _ => "failed",
    };

    private void WriteAll(DatabaseSnapshot snapshot, string toolVersion)
    {
        _json.Append("{\n  \"version\": ").Append(SnapshotFile.Version).Append(",\n  \"tool\": ");
        Write(toolVersion);
        _json.Append(",\n  \"schemas\": ");
        WriteList(snapshot.Schemas);
        _json.Append(",\n  \"states\": {");
        WriteStates(snapshot.States);
        _json.Append("\n  },\n  \"sources\": {");
        var sources = snapshot.Sources.ToArray();
        WriteSources(sources, isVolatile: false);
        _json.Append("\n  },\n  \"volatile\": {");
        WriteSources(sources, isVolatile: true);
        _json.Append("\n  }\n}\n");
    }

    private void WriteStates(IReadOnlyDictionary<string, EvidenceState> states)
    {
        var separator = "\n    ";
        foreach (var pair in states.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            _json.Append(separator);
            Write(pair.Key);
            _json.Append(": {\"kind\": ");
            Write(WordOf(pair.Value.Kind));
            if (pair.Value.SqlState is { } code)
            {
                _json.Append(", \"sqlState\": ");
                Write(code);
            }
            if (pair.Value.Names.Count > 0)
            {
                _json.Append(", \"names\": ");
                WriteList(pair.Value.Names);
            }
            _json.Append('}');
            separator = ",\n    ";
        }
    }

    // A source that is volatile in part stands in both blocks, with its rows in the same order.
    private void WriteSources(CatalogTable[] sources, bool isVolatile)
    {
        var separator = "\n    ";
        foreach (var source in sources)
        {
            var ordinals = Enumerable.Range(0, source.Columns.Count).Where(ordinal => SnapshotFile.IsVolatile(source.Source, source.Columns[ordinal]) == isVolatile).ToArray();
            // One without columns is told from one that was not read.
            if (ordinals.Length == 0 && (isVolatile || source.Columns.Count > 0))
                continue;
            _json.Append(separator);
            Write(source.Source);
            _json.Append(": {\"columns\": ");
            WriteList(Array.ConvertAll(ordinals, ordinal => source.Columns[ordinal]));
            _json.Append(", \"rows\": [");
            WriteRows(source.Values, ordinals);
            _json.Append("]}");
            separator = ",\n    ";
        }
    }

    private void WriteRows(IReadOnlyList<object?[]> rows, int[] ordinals)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            _json.Append(i == 0 ? "\n      [" : ",\n      [");
            for (var j = 0; j < ordinals.Length; j++)
            {
                if (j > 0)
                    _json.Append(',');
                Write(rows[i][ordinals[j]]);
            }
            _json.Append(']');
        }
        if (rows.Count > 0)
            _json.Append("\n    ");
    }

    private void Write(object? value)
    {
        switch (value)
        {
            case string text:
                Write(text);
                break;
            case bool flag:
                _json.Append(flag ? "true" : "false");
                break;
            case long number:
                _json.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                Write(number);
                break;
            case IReadOnlyList<string?> texts:
                WriteList(texts);
                break;
            case long[] numbers:
                WriteList(numbers, number => _json.Append(number.ToString(CultureInfo.InvariantCulture)));
                break;
            case bool[] flags:
                WriteList(flags, flag => _json.Append(flag ? "true" : "false"));
                break;
            default:
                _json.Append("null");
                break;
        }
    }

    private void Write(string? text)
    {
        if (text is null)
            _json.Append("null");
        else
            JsonText.AppendQuoted(_json, text);
    }

    // With a point or an exponent it comes back as what it was. JSON has no word for what is no number.
    private void Write(double number)
    {
        if (double.IsNaN(number) || double.IsInfinity(number))
        {
            _json.Append("null");
            return;
        }
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        _json.Append(text);
        if (text.IndexOf('.') < 0 && text.IndexOf('E') < 0)
            _json.Append(".0");
    }

    private void WriteList(IReadOnlyList<string?> texts) => WriteList(texts, Write);

    private void WriteList<T>(IReadOnlyList<T> items, Action<T> write)
    {
        _json.Append('[');
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                _json.Append(',');
            write(items[i]);
        }
        _json.Append(']');
    }
}
