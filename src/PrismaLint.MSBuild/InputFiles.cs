using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security;
using PrismaLint.Loading;
using PrismaLint.Migrations;

namespace PrismaLint.MSBuild;

/// <summary>
/// The files that can have a say in what is found. They are told by name and without reading, and rather more than fewer: a
/// file too many costs a needless run, one too few a stale answer.
/// </summary>
internal static class InputFiles
{
    private const string Migrations = "migrations";
    private const string Script = "migration.sql";

    private static readonly string[] ClosedFolders = ["node_modules", "bin", "obj"];

    // Looked for in each folder that holds a schema and in all folders above.
    private static readonly string[] Nearby =
    [
        ".editorconfig",
        ".globalconfig",
        // `package.json` is among them.
        .. ConfigurationLoader.PrismaLintPlaces,
        "node_modules/prisma/package.json",
        "node_modules/@prisma/client/package.json",
        "package-lock.json",
        "npm-shrinkwrap.json",
        "pnpm-lock.yaml",
        "pnpm-workspace.yaml",
        "yarn.lock",
        "bun.lock",
    ];

    /// <summary>The files for a request, and for schemas that turned out to lie elsewhere; sorted. Not all of them exist.</summary>
    public static ISet<string> Find(LintRequest request, IReadOnlyList<string> elsewhere)
    {
        var files = new SortedSet<string>(StringComparer.Ordinal);
        var folders = new HashSet<string>(StringComparer.Ordinal);
        AddUpwards(request.ProjectFolder, files, folders);
        AddMigrations(request.ProjectFolder, files);
        if (request.Schemas.Count == 0)
            AddTree(request.ProjectFolder, files, folders);
        foreach (var path in request.Schemas)
            AddSchema(path, files, folders);
        foreach (var path in elsewhere)
            AddSchema(path, files, folders);
        foreach (var path in request.ConfigurationFiles)
            files.Add(path);
        foreach (var path in new[] { request.Baseline, request.Snapshot })
        {
            if (path.Length > 0)
                files.Add(path);
        }
        if (ProjectProperties.FindMigrations(request.Migrations) is not (MigrationScope.Off or MigrationScope.All))
            AddMainBranch(files);
        return files;
    }

    /// <summary>The files of a folder of migrations are among the files.</summary>
    public static bool HoldsMigrations(string folder, ISet<string> files) =>
        files.Any(file => file.Length > folder.Length && file[folder.Length] == Path.DirectorySeparatorChar && file.StartsWith(folder, StringComparison.Ordinal) && IsMigration(Path.GetFileName(file)));

    private static void AddSchema(string path, SortedSet<string> files, HashSet<string> folders)
    {
        if (Directory.Exists(path))
        {
            AddUpwards(path, files, folders);
            AddTree(path, files, folders);
            AddMigrations(path, files);
            return;
        }
        files.Add(path);
        if (Path.GetDirectoryName(path) is { } folder)
        {
            AddUpwards(folder, files, folders);
            AddMigrations(folder, files);
        }
    }

    // Beside a schema, or beside its folder; those in the tree are found as other files are.
    private static void AddMigrations(string folder, SortedSet<string> files)
    {
        foreach (var parent in new[] { folder, Path.GetDirectoryName(folder) })
        {
            if (parent is { Length: > 0 } && new DirectoryInfo(Path.Combine(parent, Migrations)) is { Exists: true } migrations)
                AddMigrationFolder(migrations, files);
        }
    }

    // A folder without a script counts too, and so a script that is not there.
    private static void AddMigrationFolder(DirectoryInfo migrations, SortedSet<string> files)
    {
        foreach (var entry in List(migrations))
        {
            if (entry is DirectoryInfo)
                files.Add(Path.Combine(entry.FullName, Script));
            else if (IsMigration(entry.Name))
                files.Add(entry.FullName);
        }
    }

    // What git would say can be told from its files: a build that changed nothing starts no process.
    private static void AddMainBranch(SortedSet<string> files)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (Path.GetFileName(file) == Script && Path.GetDirectoryName(Path.GetDirectoryName(file)) is { } folder)
                folders.Add(folder);
        }
        foreach (var folder in folders)
            files.UnionWith(GitMigrations.FilesOfMainBranch(folder));
    }

    private static bool IsMigration(string name) => name is Script or "migration_lock.toml";

    private static void AddUpwards(string path, SortedSet<string> files, HashSet<string> folders)
    {
        for (var folder = path; folder is { Length: > 0 } && folders.Add(folder); folder = Path.GetDirectoryName(folder))
            AddNearby(folder, files);
    }

    private static void AddNearby(string folder, SortedSet<string> files)
    {
        foreach (var name in Nearby)
        {
            var file = Path.Combine(folder, name);
            if (File.Exists(file))
                files.Add(file);
        }
    }

    // Links to folders are not followed, so no loop can arise.
    private static void AddTree(string path, SortedSet<string> files, HashSet<string> folders)
    {
        var open = new Stack<DirectoryInfo>();
        open.Push(new DirectoryInfo(path));
        while (open.Count > 0)
        {
            var folder = open.Pop();
            foreach (var entry in List(folder))
            {
                var name = entry.Name;
                if (entry is DirectoryInfo inner)
                {
                    if (name == ".config")
                        AddFiles(inner, files);
                    else if (IsOpen(inner))
                        open.Push(inner);
                    if (folder.Name == Migrations)
                        files.Add(Path.Combine(inner.FullName, Script));
                    else if (name == "node_modules" && folders.Add(folder.FullName))
                        AddNearby(folder.FullName, files);
                }
                else if (IsOfInterest(name))
                {
                    files.Add(entry.FullName);
                }
            }
        }
    }

    private static void AddFiles(DirectoryInfo folder, SortedSet<string> files)
    {
        foreach (var entry in List(folder))
        {
            if (entry is FileInfo)
                files.Add(entry.FullName);
        }
    }

    // What is wrong with a folder is found, and reported, by the run.
    private static FileSystemInfo[] List(DirectoryInfo folder)
    {
        try
        {
            return folder.GetFileSystemInfos();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SecurityException)
        {
            return [];
        }
    }

    private static bool IsOpen(DirectoryInfo folder) =>
        folder.Name[0] != '.'
        && Array.FindIndex(ClosedFolders, name => name.Equals(folder.Name, StringComparison.OrdinalIgnoreCase)) < 0
        && (folder.Attributes & FileAttributes.ReparsePoint) == 0;

    // `index.*` is the Prisma config where a folder is called `prisma.config`.
    private static bool IsOfInterest(string name) =>
        name.EndsWith(".prisma", StringComparison.OrdinalIgnoreCase)
        || name is "package.json" or ".editorconfig" or ".globalconfig"
            or "package-lock.json" or "npm-shrinkwrap.json" or "pnpm-lock.yaml" or "pnpm-workspace.yaml" or "yarn.lock" or "bun.lock"
        || name.StartsWith(".prismalintrc", StringComparison.Ordinal)
        || (name.StartsWith("prisma", StringComparison.Ordinal) && name.IndexOf(".config", StringComparison.Ordinal) > 0)
        || IsMigration(name)
        || name.StartsWith("index.", StringComparison.Ordinal);
}
