using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace PrismaLint.Rules;

/// <summary>
/// Names of an option, compared with their case: words, words with <c>*</c> (any characters) and <c>?</c> (any one), or
/// regular expressions between slashes, <c>/^Lookup/</c>, <c>/^lookup/i</c>.
/// </summary>
public sealed class NameList
{
    // A configuration file is not trusted to hold harmless expressions.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(250);

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<string> _wildcards = [];
    private readonly List<(string Pattern, Regex Expression)> _expressions = [];

    /// <exception cref="ArgumentException">A regular expression does not compile.</exception>
    public NameList(IEnumerable<string> patterns)
    {
        Patterns = patterns.ToArray();
        foreach (var pattern in Patterns)
        {
            if (Expression(pattern) is { } expression)
                _expressions.Add((pattern, expression));
            else if (pattern.IndexOfAny(['*', '?']) >= 0)
                _wildcards.Add(pattern);
            else
                _names.Add(pattern);
        }
    }

    public IReadOnlyList<string> Patterns { get; }

    public bool IsEmpty => Patterns.Count == 0;

    /// <summary>Reads names separated by commas; <see langword="null"/> where a regular expression does not compile.</summary>
    public static NameList? Parse(string text)
    {
        try
        {
            return new NameList(text.Split(',').Select(part => part.Trim()).Where(part => part.Length > 0));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    public bool Contains(string name) => Find(name) is not null;

    /// <summary>The pattern that the name fits; <see langword="null"/> where none does.</summary>
    public string? Find(string name)
    {
        if (_names.Contains(name))
            return name;
        foreach (var wildcard in _wildcards)
        {
            if (Matches(wildcard, name))
                return wildcard;
        }
        foreach (var (pattern, expression) in _expressions)
        {
            if (Matches(expression, name))
                return pattern;
        }
        return null;
    }

    public override string ToString() => string.Join(", ", Patterns);

    private static Regex? Expression(string pattern)
    {
        var end = pattern.EndsWith("/i", StringComparison.Ordinal) ? pattern.Length - 2 : pattern.Length - 1;
        if (pattern.Length < 3 || pattern[0] != '/' || end < 2 || pattern[end] != '/')
            return null;
        var options = end == pattern.Length - 2 ? RegexOptions.IgnoreCase | RegexOptions.CultureInvariant : RegexOptions.CultureInvariant;
        return new Regex(pattern.Substring(1, end - 1), options, s_patience);
    }

    private static bool Matches(Regex expression, string name)
    {
        try
        {
            return expression.IsMatch(name);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    // Greedy with one step back per star: linear in practice, and without a regular expression to build.
    private static bool Matches(string pattern, string name)
    {
        int p = 0, n = 0, star = -1, mark = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && (pattern[p] == '?' || (pattern[p] != '*' && pattern[p] == name[n])))
            {
                p++;
                n++;
            }
            else if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = n;
            }
            else if (star >= 0)
            {
                p = star + 1;
                n = ++mark;
            }
            else
            {
                return false;
            }
        }
        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }
}
