using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using PrismaLint.Loading;
using PrismaLint.Text;

namespace PrismaLint.Cli.Commands;

/// <summary>A schema as git has it: its files, and those that say where it is, are laid out in a folder of their own and found as usual.</summary>
internal static class GitSchema
{
    /// <param name="reference">A commit, branch or tag.</param>
    /// <param name="path">The schema's file or folder, as in the working tree.</param>
    public static SchemaSource Load(string reference, string path)
    {
        var prefix = Ask("rev-parse", "--show-prefix").TrimEnd('\n', '\r');
        if (reference.Length == 0 || reference[0] == '-' || Run("rev-parse", "--verify", "--quiet", reference + "^{commit}") is not { ExitCode: 0, Output: var commit })
            throw new UsageException($"`--since {reference}` names no commit, branch or tag of this repository");
        var id = Encoding.UTF8.GetString(commit).Trim();
        var inTree = Normalize(prefix, path);
        var files = Encoding.UTF8.GetString(RunOrFail("ls-tree", "-r", "-z", "--name-only", "--full-tree", id).Output)
            .Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(file => Concerns(file, inTree))
            .ToArray();

        var folder = Directory.CreateTempSubdirectory("prismalint-git-");
        try
        {
            foreach (var file in files)
            {
                var target = Path.Combine(folder.FullName, file);
                Directory.CreateDirectory(Path.GetDirectoryName(target) ?? folder.FullName);
                File.WriteAllBytes(target, RunOrFail("show", $"{id}:{file}").Output);
            }
            var given = inTree.Length == 0 ? "." : inTree;
            if (given != "." && !File.Exists(Path.Combine(folder.FullName, given)) && !Directory.Exists(Path.Combine(folder.FullName, given)))
                throw new UsageException($"`{path}` is not there at `{reference}`");
            var schema = SchemaInput.One(SchemaLoader.Load([given], folder.FullName), $"{reference}:{given}", DiffRun.Need);
            // As git itself names them.
            return schema with
            {
                Path = $"{reference}:{schema.Path}",
                Files = [.. schema.Files.Select(file => new SourceText($"{reference}:{file.Path}", file.Content))],
            };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // From the top of the working tree, with slashes.
    private static string Normalize(string prefix, string path)
    {
        var here = Directory.GetCurrentDirectory();
        var relative = Path.GetRelativePath(here, Path.GetFullPath(path)).Replace(Path.DirectorySeparatorChar, '/');
        var parts = new List<string>(prefix.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in relative.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
            {
                if (parts.Count == 0)
                    throw new UsageException($"`{path}` lies outside of this repository");
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }
        return string.Join('/', parts);
    }

    // The schema files at or below the path, and what leads to them or tells the version, there and above.
    private static bool Concerns(string file, string path)
    {
        var parts = file.Split('/');
        if (parts.Contains("node_modules"))
            return false;
        var folder = file[..Math.Max(0, file.Length - parts[^1].Length - 1)];
        var isBelow = path.Length == 0 || file == path || file.StartsWith(path + "/", StringComparison.Ordinal);
        if (parts[^1].EndsWith(".prisma", StringComparison.Ordinal) || file == path)
            return isBelow;
        var isAbove = folder.Length == 0 || path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal);
        return (isBelow || isAbove) && (parts[^1] == "package.json" || parts[^1].StartsWith("prisma.config.", StringComparison.Ordinal));
    }

    private static string Ask(params string[] arguments) => Encoding.UTF8.GetString(RunOrFail(arguments).Output);

    private static (int ExitCode, byte[] Output, string Error) RunOrFail(params string[] arguments)
    {
        var result = Run(arguments);
        if (result.ExitCode == 0)
            return result;
        var lines = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var reason = lines.FirstOrDefault(line => line.StartsWith("fatal:", StringComparison.Ordinal)) ?? lines.FirstOrDefault() ?? $"exit code {result.ExitCode}";
        throw new UsageException($"`--since` asks git, and git says: {reason}");
    }

    private static (int ExitCode, byte[] Output, string Error) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start) ?? throw new Win32Exception();
            using var output = new MemoryStream();
            var copied = process.StandardOutput.BaseStream.CopyToAsync(output);
            var error = process.StandardError.ReadToEndAsync();
            Task.WaitAll(copied, error);
            process.WaitForExit();
            return (process.ExitCode, output.ToArray(), error.Result);
        }
        catch (Win32Exception)
        {
            throw new UsageException("`--since` takes the old schema from git, and git does not start: is it installed?");
        }
    }
}
