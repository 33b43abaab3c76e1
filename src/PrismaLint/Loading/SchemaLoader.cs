using System.Collections.Generic;
using System.IO;
using System.Linq;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Loading;

/// <summary>Finds and reads schemas. Expected faults become diagnostics (PL0014); the other files are still loaded.</summary>
public static class SchemaLoader
{
    /// <param name="paths">Schema files, or folders for <see cref="SchemaDiscovery"/>.</param>
    /// <param name="workingFolder">What relative paths start from; by default the process's current folder.</param>
    public static LoadedSchemas Load(IEnumerable<string> paths, string? workingFolder = null)
    {
        var reader = FileReader.In(workingFolder);
        return Read(SchemaDiscovery.Find(paths, reader), reader);
    }

    /// <summary>Reads schemas whose files are listed one by one, as the items of a project are: the files of a schema stay together.</summary>
    /// <param name="paths">Schema files, or folders for <see cref="SchemaDiscovery"/>.</param>
    /// <param name="workingFolder">What relative paths start from; by default the process's current folder.</param>
    public static LoadedSchemas LoadListed(IEnumerable<string> paths, string? workingFolder = null)
    {
        var reader = FileReader.In(workingFolder);
        return Read(SchemaDiscovery.FindListed([.. paths], reader), reader);
    }

    /// <summary>Reads one schema from a stream, such as standard input.</summary>
    /// <param name="input">Read to its end, not closed.</param>
    /// <param name="path">What findings call it.</param>
    public static LoadedSchemas Load(Stream input, string path)
    {
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        var reader = FileReader.In(null);
        return reader.Decode(path, bytes.ToArray()) is { } text
            ? new LoadedSchemas([new SchemaSource(path, [text]) { PrismaVersion = VersionEvidence.Find([text]) }], [], [])
            : new LoadedSchemas([], [], reader.Diagnostics);
    }

    private static LoadedSchemas Read(DiscoveryResult found, FileReader reader)
    {
        var schemas = new List<SchemaSource>(found.Schemas.Count);
        foreach (var schema in found.Schemas)
        {
            SourceText[] files = [.. schema.Files.Select(reader.Read).OfType<SourceText>()];
            if (files.Length == 0)
                continue;
            var (line, minor) = ProjectVersion.Detect(files, reader);
            schemas.Add(new SchemaSource(schema.Path, files) { PrismaVersion = line, PrismaMinor = minor, Migrations = MigrationLoader.Find(files, reader) });
        }
        return new LoadedSchemas(schemas, found.EmptyFolders, reader.Diagnostics);
    }
}
