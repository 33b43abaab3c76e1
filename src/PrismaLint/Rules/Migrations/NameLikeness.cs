using System;
using System.Linq;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Migrations;

/// <summary>How much two names look like one and the same thing.</summary>
internal static class NameLikeness
{
    /// <summary>From 0 to 1: 1 where the words are the same, whatever their style; else the share of words, or of letters, in common.</summary>
    public static double Of(string left, string right)
    {
        var (first, second) = (Words.Split(left), Words.Split(right));
        var (one, other) = (first.Select(word => word.ToLowerInvariant()).ToArray(), second.Select(word => word.ToLowerInvariant()).ToArray());
        if (string.Concat(one) == string.Concat(other))
            return 1;
        var common = one.Intersect(other).Count();
        var words = 2.0 * common / Math.Max(1, one.Length + other.Length);
        var distance = Distance(string.Concat(one), string.Concat(other));
        var letters = 1 - (double)distance / Math.Max(1, Math.Max(string.Concat(one).Length, string.Concat(other).Length));
        return Math.Max(words, letters >= 0.6 ? letters : 0);
    }

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[right.Length];
    }
}
