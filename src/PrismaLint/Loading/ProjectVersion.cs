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
            if (version is not null && VersionRange.FindLine(version) is not PrismaVersion.Unknown and var line)
                return line;
        }
        return PrismaVersion.Unknown;
    }
}
