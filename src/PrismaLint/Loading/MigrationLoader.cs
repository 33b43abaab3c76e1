using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PrismaLint.Migrations;
using PrismaLint.Text;

namespace PrismaLint.Loading;

/// <summary>Finds and reads the migrations of a schema: the folder <c>migrations</c> beside its files, or beside their folder, unless the Prisma config names another.</summary>
internal static class MigrationLoader
{
    private const string FolderName = "migrations";

    /// <summary>The migrations of a schema; <see langword="null"/> where it has none.</summary>
    /// <param name="files">The schema's files.</param>
    /// <param name="reader">Reads files.</param>
    public static MigrationHistory? Find(IReadOnlyList<SourceText> files, FileReader reader)
    {
        var main = files.FirstOrDefault(file => file.Content.Contains("datasource", StringComparison.Ordinal)) ?? files[0];
        var folder = PathText.GetFolder(main.Path);
        var parent = PathText.GetFolder(folder);
        string[] candidates = FindConfigured(files, folder, reader) is { } configured ? [configured] : folder.Length == 0 ? [FolderName] : [folder + "/" + FolderName, (parent.Length == 0 ? "" : parent + "/") + FolderName];
        foreach (var candidate in candidates)
        {
            var full = reader.Resolve(candidate);
            if (Directory.Exists(full) && Read(candidate, full, reader) is { } history)
                return history;
        }
        return null;
    }

    // The folder that the Prisma config names, as the user would call it. A config that names another schema has no say.
    private static string? FindConfigured(IReadOnlyList<SourceText> files, string folder, FileReader reader)
    {
        if (PrismaConfigLoader.Find(reader.Resolve(folder), reader) is not { } config || reader.ReadForeign(config) is not { } program || PrismaConfigFile.FindMigrations(program) is not { } named)
            return null;
        string Locate(string path) => PathText.Resolve(PathText.GetFolder(config), PathText.Normalize(path, Path.DirectorySeparatorChar));
        if (PrismaConfigFile.FindSchema(program) is { } schema && !files.Any(file => IsAtOrIn(reader.Resolve(file.Path), Locate(schema))))
            return null;
        return PathText.IsAbsolute(files[0].Path) ? Locate(named) : PathText.MakeRelative(reader.WorkingFolder, Locate(named));
    }

    private static bool IsAtOrIn(string path, string place) => path == place || path.StartsWith(place + "/", StringComparison.Ordinal);

    private static MigrationHistory? Read(string path, string full, FileReader reader)
    {
        var files = new List<MigrationFile>();
        var empty = new List<string>();
        // Prisma takes the folders by name, in the order of bytes.
        foreach (var folder in Directory.GetDirectories(full).Select(folder => Path.GetFileName(folder)).OrderBy(name => name, StringComparer.Ordinal))
        {
            var script = Path.Combine(full, folder, "migration.sql");
            if (!File.Exists(script))
                empty.Add(folder);
            else if (reader.Read(path + "/" + folder + "/migration.sql") is { } source)
                files.Add(new MigrationFile(folder, source));
        }
        var hasLock = File.Exists(Path.Combine(full, "migration_lock.toml"));
        if (files.Count == 0 && !hasLock)
            return null;
        var history = new MigrationHistory(path, files) { EmptyFolders = empty, Lock = hasLock ? reader.Read(path + "/migration_lock.toml") : null };
        return files.Count > 0 ? history.WithNewest() : history;
    }
}
