using System;
using System.Linq;

namespace PrismaLint.Semantics;

/// <summary>Reads versions and ranges of versions as package managers write them.</summary>
internal static class VersionRange
{
    /// <summary>The line that a range allows, with its minor version where it allows one alone: <c>7.3.1</c>, <c>~7.3</c>.</summary>
    public static PrismaRelease Find(string range)
    {
        // `workspace:^7.1`, `npm:prisma@7.1`, `npm:@prisma/client@~7.1`
        range = range.Trim();
        if (range.StartsWith("workspace:", StringComparison.Ordinal))
            range = range.Substring("workspace:".Length);
        else if (range.StartsWith("npm:", StringComparison.Ordinal) && range.LastIndexOf('@') is > 4 and var at)
            range = range.Substring(at + 1);
        var line = FindLine(range);
        return new PrismaRelease(line, line == PrismaVersion.Unknown ? null : FindMinor(range));
    }

    // Of Prisma 8 the minor version counts from its own beginning and says nothing about the 7 line, as which it is read.
    private static int? FindMinor(string range)
    {
        var text = range.TrimStart('~', '=', 'v');
        var dot = text.IndexOf('.');
        if (dot != 1 || text[0] is not ('6' or '7'))
            return null;
        var end = dot + 1;
        var minor = 0;
        while (end < text.Length && end < dot + 4 && text[end] is >= '0' and <= '9')
            minor = (minor * 10) + text[end++] - '0';
        return end == dot + 1 || text.IndexOfAny([' ', '|', '<', '>', ',']) >= 0 || (end < text.Length && text[end] is not ('.' or '-' or '+')) ? null : minor;
    }

    /// <summary>
    /// The line that a range allows, <see cref="PrismaVersion.Unknown"/> where it allows several. A project on Prisma 8 reads a
    /// schema without the header of the new dialect as the 7 line does.
    /// </summary>
    public static PrismaVersion FindLine(string range)
    {
        PrismaVersion? line = null;
        foreach (var alternative in range.Split(["||"], StringSplitOptions.None))
        {
            var found = FindLineOfAlternative(alternative.Trim());
            if (found == PrismaVersion.Unknown || (line is not null && line != found))
                return PrismaVersion.Unknown;
            line = found;
        }
        return line ?? PrismaVersion.Unknown;
    }

    // `^7.1`, `~6.19.0`, `7.x`, `>=6.2 <7`; an open end (`>=6`) says nothing about what is used.
    private static PrismaVersion FindLineOfAlternative(string range)
    {
        int? lowest = null;
        int? highest = null;
        foreach (var part in range.Replace(" - ", " <=").Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var number = part.TrimStart('^', '~', '=', '<', '>', 'v');
            var digits = number.TakeWhile(c => c is >= '0' and <= '9').Count();
            if (digits is 0 or > 6)
                return PrismaVersion.Unknown;
            var major = number.Take(digits).Aggregate(0, (sum, digit) => (sum * 10) + digit - '0');
            if (part.StartsWith('>'))
            {
                lowest = major;
            }
            else if (part.StartsWith('<'))
            {
                var isWholeMajor = number.Substring(digits).Trim('.', '0', '-').Length == 0;
                highest = part.StartsWith("<=", StringComparison.Ordinal) || !isWholeMajor ? major : major - 1;
            }
            else
            {
                lowest ??= major;
                highest = major;
            }
        }
        return lowest is null || highest is null || Line(lowest.Value) != Line(highest.Value) ? PrismaVersion.Unknown : Line(lowest.Value);
    }

    private static PrismaVersion Line(int major) => major <= 6 ? PrismaVersion.V6 : PrismaVersion.V7;
}
