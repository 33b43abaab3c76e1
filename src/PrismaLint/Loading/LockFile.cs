using System;
using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Loading;

/// <summary>
/// The versions of <c>prisma</c>, or else of <c>@prisma/client</c>, in the lock files of npm, Yarn, pnpm and Bun. Read by search
/// and by line, in one pass each: these files are long and written by machines.
/// </summary>
internal static class LockFile
{
    private static readonly string[] s_packages = ["prisma", "@prisma/client"];

    /// <summary>The names of lock files, the one that counts first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock"];

    /// <summary>The versions in a lock file, each once.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="text">Its text.</param>
    /// <param name="package">The folder of the package that asks, relative to the file; <c>.</c> for the file's own.</param>
    /// <param name="range">The range that the package asks for.</param>
    public static IReadOnlyCollection<string> Find(string name, string text, string package, string? range)
    {
        foreach (var dependency in s_packages)
        {
            var versions = new HashSet<string>(StringComparer.Ordinal);
            switch (name)
            {
                case "pnpm-lock.yaml":
                    AddPnpm(text, dependency, package, versions);
                    break;
                case "yarn.lock":
                    AddYarn(text, dependency, range, versions);
                    break;
                case "bun.lock":
                    AddBun(text, dependency, versions);
                    break;
                default:
                    AddNpm(text, dependency, package, versions);
                    break;
            }
            if (versions.Count > 0)
                return versions;
        }
        return [];
    }

    // Version 2 and 3: `"apps/web/node_modules/prisma": { "version": "7.1.0"`, where the nearest folder counts. Version 1:
    // `"prisma": { "version": "6.2.1"`.
    private static void AddNpm(string text, string dependency, string package, HashSet<string> versions)
    {
        var best = -1;
        var path = "node_modules/" + dependency + "\"";
        foreach (var end in Occurrences(text, path))
        {
            var start = text.LastIndexOf('"', end - path.Length - 1 < 0 ? 0 : end - path.Length - 1, Math.Min(end - path.Length, 1000)) + 1;
            var folder = text.Substring(start, end - path.Length - start).TrimEnd('/');
            if (folder.Length > 0 && package != folder && !package.StartsWith(folder + "/", StringComparison.Ordinal))
                continue;
            if (VersionBehind(text, end) is not { } version || folder.Length < best)
                continue;
            if (folder.Length > best)
                versions.Clear();
            best = folder.Length;
            versions.Add(version);
        }
        if (best >= 0)
            return;
        foreach (var end in Occurrences(text, "\"" + dependency + "\""))
        {
            if (VersionBehind(text, end) is { } version)
                versions.Add(version);
        }
    }

    // Behind a key: `: { "version": "…"`.
    private static string? VersionBehind(string text, int position)
    {
        return Accept(":") && Accept("{") && Accept("\"version\"") && Accept(":") && Accept("\"") && text.IndexOf('"', position) is var close and >= 0
            ? text.Substring(position, close - position)
            : null;

        bool Accept(string word)
        {
            while (position < text.Length && char.IsWhiteSpace(text[position]))
                position++;
            if (string.CompareOrdinal(text, position, word, 0, word.Length) != 0)
                return false;
            position += word.Length;
            return true;
        }
    }

    // importers: / apps/web: / dependencies: / prisma: / specifier: … / version: 7.1.0(…). Before version 6 there is
    // `prisma: 6.2.1` as well, and without workspace the sections stand at the top.
    private static void AddPnpm(string text, string dependency, string package, HashSet<string> versions)
    {
        var section = "";
        var kind = "";
        var importer = ".";
        var all = new HashSet<string>(StringComparer.Ordinal);
        var isDependency = false;
        foreach (var line in new TextLines(text))
        {
            if (YamlLine.Read(line) is not { } entry)
                continue;
            if (entry.Indentation == 0)
            {
                section = kind = entry.Key;
                if (section is "packages" or "snapshots")
                    break;
                importer = ".";
                isDependency = false;
            }
            else if (section == "importers" && entry.Indentation == 2)
            {
                importer = entry.Key;
                isDependency = false;
            }
            else if (section == "importers" && entry.Indentation == 4)
            {
                kind = entry.Key;
                isDependency = false;
            }
            else if (entry.Key == dependency && kind.EndsWith("ependencies", StringComparison.Ordinal))
            {
                isDependency = entry.Value.Length == 0;
                Add(entry.Value);
            }
            else if (isDependency && entry.Key == "version")
            {
                Add(entry.Value);
                isDependency = false;
            }
            else if (entry.Key != "specifier")
            {
                isDependency = false;
            }
        }
        if (versions.Count == 0)
            versions.UnionWith(all);

        void Add(string value)
        {
            var end = value.IndexOfAny(['(', '_']);
            var version = end < 0 ? value : value.Substring(0, end);
            if (version.Length == 0)
                return;
            all.Add(version);
            if (importer == package)
                versions.Add(version);
        }
    }

    // `prisma@^6.0.0, prisma@6.2.1:` or `"prisma@npm:^6.0.0":`, and below `version "6.2.1"` or `version: 6.2.1`.
    private static void AddYarn(string text, string dependency, string? range, HashSet<string> versions)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        var isEntry = false;
        var isWanted = false;
        foreach (var line in new TextLines(text))
        {
            if (line.Length > 0 && line[0] is not (' ' or '#'))
            {
                isEntry = false;
                isWanted = false;
                foreach (var part in line.TrimEnd(':').Trim('"').Split(','))
                {
                    var descriptor = part.Trim().Trim('"');
                    if (!descriptor.StartsWith(dependency + "@", StringComparison.Ordinal))
                        continue;
                    isEntry = true;
                    var wanted = descriptor.Substring(dependency.Length + 1);
                    isWanted |= range is not null && (wanted == range || wanted == "npm:" + range);
                }
            }
            else if (isEntry && line.StartsWith("  version", StringComparison.Ordinal))
            {
                var version = line.Substring("  version".Length).Trim(':', ' ', '"');
                all.Add(version);
                if (isWanted)
                    versions.Add(version);
                isEntry = false;
            }
        }
        if (versions.Count == 0)
            versions.UnionWith(all);
    }

    // "prisma": ["prisma@7.1.0", …
    private static void AddBun(string text, string dependency, HashSet<string> versions)
    {
        foreach (var end in Occurrences(text, "[\"" + dependency + "@"))
        {
            var close = text.IndexOf('"', end);
            if (close >= 0)
                versions.Add(text.Substring(end, close - end));
        }
    }

    private static IEnumerable<int> Occurrences(string text, string word)
    {
        for (var found = text.IndexOf(word, StringComparison.Ordinal); found >= 0; found = text.IndexOf(word, found + word.Length, StringComparison.Ordinal))
            yield return found + word.Length;
    }
}
