using System.Collections.Generic;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Loading;

/// <summary>The version of Prisma that a schema's project uses.</summary>
internal static class ProjectVersion
{
    private static readonly string[] s_installed = ["node_modules/prisma/package.json", "node_modules/@prisma/client/package.json"];

    /// <summary>
    /// The dialect's header decides; then the nearest folder above the schema that says something, by what is installed there,
    /// by its lock file, or by its manifest; then the datasource. Folders farther up may add the minor version to a line that
    /// is known.
    /// </summary>
    public static PrismaRelease Detect(IReadOnlyList<SourceText> files, FileReader reader)
    {
        var evidence = VersionEvidence.Find(files);
        if (evidence == PrismaVersion.V8)
            return new PrismaRelease(evidence, null);
        var found = FindAbove(PathText.GetFolder(reader.Resolve(files[0].Path)), reader);
        return found.IsKnown ? found : new PrismaRelease(evidence, null);
    }

    private static PrismaRelease FindAbove(string start, FileReader reader)
    {
        var found = default(PrismaRelease);
        string? range = null;
        // Where the packages that were asked for stand in lock files: the nearest folder with a manifest.
        string? package = null;
        for (var folder = start; ;)
        {
            var manifest = reader.ReadManifest(PathText.Combine(folder, "package.json"));
            if (package is null && (manifest is not null || reader.FileExists(PathText.Combine(folder, "package.json"))))
                package = folder;
            range ??= manifest?.PrismaRange;
            if (range is not null && range.StartsWith("catalog:", System.StringComparison.Ordinal))
                range = FindInCatalog(range.Substring("catalog:".Length), folder, manifest, reader) ?? range;
            found = Refine(found, Installed(folder, reader));
            if (!IsEnough(found))
                found = Refine(found, Locked(folder, package ?? start, range, reader));
            if (!found.IsKnown && range is not null)
                found = VersionRange.Find(range);
            // A repository ends here: what lies above belongs to somebody else.
            var parent = PathText.GetFolder(folder);
            if (IsEnough(found) || parent.Length == 0 || parent == folder || reader.FolderExists(PathText.Combine(folder, ".git")))
                return found;
            folder = parent;
        }
    }

    // No check asks for the minor version of the 6 line.
    private static bool IsEnough(PrismaRelease found) => found.Line == PrismaVersion.V6 || (found.IsKnown && found.Minor is not null);

    private static PrismaRelease Refine(PrismaRelease known, PrismaRelease more) =>
        !known.IsKnown || (known.Minor is null && known.Line == more.Line) ? (more.IsKnown ? more : known) : known;

    private static PrismaRelease Installed(string folder, FileReader reader)
    {
        foreach (var path in s_installed)
        {
            if (reader.ReadManifest(PathText.Combine(folder, path))?.Version is { } version && VersionRange.Find(version) is { IsKnown: true } release)
                return release;
        }
        return default;
    }

    // Of several versions the line counts if they share it, and so does the minor version.
    private static PrismaRelease Locked(string folder, string package, string? range, FileReader reader)
    {
        var wanted = range is null ? default : VersionRange.Find(range);
        PrismaRelease? common = null;
        foreach (var version in reader.ReadLockFile(folder, PathText.MakeRelative(folder, package), range))
        {
            var release = VersionRange.Find(version);
            if (!release.IsKnown || (wanted.IsKnown && wanted.Line != release.Line))
                continue;
            if (common is not { } earlier)
                common = release;
            else if (earlier.Line != release.Line)
                return default;
            else if (earlier.Minor != release.Minor)
                common = new PrismaRelease(earlier.Line, null);
        }
        return common ?? default;
    }

    private static string? FindInCatalog(string catalog, string folder, PackageManifest? manifest, FileReader reader) =>
        PnpmWorkspace.FindInCatalog(reader.ReadForeign(PathText.Combine(folder, "pnpm-workspace.yaml")), catalog.Trim())
        ?? manifest?.FindInCatalog(catalog.Trim());
}
