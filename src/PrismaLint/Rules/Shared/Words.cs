using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;

namespace PrismaLint.Rules.Shared;

/// <summary>The words that a name is made of.</summary>
internal static class Words
{
    // A dozen rules ask for the same names one after the other. Equal names of one parse are one object, so that the
    // object tells; entries are replaced as a whole, and two threads at one place cost a look-up, no more.
    private static readonly Entry?[] s_recent = new Entry?[4096];

    /// <summary>
    /// Splits at underscores, before capitals, between letters and digits and at the end of acronyms, in lower case:
    /// <c>userID2</c> is user, id, 2; <c>APIKey</c> is api, key.
    /// </summary>
    public static IReadOnlyList<string> Split(string name)
    {
        var known = Recent(name);
        return known.Parts ??= Parts(name);
    }

    private static List<string> Parts(string name)
    {
        var words = new List<string>(4);
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && i > start && !IsBoundary(name, i))
                continue;
            if (i > start && name[start] != '_')
                words.Add(name.Substring(start, i - start).ToLowerInvariant());
            start = i;
        }
        return words;
    }

    /// <summary>The last word, numbers aside: of <c>addressLine2</c> it is line. Empty for a name without letters.</summary>
    public static string Last(string name)
    {
        var words = Split(name);
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if (!char.IsDigit(words[i][0]))
                return words[i];
        }
        return "";
    }

    /// <summary>The name without underscores, in lower case: <c>deleted_at</c> and <c>deletedAt</c> are equal.</summary>
    public static string Squash(string name)
    {
        var known = Recent(name);
        return known.Squashed ??= Squashed(name);
    }

    private static string Squashed(string name)
    {
        var start = 0;
        while (start < name.Length && name[start] != '_' && char.ToLowerInvariant(name[start]) == name[start])
            start++;
        if (start == name.Length)
            return name;
        var squashed = new StringBuilder(name, 0, start, name.Length);
        for (var i = start; i < name.Length; i++)
        {
            if (name[i] != '_')
                squashed.Append(char.ToLowerInvariant(name[i]));
        }
        return squashed.ToString();
    }

    /// <summary>Names to be compared with squashed ones.</summary>
    public static NameList Squash(NameList names)
    {
        var squashed = new List<string>(names.Patterns.Count);
        foreach (var pattern in names.Patterns)
            squashed.Add(Squash(pattern));
        return new NameList(squashed);
    }

    private static Entry Recent(string name)
    {
        ref var slot = ref s_recent[RuntimeHelpers.GetHashCode(name) & (s_recent.Length - 1)];
        var entry = Volatile.Read(ref slot);
        if (entry is null || !ReferenceEquals(entry.Name, name))
            Volatile.Write(ref slot, entry = new Entry(name));
        return entry;
    }

    private static bool IsBoundary(string name, int i)
    {
        char before = name[i - 1], here = name[i];
        if (before == '_' || here == '_')
            return true;
        if (char.IsDigit(before) != char.IsDigit(here))
            return true;
        if (!char.IsUpper(here))
            return false;
        // `userId` splits before I; `APIKey` before K, the capital that a small letter follows; `IDs` stays one word.
        return !char.IsUpper(before) || (i + 1 < name.Length && char.IsLower(name[i + 1]) && !IsPlural(name, i));
    }

    private static bool IsPlural(string name, int i) =>
        name[i + 1] == 's' && (i + 2 == name.Length || name[i + 2] == '_' || char.IsUpper(name[i + 2]));

    internal static bool ContainsAny(string name, params string[] words)
    {
        foreach (var word in Split(name))
        {
            if (Array.IndexOf(words, word) >= 0)
                return true;
        }
        return false;
    }

    private sealed class Entry(string name)
    {
        public string Name { get; } = name;

        public string? Squashed { get; set; }

        public IReadOnlyList<string>? Parts { get; set; }
    }
}
