using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules;

/// <summary>Beginnings of names that do not count: words, or regular expressions between slashes. The first one that fits is taken off.</summary>
public sealed class Prefixes
{
    // A configuration file is not trusted to hold harmless expressions.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(250);

    private readonly IReadOnlyList<(string Text, Regex? Expression)> _entries;

    /// <exception cref="ArgumentException">A regular expression does not compile.</exception>
    public Prefixes(IEnumerable<string> entries) => _entries = [.. entries.Select(entry => (entry, Expression(entry)))];

    public static Prefixes None { get; } = new([]);

    internal static RuleOption<Prefixes> Option() => new(
        "trim_prefix",
        "Prefixes that do not count, the first one that fits: the rest of the name is judged.",
        None,
        "",
        "texts, separated by commas; `/…/` holds a regular expression",
        Parse);

    /// <summary>The part of a name that is judged: never nothing.</summary>
    public string Trim(string name) => TrimWholly(name) is { Length: > 0 } rest ? rest : name;

    /// <summary>What is left of a name, be it nothing.</summary>
    public string TrimWholly(string name)
    {
        foreach (var (text, expression) in _entries)
        {
            if (expression is null)
            {
                if (name.StartsWith(text, StringComparison.Ordinal))
                    return name.Substring(text.Length);
            }
            else if (Find(expression, name) is { Success: true } match)
            {
                return name.Remove(match.Index, match.Length);
            }
        }
        return name;
    }

    /// <summary>The name in another style, its prefix left as it is.</summary>
    internal string Convert(string name, NameStyle style)
    {
        var rest = Trim(name);
        return name.EndsWith(rest, StringComparison.Ordinal)
            ? name.Remove(name.Length - rest.Length) + NameStyles.Convert(rest, style)
            : NameStyles.Convert(name, style);
    }

    public override string ToString() => string.Join(", ", _entries.Select(entry => entry.Text));

    private static Prefixes? Parse(string text)
    {
        try
        {
            return new Prefixes(text.Split(',').Select(part => part.Trim()).Where(part => part.Length > 0));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Regex? Expression(string entry) =>
        entry.Length > 2 && entry[0] == '/' && entry[entry.Length - 1] == '/'
            ? new Regex(entry.Substring(1, entry.Length - 2), RegexOptions.CultureInvariant, s_patience)
            : null;

    private static Match? Find(Regex expression, string name)
    {
        try
        {
            return expression.Match(name);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
