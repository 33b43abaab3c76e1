using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Runtime.InteropServices;
using PrismaLint.Migrations;

namespace PrismaLint.Loading;

/// <summary>Asks git which migrations are new: those that another revision does not have.</summary>
public static class GitMigrations
{
    private static readonly string[] s_mainBranches = ["origin/HEAD", "origin/main", "origin/master", "main", "master", "trunk"];

    // A build waits for it.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The history with those migrations marked as new that a revision does not have. Without git, or outside of a repository, the history as
    /// it is: its newest migration is new.
    /// </summary>
    /// <param name="history">The migrations.</param>
    /// <param name="since">The revision; <see langword="null"/>: the main branch.</param>
    /// <param name="workingFolder">What the folder of the history is relative to.</param>
    /// <param name="problem">What is wrong with the revision that was asked for; <see langword="null"/> where nothing is.</param>
    public static MigrationHistory Mark(MigrationHistory history, string? since, string workingFolder, out string? problem)
    {
        problem = null;
        var folder = Text.PathText.Resolve(workingFolder.Replace('\\', '/'), history.Folder);
        // What begins with a dash would be an option.
        if (since is { Length: > 0 } && since[0] == '-')
        {
            problem = $"`{since}` is no revision";
            return history;
        }
        if (since is null && GitFolder.Find(folder) is null)
            return history;
        foreach (var revision in since is null ? s_mainBranches : [since])
        {
            if (Run(folder, "ls-tree", "--name-only", "-r", "-z", revision, "--", ".") is not { } known)
                continue;
            var names = new HashSet<string>(known.Split('\0').Select(path => path.Split('/')[0]), StringComparer.Ordinal);
            return history.WithNew(file => !names.Contains(file.Name));
        }
        if (since is not null)
            problem = $"git knows no revision `{since}` of `{history.Folder}`";
        return history;
    }

    /// <summary>The files on which the answer about the main branch depends; none outside of a repository. Not all of them need exist.</summary>
    /// <param name="folder">A folder of migrations, absolute.</param>
    public static IReadOnlyList<string> FilesOfMainBranch(string folder) => [.. GitFolder.Find(folder)?.FilesOf(s_mainBranches) ?? []];

    private static string? Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", "-C \"" + folder + "\" " + string.Join(" ", arguments.Select(Quote)))
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, CreateNoWindow = true,
        };
        try
        {
            using var process = Process.Start(start);
            if (process is null)
                return null;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit((int)s_patience.TotalMilliseconds))
            {
                process.Kill();
                return null;
            }
            errors.Wait(s_patience);
            return output.Wait(s_patience) && process.ExitCode == 0 ? output.Result : null;
        }
        catch (Exception exception) when (exception is ExternalException or InvalidOperationException)
        {
            // There is no git.
            return null;
        }
    }

    private static string Quote(string argument) => argument.Length == 0 || argument.IndexOfAny([' ', '"', '\\']) >= 0 ? "\"" + argument.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"" : argument;
}
