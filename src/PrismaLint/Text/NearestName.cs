using System;
using System.Collections.Generic;

namespace PrismaLint.Text;

/// <summary>Finds what somebody probably meant to write.</summary>
public static class NearestName
{
    // Longer words are no slips of the pen, and the work grows with the square of the length.
    private const int MaxLength = 80;

    /// <summary>
    /// The candidate with the fewest letters to change, to insert, to leave out or to swap with their neighbour;
    /// <see langword="null"/> where that is more than two in five letters of the name, or where two candidates are
    /// equally near. Another case of letters counts little.
    /// </summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        if (name.Length is < 2 or > MaxLength)
            return null;
        // Distances count in tenths: a change of case is one tenth of a change of letter.
        var best = (name.Length * 4) + 1;
        string? nearest = null;
        var tied = false;
        foreach (var candidate in candidates)
        {
            if (candidate.Length > MaxLength || Math.Abs(candidate.Length - name.Length) * 10 > best || candidate == nearest)
                continue;
            var distance = Distance(name, candidate);
            if (distance > best)
                continue;
            if (distance == best)
            {
                tied = nearest is not null;
                continue;
            }

            best = distance;
            nearest = candidate;
            tied = false;
        }

        return tied ? null : nearest;
    }

    // Damerau and Levenshtein, the variant in which no part is edited twice.
    private static int Distance(string left, string right)
    {
        var beforeLast = new int[right.Length + 1];
        var last = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            last[j] = j * 10;
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i * 10;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = Math.Min(last[j - 1] + Difference(left[i - 1], right[j - 1]), Math.Min(last[j], current[j - 1]) + 10);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    cost = Math.Min(cost, beforeLast[j - 2] + 10);
                current[j] = cost;
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[right.Length];
    }

    private static int Difference(char left, char right) =>
        left == right ? 0 : char.ToUpperInvariant(left) == char.ToUpperInvariant(right) ? 1 : 10;
}
