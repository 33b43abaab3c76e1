using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Text;

namespace PrismaLint.Database;

/// <summary>
/// Reads what <see cref="SnapshotWriter"/> writes, of this version or an older one. It goes through the text once and keeps the values alone: a
/// tree with places, as configuration is read into, would take many times as long for megabytes of rows.
/// </summary>
internal sealed class SnapshotReader(SourceText source)
{
    private readonly JsonScanner _json = new(source);
    private readonly Dictionary<string, EvidenceState> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CatalogTable> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CatalogTable> _volatile = new(StringComparer.Ordinal);
    private readonly List<object?> _items = [];
    private string?[] _schemas = [];
    private string? _tool;
    private bool _hasVersion;
    private bool _hasSources;

    public SnapshotReading Read()
    {
        var start = _json.Position;
        ReadRoot();
        _json.ExpectEnd();
        if (!_hasVersion || !_hasSources)
            _json.Fail(start, "This is no snapshot of a database: it has no `version` or no `sources`");
        if (!_json.HasFailed)
            JoinVolatile();
        return _json.HasFailed
            ? new SnapshotReading(null, _json.Place, _json.Problem)
            : new SnapshotReading(new DatabaseSnapshot([.. _schemas.OfType<string>()], _sources.Values, _states) { ToolVersion = _tool }, null, null);
    }

    private void ReadRoot()
    {
        var isFirst = true;
        if (!_json.StartObject())
            return;
        while (_json.NextMember(ref isFirst) is { } name)
        {
            switch (name)
            {
                case "version":
                    ReadVersion();
                    break;
                case "tool":
                    _tool = _json.ReadText();
                    break;
                case "schemas":
                    _schemas = ReadTexts();
                    break;
                case "states":
                    ReadStates();
                    break;
                case "sources":
                    _hasSources = true;
                    ReadSources(_sources);
                    break;
                case "volatile":
                    ReadSources(_volatile);
                    break;
                default:
                    _json.SkipValue();
                    break;
            }
        }
    }

    private void ReadVersion()
    {
        var place = _json.Position;
        if (_json.Peek() is '"' or '{' or '[' || _json.ReadWord() is not (long version and > 0))
            _json.Fail(place, "This is no version of a snapshot");
        else if (version > SnapshotFile.Version)
            _json.Fail(place, $"A newer version of this tool wrote the snapshot: its format is {version}, and {SnapshotFile.Version} is the last one known here");
        _hasVersion = true;
    }

    private void ReadStates()
    {
        var isFirst = true;
        if (!_json.StartObject())
            return;
        while (_json.NextMember(ref isFirst) is { } source)
            _states[source] = ReadState();
    }

    private EvidenceState ReadState()
    {
        var isFirst = true;
        var state = new EvidenceState(EvidenceStateKind.Failed);
        if (!_json.StartObject())
            return state;
        while (_json.NextMember(ref isFirst) is { } name)
        {
            if (name == "kind" && _json.ReadText() is { } word)
                state = state with { Kind = KindOf(word) };
            else if (name == "sqlState" && _json.ReadText() is { } code)
                state = state with { SqlState = code };
            else if (name == "names")
                state = state with { Names = [.. ReadTexts().OfType<string>()] };
            else if (name is not ("kind" or "sqlState"))
                _json.SkipValue();
        }
        return state;
    }

    // A word of a later version: whatever it means, the source is not there as it should be.
    private static EvidenceStateKind KindOf(string word)
    {
        for (var kind = EvidenceStateKind.Ok; kind <= EvidenceStateKind.NotAsked; kind++)
        {
            if (SnapshotWriter.WordOf(kind) == word)
                return kind;
        }
        return EvidenceStateKind.Failed;
    }

    private void ReadSources(Dictionary<string, CatalogTable> tables)
    {
        var isFirst = true;
        if (!_json.StartObject())
            return;
        while (_json.NextMember(ref isFirst) is { } source)
        {
            var place = _json.Position;
            if (tables.ContainsKey(source))
                _json.Fail(place, $"`{source}` stands here a second time");
            else if (ReadTable(source) is { } table)
                tables.Add(source, table);
        }
    }

    private CatalogTable? ReadTable(string source)
    {
        var isFirst = true;
        CatalogTable? table = null;
        if (!_json.StartObject())
            return null;
        while (_json.NextMember(ref isFirst) is { } name)
        {
            if (name == "columns")
                table = new CatalogTable(source, [.. ReadTexts().Select(text => text ?? "")]);
            else if (name == "rows" && table is not null)
                ReadRows(table);
            else if (name == "rows")
                _json.Fail($"The rows of `{source}` stand before its columns");
            else
                _json.SkipValue();
        }
        return table;
    }

    private void ReadRows(CatalogTable table)
    {
        var isFirst = true;
        object?[]? above = null;
        if (!_json.StartList())
            return;
        while (_json.NextItem(ref isFirst))
        {
            var place = _json.Position;
            var row = new object?[table.Columns.Count];
            var count = 0;
            var isFirstValue = true;
            if (!_json.StartList())
                return;
            for (; _json.NextItem(ref isFirstValue); count++)
            {
                var value = ReadValue(above is not null && count < above.Length ? above[count] : null);
                if (count < row.Length)
                    row[count] = value;
            }
            above = row;
            if (count != row.Length)
                _json.Fail(place, $"This row of `{table.Source}` has {count} values, and there are {row.Length} columns");
            else if (!_json.HasFailed)
                table.Add(row);
        }
    }

    // The same types, schemas and owners stand in most rows.
    private object? ReadValue(object? above) => _json.Peek() switch
    {
        '"' => _json.ReadText(above as string),
        '[' => ReadArray(),
        _ => _json.ReadWord(),
    };

    // An array has items of one kind; of one without items nobody can tell which.
    private object? ReadArray()
    {
        var place = _json.Position;
        var isFirst = true;
        _json.StartList();
        _items.Clear();
        while (_json.NextItem(ref isFirst))
            _items.Add(_json.Peek() == '"' ? _json.ReadText() : _json.ReadWord());
        if (_items.TrueForAll(item => item is string or null))
            return _items.ConvertAll(item => item as string).ToArray();
        if (_items.TrueForAll(item => item is long))
            return _items.ConvertAll(item => item is long number ? number : 0).ToArray();
        if (_items.TrueForAll(item => item is bool))
            return _items.ConvertAll(item => item is true).ToArray();
        _json.Fail(place, "The values of this list are not of one kind");
        return null;
    }

    private string?[] ReadTexts()
    {
        var place = _json.Position;
        if (_json.Peek() == '[' && ReadArray() is string?[] texts)
            return texts;
        _json.Fail(place, "A list of texts is expected here");
        return [];
    }

    // The rows of both blocks stand in the same order.
    private void JoinVolatile()
    {
        foreach (var pair in _volatile)
        {
            var others = pair.Value;
            if (!_sources.TryGetValue(pair.Key, out var table))
            {
                _sources.Add(pair.Key, others);
                continue;
            }
            if (table.Count != others.Count)
            {
                _json.Fail(0, $"`{pair.Key}` has {table.Count} rows in `sources` and {others.Count} in `volatile`");
                return;
            }
            var joined = new CatalogTable(pair.Key, [.. table.Columns, .. others.Columns]);
            for (var i = 0; i < table.Count; i++)
                joined.Add([.. table.Values[i], .. others.Values[i]]);
            _sources[pair.Key] = joined;
        }
    }
}
