using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace PrismaLint.Rules;

/// <summary>A setting of a rule, or of all rules: name, default, how its text is read.</summary>
public abstract class RuleOption
{
    private protected RuleOption(string name, string description, string defaultText, string valueDescription)
    {
        Name = name;
        Description = description;
        DefaultText = defaultText;
        ValueDescription = valueDescription;
    }

    /// <summary>The last part of its key, in snake case: <c>prismalint.PL3001.ignored_models</c>.</summary>
    public string Name { get; }

    /// <summary>What it does; one sentence, shown on the rule's page.</summary>
    public string Description { get; }

    /// <summary>The default as one would write it.</summary>
    public string DefaultText { get; }

    /// <summary>What a value looks like: <c>a whole number</c>, <c>one of `auto`, `camel`</c>.</summary>
    public string ValueDescription { get; }

    /// <summary>A comma-separated list of names; <c>*</c> and <c>?</c> in a name stand for any characters, any one character.</summary>
    public static RuleOption<NameList> Names(string name, string description, params string[] defaults) =>
        new(name, description, new NameList(defaults), string.Join(", ", defaults), "names, separated by commas; `*` stands for any characters, `/…/` holds a regular expression", NameList.Parse);

    public static RuleOption<int> Number(string name, string description, int defaultValue, int minimum = 0) =>
        new(name, description, defaultValue, defaultValue.ToString(CultureInfo.InvariantCulture), $"a whole number from {minimum} on", text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= minimum ? number : null);

    public static RuleOption<bool> Flag(string name, string description, bool defaultValue) =>
        new(name, description, defaultValue, defaultValue ? "true" : "false", "`true` or `false`", text =>
            text.Equals("true", StringComparison.OrdinalIgnoreCase) ? true : text.Equals("false", StringComparison.OrdinalIgnoreCase) ? false : null);

    /// <summary>One of a few words, compared without regard to case.</summary>
    public static RuleOption<string> Choice(string name, string description, string defaultValue, params string[] choices) =>
        new(name, description, defaultValue, defaultValue, "one of " + string.Join(", ", choices.Select(choice => $"`{choice}`")), text =>
            choices.FirstOrDefault(choice => choice.Equals(text, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Some of a few words, compared without regard to case.</summary>
    public static RuleOption<IReadOnlyList<string>> Choices(string name, string description, IReadOnlyList<string> defaults, params string[] choices) =>
        new(name, description, defaults, string.Join(", ", defaults), "some of " + string.Join(", ", choices.Select(choice => $"`{choice}`")) + ", separated by commas", text =>
        {
            var words = text.Split(',').Select(part => part.Trim()).Where(part => part.Length > 0)
                .Select(part => Array.Find(choices, choice => choice.Equals(part, StringComparison.OrdinalIgnoreCase))).ToArray();
            return words.OfType<string>().ToArray() is { Length: > 0 } known && known.Length == words.Length ? known : null;
        });

    /// <summary>Any text.</summary>
    public static RuleOption<string> Text(string name, string description, string defaultValue) =>
        new(name, description, defaultValue, defaultValue, "text", text => text);

    /// <summary>Words separated by commas, in their order and with their case.</summary>
    public static RuleOption<IReadOnlyList<string>> Words(string name, string description) =>
        new(name, description, [], "", "words, separated by commas", text =>
            text.Split(',').Select(part => part.Trim()).Where(part => part.Length > 0).ToArray());

    /// <summary>Pairs of words: <c>bill:bills, ox:oxen</c>.</summary>
    public static RuleOption<IReadOnlyDictionary<string, string>> Pairs(string name, string description) =>
        new(name, description, new Dictionary<string, string>(), "", "pairs of words, `one:other`, separated by commas", ParsePairs);

    /// <summary>A regular expression (.NET's), matched against the whole name.</summary>
    public static RuleOption<Regex?> Pattern(string name, string description) =>
        new(name, description, null, "", "a regular expression", text =>
        {
            try
            {
                return new Regex("^(?:" + text + ")$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            }
            catch (ArgumentException)
            {
                return null;
            }
        });

    /// <summary>Text with places for values, <c>idx_{table}_{columns}</c>; of other places than these it is no value.</summary>
    public static RuleOption<string> Template(string name, string description, params string[] places) =>
        new(name, description, "", "", "text with " + string.Join(", ", places.Select(place => "`{" + place + "}`")), text =>
        {
            var rest = places.Aggregate(text, (left, place) => left.Replace("{" + place + "}", ""));
            return rest.IndexOfAny(['{', '}']) < 0 ? text : null;
        });

    private static Dictionary<string, string>? ParsePairs(string text)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(',').Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            var words = part.Split(':');
            if (words.Length != 2 || words[0].Trim().Length == 0 || words[1].Trim().Length == 0)
                return null;
            pairs[words[0].Trim()] = words[1].Trim();
        }
        return pairs;
    }

    /// <summary>Reads a value; <see langword="null"/> where the text is none.</summary>
    public abstract object? Parse(string text);

    public override string ToString() => Name;
}

/// <inheritdoc/>
/// <typeparam name="T">The type of its value.</typeparam>
public sealed class RuleOption<T> : RuleOption
{
    private readonly Func<string, object?> _parse;

    internal RuleOption(string name, string description, T defaultValue, string defaultText, string valueDescription, Func<string, object?> parse)
        : base(name, description, defaultText, valueDescription)
    {
        Default = defaultValue;
        _parse = parse;
    }

    public T Default { get; }

    public override object? Parse(string text) => _parse(text.Trim());
}
