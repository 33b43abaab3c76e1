using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PrismaLint.Text;

namespace PrismaLint.Loading;

/// <summary>
/// Finds schemas: a file is a schema; below a folder, what its Prisma config or <c>package.json</c> names, else every file
/// with a datasource together with the files around it that have none.
/// </summary>
public static class SchemaDiscovery
{
    /// <param name="paths">Schema files and folders; none stands for the working folder.</param>
    /// <param name="workingFolder">What relative paths start from; by default the process's current folder.</param>
    public static DiscoveryResult Find(IEnumerable<string> paths, string? workingFolder = null) =>
        Find(paths, FileReader.In(workingFolder));

    internal static DiscoveryResult Find(IEnumerable<string> paths, FileReader reader)
    {
        var schemas = new List<DiscoveredSchema>();
        foreach (var given in paths.DefaultIfEmpty("."))
        {
            var path = PathText.Normalize(given, Path.DirectorySeparatorChar);
            if (reader.FileExists(path))
                schemas.Add(new DiscoveredSchema(path, [path]));
            else if (reader.FolderExists(path))
                schemas.Add(new DiscoveredSchema(path, [.. Directory.GetFiles(reader.Resolve(path), "*.prisma", SearchOption.AllDirectories).OrderBy(file => file, StringComparer.Ordinal)]));
            else
                reader.Report(path, $"`{path}` does not exist");
        }
        return new DiscoveryResult(schemas, [], reader.Diagnostics);
    }
}
