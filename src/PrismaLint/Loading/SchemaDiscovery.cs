using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Loading;

/// <summary>
/// Finds schemas: a file is a schema; below a folder, what its Prisma config or <c>package.json</c> names, else every file
/// with a datasource together with the files of its folder tree that have none.
/// </summary>
/// <remarks>
/// Never looked into: <c>node_modules</c>, <c>bin</c>, <c>obj</c>, hidden folders, links to folders, and the copy of the
/// schema that Prisma puts into a generated client.
/// </remarks>
public static class SchemaDiscovery
{
    /// <param name="paths">Schema files and folders; none stands for the working folder.</param>
    /// <param name="workingFolder">What relative paths start from; by default the process's current folder.</param>
    public static DiscoveryResult Find(IEnumerable<string> paths, string? workingFolder = null) =>
        Find(paths, FileReader.In(workingFolder));

    internal static DiscoveryResult Find(IEnumerable<string> paths, FileReader reader)
    {
        var schemas = new List<DiscoveredSchema>();
        var empty = new List<string>();
        foreach (var given in paths.DefaultIfEmpty("."))
        {
            var path = PathText.Normalize(given, Path.DirectorySeparatorChar);
            if (path.Length == 0)
            {
                reader.Report(path, "An empty path names no schema");
            }
            else if (reader.FileExists(path))
            {
                schemas.Add(new DiscoveredSchema(path, [path]));
            }
            else if (reader.FolderExists(path))
            {
                var found = InFolder(WithoutEnd(path), reader);
                schemas.AddRange(found);
                if (found.Count == 0)
                    empty.Add(path);
            }
            else
            {
                reader.Report(path, $"`{path}` does not exist");
            }
        }
        return new DiscoveryResult(Distinct(schemas, reader), empty, reader.Diagnostics);
    }

    /// <summary>
    /// As <see cref="Find(IEnumerable{string}, FileReader)"/>, but files that are listed together are grouped as those of a
    /// folder are. Each of them counts: with a single datasource all are one schema, wherever they are.
    /// </summary>
    internal static DiscoveryResult FindListed(IReadOnlyList<string> paths, FileReader reader)
    {
        string[] files =
        [
            .. paths.Select(path => PathText.Normalize(path, Path.DirectorySeparatorChar))
                .Where(reader.FileExists)
                .Distinct(StringComparer.Ordinal)
                .OrderBy(path => path, StringComparer.Ordinal),
        ];
        if (files.Length < 2)
            return Find(paths, reader);

        var others = paths.Where(path => !reader.FileExists(PathText.Normalize(path, Path.DirectorySeparatorChar))).ToArray();
        var found = others.Length == 0 ? new DiscoveryResult([], [], reader.Diagnostics) : Find(others, reader);
        var folder = PathText.GetFolder(files[0]);
        var rooted = files.Count(file => reader.Read(file) is { Content: var content } && VersionEvidence.HasDatasource(content));
        var hasContracts = files.Any(file => reader.Read(file) is { Content: var content } && VersionEvidence.IsPrisma8Contract(content));
        var listed = rooted == 1 && !hasContracts
            ? [new DiscoveredSchema(folder.Length == 0 ? "." : folder, files)]
            : SchemaGrouping.Group(folder, files, reader);
        var placed = new HashSet<string>(listed.SelectMany(schema => schema.Files), StringComparer.Ordinal);
        string[] left = [.. files.Where(file => !placed.Contains(file))];
        return found with
        {
            Schemas = Distinct([.. found.Schemas, .. listed, .. SchemaGrouping.Group(folder, left, reader)], reader),
            Diagnostics = reader.Diagnostics,
        };
    }

    private static IReadOnlyList<DiscoveredSchema> InFolder(string folder, FileReader reader)
    {
        var root = FolderListing.Read(folder, reader);
        if (root.FindConfiguredSchema(reader, reportMissing: true) is { } configured)
            return ReadConfigured(configured, reader);

        var schemas = new List<DiscoveredSchema>();
        var files = new List<string>();
        foreach (var listing in Walk(root, reader))
        {
            if (listing != root && listing.FindConfiguredSchema(reader, reportMissing: false) is { } inner)
                schemas.AddRange(ReadConfigured(inner, reader));
            files.AddRange(listing.SchemaFiles);
        }
        var claimed = new HashSet<string>(schemas.SelectMany(schema => schema.Files).Select(reader.Resolve), StringComparer.Ordinal);
        schemas.AddRange(SchemaGrouping.Group(folder, [.. files.Where(file => !claimed.Contains(reader.Resolve(file)))], reader));
        return schemas;
    }

    private static IReadOnlyList<DiscoveredSchema> ReadConfigured(string path, FileReader reader)
    {
        if (reader.FileExists(path))
            return [new DiscoveredSchema(path, [path])];
        string[] files = [.. Walk(FolderListing.Read(path, reader), reader).SelectMany(listing => listing.SchemaFiles)];
        return files.Length == 0 ? [] : [new DiscoveredSchema(path, files)];
    }

    // A stack rather than recursion: folders nest as deep as somebody likes. Links are not followed, so no loop can arise.
    private static IEnumerable<FolderListing> Walk(FolderListing root, FileReader reader)
    {
        var open = new Stack<FolderListing>();
        open.Push(root);
        while (open.Count > 0)
        {
            var listing = open.Pop();
            yield return listing;
            foreach (var folder in listing.Folders.Reverse())
                open.Push(FolderListing.Read(folder, reader));
        }
    }

    private static IReadOnlyList<DiscoveredSchema> Distinct(List<DiscoveredSchema> schemas, FileReader reader)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. schemas
                .Where(schema => seen.Add(string.Join("\n", schema.Files.Select(reader.Resolve).OrderBy(file => file, StringComparer.Ordinal))))
                .Select(schema => schema with { Files = [.. schema.Files.OrderBy(file => file, StringComparer.Ordinal)] })
                .OrderBy(schema => schema.Path, StringComparer.Ordinal)
                .ThenBy(schema => schema.Files[0], StringComparer.Ordinal),
        ];
    }

    private static string WithoutEnd(string path)
    {
        var end = path.Length;
        while (end > 1 && path[end - 1] == '/')
            end--;
        return path.Substring(0, end);
    }
}
