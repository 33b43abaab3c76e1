using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Configuration.Data;
using PrismaLint.Text;

namespace PrismaLint.Planning.Inputs;

/// <summary>The values of a file by their keys, read as what they ought to be. What is wrong is reported and counts as unknown.</summary>
internal sealed class InputValues(SourceText source, Action<TextSpan, string> report)
{
    private const int MaximumShown = 40;

    private static readonly string[] s_unknown = ["", "?", "unknown"];
    private static readonly string[] s_yes = ["true", "yes", "on"];
    private static readonly string[] s_no = ["false", "no", "off", "none", "never"];

    private readonly Dictionary<string, DataMember> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <summary>The one-based lines of the keys that have a value.</summary>
    public IReadOnlyDictionary<string, int> Lines => _lines;

    /// <summary>Nothing is written, or that nobody knows.</summary>
    public static bool IsUnknown(DataNode node) => node.Kind switch
    {
        DataKind.Null => true,
        DataKind.Text => s_unknown.Contains(node.Text.Trim(), StringComparer.OrdinalIgnoreCase),
        DataKind.List => node.Items.Count == 0,
        DataKind.Map => node.Members.Count == 0,
        _ => false,
    };

    /// <summary>There is none of it, in any of the usual words.</summary>
    public static bool IsNo(DataNode node) => s_no.Contains(node.Text, StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes up the members of the file's map, and says which ones mean nothing.</summary>
    public void Collect(DataNode map, string prefix = "")
    {
        foreach (var member in map.Members)
        {
            var name = prefix + member.Key;
            if (member.Value.Kind == DataKind.Map && PlanInputsKeys.IsGroup(name))
                Collect(member.Value, name + ".");
            else if (PlanInputsKeys.IsKey(name))
                Add(name, member);
            else if (!PlanInputsKeys.IsGroup(name))
                ReportUnknownKey(member, prefix);
            else if (!IsUnknown(member.Value))
                Report(member.Value.Span, $"`{name}` is a map with the keys {Names(PlanInputsKeys.MembersOf(name + "."))}");
        }
    }

    /// <summary>The value of a key; <see langword="null"/>: it is unknown.</summary>
    public DataNode? Find(string key) => _members.TryGetValue(key, out var member) && !IsUnknown(member.Value) ? member.Value : null;

    public void SetLine(string key, TextSpan span) => _lines[key] = source.GetLinePosition(span.Start).Line + 1;

    public string? Text(string key) => Find(key) is { } node ? Text(key, node) : null;

    public string? Text(string key, DataNode node)
    {
        if (node.Kind is DataKind.Text or DataKind.Number)
            return node.Text.Trim();
        Report(node.Span, $"`{key}` is a text, and `{Written(node)}` is none");
        return null;
    }

    /// <summary>A day as somebody writes it, or <c>never</c>.</summary>
    public string? Day(string key) => Find(key) is { } node ? IsNo(node) ? "never" : Text(key, node) : null;

    public double? Number(string key, bool mayBeZero = true) => Find(key) is { } node ? Number(key, node, mayBeZero) : null;

    public double? Number(string key, DataNode node, bool mayBeZero = true)
    {
        if (node.Kind is DataKind.Number or DataKind.Text && Quantity.Read(node.Text) is { } number && (number > 0 || (number == 0 && mayBeZero)))
            return number;
        Report(node.Span, $"`{key}` is a number {(mayBeZero ? "from 0 on" : "above 0")}, and `{Written(node)}` is none{HintOf(node)}");
        return null;
    }

    public int? Count(string key, int minimum, int maximum = int.MaxValue)
    {
        if (Find(key) is not { } node)
            return null;
        if (node.Kind is DataKind.Number or DataKind.Text && Quantity.Read(node.Text) is { } number && number >= minimum && number <= maximum && number == Math.Floor(number))
            return (int)number;
        var range = maximum == int.MaxValue ? $"from {Figure(minimum)} on" : $"from {Figure(minimum)} to {Figure(maximum)}";
        Report(node.Span, $"`{key}` is a whole number {range}, and `{Written(node)}` is none{HintOf(node)}");
        return null;
    }

    public bool? Flag(string key)
    {
        if (Find(key) is not { } node)
            return null;
        if (s_yes.Contains(node.Text, StringComparer.OrdinalIgnoreCase))
            return true;
        if (IsNo(node))
            return false;
        Report(node.Span, $"`{key}` is `true` or `false`, and not `{Written(node)}`");
        return null;
    }

    /// <summary>The items of a list; a single text is a list of one.</summary>
    public IReadOnlyList<DataNode> Items(string key) => Find(key) is { } node ? Items(key, node) : [];

    public IReadOnlyList<DataNode> Items(string key, DataNode node)
    {
        if (node.Kind is DataKind.Text or DataKind.Number)
            return [node];
        if (node.Kind != DataKind.List)
        {
            Report(node.Span, $"`{key}` is a list of texts, such as `[a, b]`");
            return [];
        }
        var items = new List<DataNode>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in node.Items.Where(item => !IsUnknown(item)))
        {
            if (item.Kind is not (DataKind.Text or DataKind.Number))
                Report(item.Span, $"`{key}` is a list of texts, and `{Written(item)}` is none");
            else if (!seen.Add(item.Text.Trim()))
                Report(item.Span, $"`{item.Text.Trim()}` stands in `{key}` a second time");
            else
                items.Add(item);
        }
        return items;
    }

    public void Report(TextSpan span, string message) => report(span, message);

    /// <summary>What is written there, on one line and not too long.</summary>
    public string Written(DataNode node)
    {
        var text = source.ToString(node.Span).Replace('\r', ' ').Replace('\n', ' ').Replace('`', '\'');
        return text.Length <= MaximumShown ? text : $"{text.Substring(0, MaximumShown)}…";
    }

    public static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));

    public static string NearestOf(string word, IEnumerable<string> known) => NearestName.Find(word, known) is { } nearest ? $"; did you mean `{nearest}`?" : "";

    /// <summary>How a number with commas is written here.</summary>
    public static string HintOf(DataNode node) =>
        node.Text.Contains(',') && Quantity.Read(node.Text.Replace(",", "")) is not null ? $"; write `{node.Text.Replace(',', '_')}`" : "";

    private void Add(string name, DataMember member)
    {
        _members[name] = member;
        if (!IsUnknown(member.Value) && !(member.Value.Kind == DataKind.Map && member.Value.Members.All(inner => IsUnknown(inner.Value))))
            SetLine(name, member.KeySpan);
    }

    private void ReportUnknownKey(DataMember member, string prefix)
    {
        var group = prefix.TrimEnd('.');
        var hint = NearestOf(member.Key, PlanInputsKeys.MembersOf(prefix));
        if (hint.Length == 0 && PlanInputsKeys.All.FirstOrDefault(key => key.Name.EndsWith("." + member.Key, StringComparison.Ordinal)) is { } elsewhere)
            hint = $"; it stands in `{elsewhere.Name.Split('.')[0]}`";
        else if (hint.Length == 0 && group.Length > 0 && PlanInputsKeys.MembersOf("").Contains(member.Key))
            hint = "; it stands at the left margin";
        Report(member.KeySpan, (group.Length == 0 ? $"The inputs of a plan have no key `{member.Key}`" : $"`{group}` has no key `{member.Key}`") + hint);
    }

    private static string Figure(int number) => number.ToString(CultureInfo.InvariantCulture);
}
