using System;
using System.Collections.Generic;

namespace PrismaLint.Text;

/// <summary>Paths as text, with <c>/</c> between their parts. Knows no file system.</summary>
internal static class PathText
{
    /// <summary>Turns <c>\</c> into <c>/</c> where the path is one of Windows.</summary>
    public static string Normalize(string path, char directorySeparator) =>
        directorySeparator == '\\' ? path.Replace('\\', '/') : path;

    public static bool IsAbsolute(string path) =>
        path.StartsWith('/') || (path.Length >= 2 && path[1] == ':' && IsLetter(path[0]));

    /// <summary>Joins two parts; nothing, <c>.</c> and <c>./</c> in front of a path do not change it.</summary>
    public static string Combine(string folder, string path)
    {
        if (folder is "" or "." or "./" || IsAbsolute(path))
            return path;
        return folder.EndsWith('/') ? folder + path : folder + "/" + path;
    }

    /// <summary>The absolute path, without <c>.</c> and <c>..</c> parts.</summary>
    public static string Resolve(string baseFolder, string path) => Collapse(Combine(baseFolder, path));

    /// <summary>The path without <c>.</c> parts, and without <c>..</c> parts except in front.</summary>
    public static string Collapse(string path)
    {
        var kept = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part == ".." && kept.Count > 0 && kept[kept.Count - 1] != "..")
                kept.RemoveAt(kept.Count - 1);
            else if (part is not ("" or ".") && !(part == ".." && path.StartsWith('/')))
                kept.Add(part);
        }
        var start = path.StartsWith("//", StringComparison.Ordinal) ? "//" : path.StartsWith('/') ? "/" : "";
        return start.Length + kept.Count == 0 ? "." : start + string.Join("/", kept);
    }

    /// <summary>The folder of a path, without a closing <c>/</c> unless it is the root; empty where the path has none.</summary>
    public static string GetFolder(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? "" : slash == 0 ? "/" : path.Substring(0, slash);
    }

    public static string GetFileName(string path) => path.Substring(path.LastIndexOf('/') + 1);

    /// <summary>The way from one absolute folder to an absolute path: <c>../a/b</c>.</summary>
    public static string MakeRelative(string folder, string path)
    {
        var from = folder.Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        var to = path.Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        var common = 0;
        while (common < from.Length && common < to.Length && from[common] == to[common])
            common++;
        if (common == 0 && from.Length > 0 && from[0].EndsWith(':'))
            return path;
        var parts = new List<string>();
        for (var i = common; i < from.Length; i++)
            parts.Add("..");
        for (var i = common; i < to.Length; i++)
            parts.Add(to[i]);
        return parts.Count == 0 ? "." : string.Join("/", parts);
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
