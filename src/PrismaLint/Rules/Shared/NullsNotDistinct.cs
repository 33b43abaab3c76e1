using System;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Shared;

/// <summary>
/// Uniques to which nulls are equal, though the schema language has no word for it: <c>NULLS NOT DISTINCT</c> is written
/// into the migration, and a comment at the unique says so.
/// </summary>
internal static class NullsNotDistinct
{
    // "NULLS NOT DISTINCT", "treats nulls as not distinct", "nulls are not distinct here".
    private const int MostWordsBetween = 3;

    private static readonly char[] s_separators = [' ', '\t', '\r', '\n', '`', '"', '\'', '(', ')', ',', '.', ':', ';', '_', '/', '*', '-'];

    /// <summary>A comment directly above the unique, or behind it on its line, says that nulls are not distinct.</summary>
    public static bool IsSaidOf(IndexSymbol index) => Says(index.DeclaringField is { } declaring
        ? declaring.Tree.GetAdjacentComments(declaring.Syntax)
        : index.Attribute.Tree.GetAdjacentComments(index.Attribute.Syntax));

    private static bool Says(string comment)
    {
        if (!comment.Contains("distinct", StringComparison.OrdinalIgnoreCase))
            return false;
        var words = comment.Split(s_separators, StringSplitOptions.RemoveEmptyEntries);
        var sinceNulls = MostWordsBetween + 1;
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (Is(words[i], "nulls") || Is(words[i], "null"))
                sinceNulls = 0;
            else if (Is(words[i], "not") && Is(words[i + 1], "distinct") && sinceNulls <= MostWordsBetween)
                return true;
            else
                sinceNulls++;
        }
        return false;
    }

    private static bool Is(string word, string expected) => word.Equals(expected, StringComparison.OrdinalIgnoreCase);
}
