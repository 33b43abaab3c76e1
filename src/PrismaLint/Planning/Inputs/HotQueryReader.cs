using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Configuration.Data;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Planning.Inputs;

/// <summary>Reads the queries that count.</summary>
internal sealed class HotQueryReader(SourceText source, InputValues values, SchemaNames names)
{
    private const string Key = "hot_queries";

    private static readonly string[] s_members = [.. PlanInputsKeys.OfHotQuery.Select(member => member.Name)];

    public IReadOnlyList<HotQuery> Read()
    {
        if (values.Find(Key) is not { } list)
            return [];
        if (list.Kind != DataKind.List)
        {
            values.Report(list.Span, $"`{Key}` is a list of maps with the keys {InputValues.Names(s_members)}");
            return [];
        }
        var queries = new List<HotQuery>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in list.Items.Where(item => !InputValues.IsUnknown(item)))
        {
            if (Read(item) is not { } query)
                continue;
            if (seen.Add(query.Name))
                queries.Add(query);
            else
                values.Report(item.Find("name")?.Span ?? new TextSpan(item.Span.Start, 1), $"A query called `{query.Name}` stands here a second time");
        }
        return queries;
    }

    private HotQuery? Read(DataNode item)
    {
        if (item.Kind != DataKind.Map)
        {
            values.Report(item.Span, $"An entry of `{Key}` is a map with the keys {InputValues.Names(s_members)}");
            return null;
        }
        foreach (var member in item.Members.Where(member => !s_members.Contains(member.Key)))
            values.Report(member.KeySpan, $"A query has no key `{member.Key}`{InputValues.NearestOf(member.Key, s_members)}");
        if (Find(item, "model") is not { } node)
        {
            values.Report(item.Members.Count > 0 ? item.Members[0].KeySpan : item.Span, "This query has no `model`");
            return null;
        }
        if (values.Text("model", node) is not { } name || names.FindModel(name, node.Span) is not { } model)
            return null;
        var used = new HashSet<string>(StringComparer.Ordinal);
        var equal = Fields(item, "equal", model, used);
        var range = Fields(item, "range", model, used);
        if (range.Count > 1 && Find(item, "range") is { } ranges)
            values.Report(ranges.Span, "An index serves one range: leave the one that leaves the fewest rows");
        return new HotQuery(Find(item, "name") is { } given && values.Text("name", given) is { } told ? told : NameOf(model, equal, range), model.Name)
        {
            Equal = equal,
            Range = range.FirstOrDefault(),
            OrderBy = Order(item, model),
            PerSecond = Find(item, "per_second") is { } often ? values.Number("per_second", often) : null,
            Line = source.GetLinePosition(item.Span.Start).Line + 1,
        };
    }

    // A field that is equal to one value has no range.
    private List<string> Fields(DataNode item, string key, ModelSymbol model, HashSet<string> used)
    {
        var fields = new List<string>();
        if (Find(item, key) is not { } node)
            return fields;
        foreach (var field in values.Items(key, node))
        {
            var name = field.Text.Trim();
            if (names.FindColumn(model, name, field) is null)
                continue;
            if (used.Add(name))
                fields.Add(name);
            else
                values.Report(field.Span, $"`{name}` is compared with one value already");
        }
        return fields;
    }

    private List<string> Order(DataNode item, ModelSymbol model)
    {
        var fields = new List<string>();
        if (Find(item, "order_by") is not { } node)
            return fields;
        foreach (var field in values.Items("order_by", node))
        {
            var text = field.Text.Trim();
            var isDown = text.StartsWith('-') || text.EndsWith(" desc", StringComparison.OrdinalIgnoreCase);
            var name = text.TrimStart('-', '+').Split(' ')[0];
            if (names.FindColumn(model, name, field) is null)
                continue;
            if (fields.Exists(other => other.TrimStart('-') == name))
                values.Report(field.Span, $"`{name}` orders the result already");
            else
                fields.Add(isDown ? "-" + name : name);
        }
        return fields;
    }

    private static string NameOf(ModelSymbol model, List<string> equal, List<string> range)
    {
        var fields = string.Join(", ", equal.Concat(range));
        return fields.Length == 0 ? model.Name : $"{model.Name} by {fields}";
    }

    private static DataNode? Find(DataNode item, string key) => item.Find(key) is { } node && !InputValues.IsUnknown(node) ? node : null;
}
