using System;
using System.Collections.Generic;

namespace PrismaLint.Text;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearestName
{
    /// <summary>
    /// The candidate with the fewest changes of letters, or nothing where none is near: at most a third of the word may
    /// differ. Of equally near ones the first. Case counts for nothing.
    /// </summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        // A name of absurd length is no slip of the keyboard, and comparing it would cost.
        if (name.Length is 0 or > 100)
            return null;
        var word = name.ToUpperInvariant();
        var allowed = word.Length <= 2 ? 0 : Math.Min(Math.Max(1, word.Length / 3), 4);
        string? nearest = null;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) > allowed)
                continue;
            var distance = Distance(word, candidate.ToUpperInvariant(), allowed);
            if (distance > allowed)
                continue;
            nearest = candidate;
            if (distance == 0)
                break;
            allowed = distance - 1;
        }
        return nearest;
    }

    // Insertions, deletions, replacements and swaps of neighbours, each counted as one; stops where `limit` is passed.
    private static int Distance(string left, string right, int limit)
    {
        var beforePrevious = new int[right.Length + 1];
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            var best = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    value = Math.Min(value, beforePrevious[j - 2] + 1);
                current[j] = value;
                best = Math.Min(best, value);
            }
            if (best > limit)
                return best;
            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }
        return previous[right.Length];
    }
}
