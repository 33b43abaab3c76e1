using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Loading;

/// <summary>The line of Prisma that a schema's project uses.</summary>
internal static class ProjectVersion
{
    private static readonly string[] s_installed = ["node_modules/prisma/package.json", "node_modules/@prisma/client/package.json"];

    /// <summary>
    /// The dialect's header decides; then the package installed or asked for nearest above the schema; then the datasource.
    /// </summary>
    public static PrismaVersion Detect(IReadOnlyList<SourceText> files, FileReader reader)
    {
        var evidence = VersionEvidence.Find(files);
        if (evidence == PrismaVersion.V8)
            return evidence;
        var installed = FindAbove(PathText.GetFolder(reader.Resolve(files[0].Path)), reader);
        return installed == PrismaVersion.Unknown ? evidence : installed;
    }

    /// <summary>
    /// The line that a range of versions allows, <see cref="PrismaVersion.Unknown"/> where it allows several. A project on
    /// Prisma 8 reads a schema without the header of the new dialect as the 7 line does.
    /// </summary>
    public static PrismaVersion FromRange(string range)
    {
        PrismaVersion? line = null;
        foreach (var alternative in range.Split(["||"], StringSplitOptions.None))
        {
            var found = FromAlternative(alternative.Trim());
            if (found == PrismaVersion.Unknown || (line is not null && line != found))
                return PrismaVersion.Unknown;
            line = found;
        }
        return line ?? PrismaVersion.Unknown;
    }

    private static PrismaVersion FindAbove(string folder, FileReader reader)
    {
        while (true)
        {
            var found = InFolder(folder, reader);
            if (found != PrismaVersion.Unknown)
                return found;
            // A repository ends here: what lies above belongs to somebody else.
            var parent = PathText.GetFolder(folder);
            if (parent.Length == 0 || parent == folder || reader.FolderExists(PathText.Combine(folder, ".git")))
                return PrismaVersion.Unknown;
            folder = parent;
        }
    }

    private static PrismaVersion InFolder(string folder, FileReader reader)
    {
        var versions = s_installed
            .Select(path => reader.ReadManifest(PathText.Combine(folder, path))?.Version)
            .Append(reader.ReadManifest(PathText.Combine(folder, "package.json"))?.PrismaRange);
        foreach (var version in versions)
        {
            if (version is not null && FromRange(version) is not PrismaVersion.Unknown and var line)
                return line;
        }
        return PrismaVersion.Unknown;
    }

    // `^7.1`, `~6.19.0`, `7.x`, `>=6.2 <7`; an open end (`>=6`) says nothing about what is used.
    private static PrismaVersion FromAlternative(string range)
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
                lowest = highest = major;
            }
        }
        return lowest is null || highest is null || Line(lowest.Value) != Line(highest.Value) ? PrismaVersion.Unknown : Line(lowest.Value);
    }

    private static PrismaVersion Line(int major) => major <= 6 ? PrismaVersion.V6 : PrismaVersion.V7;
}
