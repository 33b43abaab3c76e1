using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PrismaLint.Configuration;
using PrismaLint.Configuration.PrismaLintRc;
using PrismaLint.Text;

namespace PrismaLint.Loading;

/// <summary>Finds and reads the configuration of schemas.</summary>
public static class ConfigurationLoader
{
    /// <summary>
    /// Reads each <c>.editorconfig</c> from the schemas' folders upwards until one says <c>root = true</c>, each
    /// <c>.globalconfig</c> on the way up, the nearest configuration of prisma-lint, and the files named. What cannot be read is among the configuration's diagnostics (PL0014).
    /// </summary>
    /// <param name="schemas">The schemas, with their paths as <see cref="SchemaLoader"/> gave them.</param>
    /// <param name="files">Files named by the user (<c>.editorconfig</c>, <c>.globalconfig</c>, one of prisma-lint's); they win over those found, later ones over earlier.</param>
    /// <param name="workingFolder">What relative paths start from; by default the process's current folder.</param>
    public static LintConfiguration Load(IEnumerable<SchemaSource> schemas, IEnumerable<string>? files = null, string? workingFolder = null)
    {
        var reader = FileReader.In(workingFolder);
        var found = new Dictionary<string, ConfigurationFile>(StringComparer.Ordinal);
        var named = new List<string>();
        foreach (var path in (files ?? []).Select(file => PathText.Normalize(file, Path.DirectorySeparatorChar)))
        {
            var fullPath = reader.Resolve(path);
            if (RcFile.FormatOf(fullPath) == RcFormat.Script && reader.FileExists(fullPath))
                found[fullPath] = new ConfigurationFile(new SourceText(path, ""), fullPath) { IsNamed = true };
            else if (reader.Read(path) is { } text)
                found[fullPath] = new ConfigurationFile(text, fullPath) { IsNamed = true };
            named.Remove(fullPath);
            named.Add(fullPath);
        }

        var finder = new PrismaLintFinder(reader);
        var namesPrismaLint = named.Exists(path => RcFile.FormatOf(path) is not null);
        var finished = new HashSet<(string Folder, bool IsBelowRoot)>();
        foreach (var file in schemas.SelectMany(schema => schema.Files).Select(file => file.Path).OrderBy(path => path, StringComparer.Ordinal))
        {
            var folder = reader.Resolve(PathText.GetFolder(file) is { Length: > 0 } given ? given : ".");
            Climb(folder, PathText.IsAbsolute(file), reader, found, finished);
            if (!namesPrismaLint && finder.Find(folder, PathText.IsAbsolute(file)) is { } foreign && !found.ContainsKey(foreign.FullPath))
                found.Add(foreign.FullPath, foreign);
        }
        return LintConfiguration.Create(
            [
                .. found.Values.Where(file => !file.IsNamed).OrderBy(file => file.FullPath, StringComparer.Ordinal),
                .. named.Where(found.ContainsKey).Select(path => found[path]),
            ],
            reader.WorkingFolder,
            reader.Diagnostics);
    }

    /// <summary>The names, below a schema's folder or one above it, of the files that <see cref="Load"/> may take a configuration of prisma-lint from.</summary>
    public static IReadOnlyList<string> PrismaLintPlaces => RcFile.Places;

    // Global files count from every folder above; the compiler, too, looks past a root for them.
    private static void Climb(string folder, bool showAbsolute, FileReader reader, Dictionary<string, ConfigurationFile> found, HashSet<(string Folder, bool IsBelowRoot)> finished)
    {
        var isBelowRoot = false;
        while (folder.Length > 0 && finished.Add((folder, isBelowRoot)))
        {
            Read(".globalconfig");
            if (!isBelowRoot && Read(".editorconfig") is { } file)
                isBelowRoot = ConfigurationLayer.IsRootFile(file.Source);
            if (PathText.GetFolder(folder) is var parent && parent == folder)
                return;
            folder = parent;
        }

        ConfigurationFile? Read(string name)
        {
            var fullPath = PathText.Combine(folder, name);
            if (found.TryGetValue(fullPath, out var known))
                return known;
            if (!reader.FileExists(fullPath))
                return null;
            var shown = showAbsolute ? fullPath : PathText.MakeRelative(reader.WorkingFolder, fullPath);
            if (reader.Read(shown) is not { } text)
                return null;
            return found[fullPath] = new ConfigurationFile(text, fullPath);
        }
    }
}
