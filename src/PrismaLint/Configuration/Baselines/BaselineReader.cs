using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Configuration.Data;
using PrismaLint.Diagnostics;
using PrismaLint.Text;

namespace PrismaLint.Configuration.Baselines;

/// <summary>Reads the entries of a baseline. What is wrong with one entry costs that entry, and is said at its place (PL0012).</summary>
internal sealed class BaselineReader(SourceText source, List<Diagnostic> diagnostics)
{
    private static readonly string[] s_properties = ["version", "entries"];
    private static readonly string[] s_entryProperties = ["rule", "file", "object", "detail", "count"];

    /// <summary>The entries in the order of the text; <see langword="null"/> where the text is no baseline.</summary>
    public IReadOnlyList<PlacedEntry>? Read()
    {
        if (new JsonDataReader(source, Report).Read() is not { } root)
            return null;
        if (root.Kind != DataKind.Map || root.Find("version") is not { } version || root.Find("entries") is not { } list)
        {
            Report(new TextSpan(root.Span.Start, 1), "A baseline is an object with `version` and `entries`");
            return null;
        }
        if (version.Kind != DataKind.Number || version.Text != Baseline.Version.ToString(CultureInfo.InvariantCulture))
        {
            Report(version.Span, $"`{source.ToString(version.Span)}` is no version of a baseline: expected `{Baseline.Version}`");
            return null;
        }
        if (list.Kind != DataKind.List)
        {
            Report(list.Span, "The entries of a baseline are a list");
            return null;
        }
        FindUnknown(root, s_properties);
        return [.. list.Items.Select(Read).OfType<PlacedEntry>()];
    }

    private PlacedEntry? Read(DataNode node)
    {
        if (node.Kind != DataKind.Map)
        {
            Report(node.Span, "An entry of a baseline is an object with `rule` and `object`");
            return null;
        }
        FindUnknown(node, s_entryProperties);
        if (!TryReadText(node, "rule", isNeeded: true, out var rule) || !TryReadText(node, "object", isNeeded: true, out var name)
            || !TryReadText(node, "file", isNeeded: false, out var file) || !TryReadText(node, "detail", isNeeded: false, out var detail)
            || rule is null || name is null || ReadRule(rule) is not { } id || ReadCount(node) is not { } count)
        {
            return null;
        }
        return new PlacedEntry(
            new BaselineEntry(id, file?.Text, name.Text, detail?.Text, count), node.Span, file?.Span ?? node.Span, node.Find("count")?.Span ?? node.Span);
    }

    private string? ReadRule(DataNode rule)
    {
        if (DiagnosticCatalog.Find(rule.Text) is not { } descriptor)
        {
            var nearest = DiagnosticCatalog.FindNearest(rule.Text);
            Report(rule.Span, $"No rule has the id or name `{rule.Text}`" + (nearest is null ? "" : $"; did you mean `{nearest}`?"));
            return null;
        }
        if (Baseline.MayHold(descriptor.Id))
            return descriptor.Id;
        Report(rule.Span, $"`{rule.Text}` is hidden by no baseline");
        return null;
    }

    private int? ReadCount(DataNode entry)
    {
        if (entry.Find("count") is not { } count)
            return 1;
        if (count.Kind == DataKind.Number && int.TryParse(count.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            return number;
        Report(count.Span, $"`{source.ToString(count.Span)}` is no count: expected a whole number from 1 on");
        return null;
    }

    private bool TryReadText(DataNode entry, string name, bool isNeeded, out DataNode? value)
    {
        value = entry.Find(name);
        if (value is { Kind: DataKind.Text } || (value is null && !isNeeded))
            return true;
        if (value is null)
            Report(new TextSpan(entry.Span.Start, 1), $"This entry has no `{name}`");
        else
            Report(value.Span, $"`{name}` of an entry is text");
        return false;
    }

    private void FindUnknown(DataNode map, string[] known)
    {
        foreach (var member in map.Members.Where(member => !known.Contains(member.Key)))
        {
            var nearest = NearestName.Find(member.Key, known);
            Report(member.KeySpan, $"`{member.Key}` says nothing in a baseline" + (nearest is null ? "" : $"; did you mean `{nearest}`?"));
        }
    }

    private void Report(TextSpan span, string message) =>
        diagnostics.Add(ConfigurationDescriptors.ConfigurationProblem.At(new Location(source, span), message));
}
