using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PrismaLint.Text;

namespace PrismaLint.Loading;

/// <summary>What a folder holds that matters here.</summary>
internal sealed class FolderListing
{
    private static readonly string[] s_closed = ["node_modules", "bin", "obj"];

    private readonly string _path;
    private readonly bool _hasPrismaConfig;
    private readonly bool _hasManifest;

    private FolderListing(string path, IReadOnlyList<string> folders, IReadOnlyList<string> schemaFiles, bool hasPrismaConfig, bool hasManifest)
    {
        _path = path;
        _hasPrismaConfig = hasPrismaConfig;
        _hasManifest = hasManifest;
        Folders = folders;
        SchemaFiles = schemaFiles;
    }

    /// <summary>The folders to look into, sorted.</summary>
    public IReadOnlyList<string> Folders { get; }

    /// <summary>The <c>.prisma</c> files, sorted.</summary>
    public IReadOnlyList<string> SchemaFiles { get; }

    public static FolderListing Read(string path, FileReader reader)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = new DirectoryInfo(reader.Resolve(path)).GetFileSystemInfos();
        }
        catch (Exception exception) when (FileReader.IsExpected(exception))
        {
            reader.Report(path, $"`{path}` cannot be listed");
            return new FolderListing(path, [], [], false, false);
        }
        Array.Sort(entries, (left, right) => string.CompareOrdinal(left.Name, right.Name));
        var folders = new List<string>();
        var schemaFiles = new List<string>();
        bool hasPrismaConfig = false, hasManifest = false;
        foreach (var entry in entries)
        {
            hasPrismaConfig |= PrismaConfigFile.IsCandidate(entry.Name);
            if (entry is DirectoryInfo)
            {
                if (IsOpen(entry))
                    folders.Add(PathText.Combine(path, entry.Name));
            }
            else if (entry.Name == "package.json")
            {
                hasManifest = true;
            }
            else if (entry.Name.EndsWith(".prisma", StringComparison.OrdinalIgnoreCase))
            {
                schemaFiles.Add(PathText.Combine(path, entry.Name));
            }
        }
        // The generated client comes with a package.json of its own and a copy of the schema.
        var isGenerated = hasManifest && schemaFiles.Count > 0
            && reader.ReadManifest(PathText.Combine(path, "package.json"))?.Name?.StartsWith("prisma-client-", StringComparison.Ordinal) == true;
        return new FolderListing(path, folders, isGenerated ? [] : schemaFiles, hasPrismaConfig, hasManifest);
    }

    /// <summary>The schema file or folder that the Prisma config, or else <c>package.json</c>, names in this folder.</summary>
    /// <param name="reader">Reads them.</param>
    /// <param name="reportMissing">A schema that is named and does not exist is worth a diagnostic.</param>
    public string? FindConfiguredSchema(FileReader reader, bool reportMissing)
    {
        if (_hasPrismaConfig)
        {
            foreach (var name in PrismaConfigFile.Names)
            {
                var file = PathText.Combine(_path, name);
                if (reader.ReadForeign(file) is { } program && PrismaConfigFile.FindSchema(program) is { } schema)
                    return Named(file, schema, reader, reportMissing);
            }
        }
        if (_hasManifest)
        {
            var file = PathText.Combine(_path, "package.json");
            if (reader.ReadManifest(file)?.Schema is { } schema)
                return Named(file, schema, reader, reportMissing);
        }
        return null;
    }

    private static string? Named(string file, string schema, FileReader reader, bool reportMissing)
    {
        var relative = PathText.Collapse(PathText.Normalize(schema, Path.DirectorySeparatorChar));
        var folder = PathText.GetFolder(file);
        var path = relative == "." ? folder.Length == 0 ? "." : folder
            : relative.StartsWith("..", StringComparison.Ordinal) ? PathText.Collapse(PathText.Combine(folder, relative))
            : PathText.Combine(folder, relative);
        if (reader.FileExists(path) || reader.FolderExists(path))
            return path;
        if (reportMissing)
            reader.Report(path, $"`{path}`, the schema that `{file}` names, does not exist");
        return null;
    }

    private static bool IsOpen(FileSystemInfo folder) =>
        !folder.Name.StartsWith('.')
        && !s_closed.Contains(folder.Name, StringComparer.OrdinalIgnoreCase)
        && (folder.Attributes & FileAttributes.ReparsePoint) == 0;
}
