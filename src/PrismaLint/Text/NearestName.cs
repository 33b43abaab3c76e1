using System;
using System.Collections.Generic;

namespace PrismaLint.Text;

/// <summary>Finds what somebody may have meant.</summary>
internal static class NearestName
{
    /// <summary>
    /// The candidate nearest to a word: at most two edits away and at most two fifths of the word's length; of equally
    /// near ones the first. <see langword="null"/> where none is near.
    /// </summary>
    public static string? Find(string word, IEnumerable<string> candidates) => Find(word, candidates, out _);

    /// <summary>The same.</summary>
    /// <param name="word">The word as written.</param>
    /// <param name="candidates">What it may stand for.</param>
    /// <param name="isSure">
    /// The word is one slip away from this candidate and farther from the others, and the slip is in no digit: <c>line3</c>
    /// is no misspelt <c>line2</c>.
    /// </param>
    public static string? Find(string word, IEnumerable<string> candidates, out bool isSure)
    {
        string? best = null;
        var isAlone = true;
        var limit = Math.Min(3, (word.Length * 2 / 5) + 1);
        foreach (var candidate in candidates)
        {
            if (candidate == word || Math.Abs(candidate.Length - word.Length) > limit)
                continue;
            var distance = candidate.Equals(word, StringComparison.OrdinalIgnoreCase) ? 0 : Distance(word, candidate);
            if (distance < limit)
            {
                limit = distance;
                best = candidate;
                isAlone = true;
                if (limit == 0)
                    break;
            }
            else if (distance == limit && best is not null)
            {
                isAlone = false;
            }
        }
        isSure = best is not null && (limit == 0 || (limit == 1 && isAlone && word.Length >= 4 && HaveEqualDigits(word, best)));
        return best;
    }

    private static bool HaveEqualDigits(string left, string right)
    {
        var j = 0;
        foreach (var c in left)
        {
            if (c is < '0' or > '9')
                continue;
            while (j < right.Length && right[j] is < '0' or > '9')
                j++;
            if (j == right.Length || right[j++] != c)
                return false;
        }
        while (j < right.Length && right[j] is < '0' or > '9')
            j++;
        return j == right.Length;
    }

    /// <summary>The number of single-character insertions, deletions, replacements and swaps of neighbours between two words.</summary>
    public static int Distance(string left, string right)
    {
        const int tooLong = 100;
        if (left.Length > tooLong || right.Length > tooLong)
            return left == right ? 0 : tooLong;
        var beforeLast = new int[right.Length + 1];
        var last = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            last[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
            }
            (beforeLast, last, current) = (last, current, beforeLast);
        }
        return last[right.Length];
    }
}
