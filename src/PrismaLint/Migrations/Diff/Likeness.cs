using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace PrismaLint.Migrations.Diff;

/// <summary>How alike two declarations are, in percent: what is gone on one side and new on the other may be one thing renamed.</summary>
internal static class Likeness
{
    /// <summary>From here on two fields are taken for one.</summary>
    public const int Least = 70;

    /// <summary>Type and list must be equal; then nullability, default, name, place and part in keys count.</summary>
    public static int OfColumns(ExpectedColumn old, ExpectedColumn next, bool isSameType, bool hasSameKeys)
    {
        if (!isSameType)
            return 0;
        var score = 35 + (30 * OfNames(old.Name, next.Name) / 100);
        score += old.IsRequired == next.IsRequired ? 15 : 0;
        score += old.Default?.Key == next.Default?.Key && old.IsSerial == next.IsSerial ? 10 : 0;
        score += IsInPlace(old, next) ? 15 : 0;
        score += hasSameKeys ? 15 : 0;
        return Math.Min(score, 99);
    }

    /// <summary>Columns of the same name and type count most, then the name.</summary>
    public static int OfTables(ExpectedTable old, ExpectedTable next)
    {
        var left = old.Columns.Select(column => (column.Name, Type: column.Type.ToString())).ToArray();
        var right = next.Columns.Select(column => (column.Name, Type: column.Type.ToString())).ToArray();
        var common = left.Intersect(right).Count();
        var names = OfNames(old.DisplayName, next.DisplayName);
        // Nearly every table has an id.
        if (common < 2 || (common < 3 && names < 50))
            return 0;
        return Math.Min((70 * common / left.Union(right).Count()) + (30 * names / 100), 99);
    }

    /// <summary>Values count most, then the name.</summary>
    public static int OfSets(string oldName, IReadOnlyCollection<string> old, string newName, IReadOnlyCollection<string> next)
    {
        var all = old.Union(next).Count();
        return all == 0 ? 0 : Math.Min((70 * old.Intersect(next).Count() / all) + (30 * OfNames(oldName, newName) / 100), 99);
    }

    /// <summary>Names in whatever style: <c>userId</c> and <c>user_id</c> are the same.</summary>
    public static int OfNames(string left, string right)
    {
        var (a, b) = (Plain(left), Plain(right));
        if (a == b)
            return 100;
        var longest = Math.Max(a.Length, b.Length);
        if (longest == 0)
            return 0;
        var share = 100 - (100 * Distance(a, b) / longest);
        // `title` and `postTitle`.
        var shortest = Math.Min(a.Length, b.Length);
        if (shortest >= 3 && (a.EndsWith(b, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal) || a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)))
            share = Math.Max(share, 75);
        return share;
    }

    private static bool IsInPlace(ExpectedColumn old, ExpectedColumn next)
    {
        var (left, right) = (old.Table.Columns.IndexOf(old), next.Table.Columns.IndexOf(next));
        var before = left > 0 && right > 0 && old.Table.Columns[left - 1].Name == next.Table.Columns[right - 1].Name;
        var after = left + 1 < old.Table.Columns.Count && right + 1 < next.Table.Columns.Count && old.Table.Columns[left + 1].Name == next.Table.Columns[right + 1].Name;
        var isLast = left + 1 == old.Table.Columns.Count && right + 1 == next.Table.Columns.Count;
        return before && (after || isLast);
    }

    private static string Plain(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (c != '_')
                text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
