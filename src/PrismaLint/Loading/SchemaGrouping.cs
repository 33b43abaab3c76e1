using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Loading;

/// <summary>Tells which files of a folder tree form a schema, where nothing names it.</summary>
internal static class SchemaGrouping
{
    /// <summary>
    /// Each file with a datasource roots a schema; a file without one belongs to the nearest root at or above its folder (to
    /// each, where a folder holds several). Contracts of Prisma 8 belong together by folder. Where nothing roots a schema, all
    /// files are one.
    /// </summary>
    public static IReadOnlyList<DiscoveredSchema> Group(string folder, IReadOnlyList<string> files, FileReader reader)
    {
        var schemas = new List<DiscoveredSchema>();
        var contracts = new List<string>();
        var members = new List<string>();
        var roots = new Dictionary<string, List<List<string>>>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (reader.Read(file)?.Content is not { } content)
                continue;
            if (VersionEvidence.IsPrisma8Contract(content))
                contracts.Add(file);
            else if (!VersionEvidence.HasDatasource(content))
                members.Add(file);
            else if (roots.TryGetValue(PathText.GetFolder(file), out var others))
                others.Add([file]);
            else
                roots.Add(PathText.GetFolder(file), [[file]]);
        }

        foreach (var contract in contracts.GroupBy(PathText.GetFolder, StringComparer.Ordinal))
            schemas.Add(Schema([.. contract], contract.Key));
        if (roots.Count == 0)
            return members.Count == 0 ? schemas : [.. schemas, Schema(members, folder)];
        foreach (var member in members)
        {
            foreach (var root in NearestRoots(PathText.GetFolder(member), roots))
                root.Add(member);
        }
        foreach (var root in roots)
            schemas.AddRange(root.Value.Select(schema => Schema(schema, root.Key)));
        return schemas;
    }

    private static List<List<string>> NearestRoots(string folder, Dictionary<string, List<List<string>>> roots)
    {
        while (true)
        {
            if (roots.TryGetValue(folder, out var found))
                return found;
            if (folder.Length == 0 || folder == PathText.GetFolder(folder))
                return [];
            folder = PathText.GetFolder(folder);
        }
    }

    private static DiscoveredSchema Schema(List<string> files, string folder) =>
        new(files.Count == 1 ? files[0] : folder.Length == 0 ? "." : folder, files);
}
