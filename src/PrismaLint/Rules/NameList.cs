using System;
using System.Collections.Generic;
using System.Linq;

namespace PrismaLint.Rules;

/// <summary>Names and name patterns of an option. Names are compared with their case.</summary>
public sealed class NameList
{
    public NameList(IEnumerable<string> patterns) => Patterns = patterns.ToArray();

    public IReadOnlyList<string> Patterns { get; }

    public bool IsEmpty => Patterns.Count == 0;

    public static NameList Parse(string text) =>
        new(text.Split(',').Select(part => part.Trim()).Where(part => part.Length > 0));

    public bool Contains(string name) => Patterns.Any(pattern => Matches(pattern, name));

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

    public override string ToString() => string.Join(", ", Patterns);
}
