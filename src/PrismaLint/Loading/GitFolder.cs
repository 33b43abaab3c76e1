using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace PrismaLint.Loading;

/// <summary>Where git keeps a repository. Looks at files alone; what they mean, git itself is asked.</summary>
internal sealed class GitFolder
{
    private readonly string _own;
    private readonly string _shared;

    private GitFolder(string own, string shared) => (_own, _shared) = (own, shared);

    /// <summary>The repository that a folder belongs to: that of the nearest <c>.git</c> above; <see langword="null"/> where there is none.</summary>
    public static GitFolder? Find(string folder)
    {
        try
        {
            for (var current = folder; current is { Length: > 0 }; current = Path.GetDirectoryName(current))
            {
                var path = Path.Combine(current, ".git");
                if (Directory.Exists(path))
                    return new GitFolder(path, path);
                // A worktree or a submodule has a file that says where.
                if (ReadLine(path, "gitdir:") is { } linked)
                    return At(Path.GetFullPath(Path.Combine(current, linked)));
            }
        }
        catch (Exception exception) when (FileReader.IsExpected(exception))
        {
            // Git will say the same.
        }
        return null;
    }

    /// <summary>
    /// The files that say which commits branches of those names stand for; a change of any other file changes none. Not all of them need exist.
    /// </summary>
    public IEnumerable<string> FilesOf(IEnumerable<string> branches)
    {
        yield return Path.Combine(_own, "HEAD");
        yield return Path.Combine(_shared, "packed-refs");
        // The newer way to keep them: every change makes a new table.
        yield return Path.Combine(_shared, "reftable", "tables.list");
        foreach (var branch in branches)
        {
            var file = InRefs((branch.Contains('/') ? "remotes/" : "heads/") + branch);
            yield return file;
            // origin/HEAD only names another one.
            if (branch.EndsWith("/HEAD", StringComparison.Ordinal) && ReadLine(file, "ref:") is { } target)
                yield return Path.Combine(_shared, target.Replace('/', Path.DirectorySeparatorChar));
        }
    }

    private static GitFolder At(string own) =>
        new(own, ReadLine(Path.Combine(own, "commondir"), "") is { } shared ? Path.GetFullPath(Path.Combine(own, shared)) : own);

    private string InRefs(string name) => Path.Combine(_shared, "refs", name.Replace('/', Path.DirectorySeparatorChar));

    private static string? ReadLine(string file, string prefix)
    {
        try
        {
            return File.Exists(file) && File.ReadLines(file).FirstOrDefault() is { } line && line.StartsWith(prefix, StringComparison.Ordinal)
                ? line.Substring(prefix.Length).Trim() : null;
        }
        catch (Exception exception) when (FileReader.IsExpected(exception))
        {
            return null;
        }
    }
}
