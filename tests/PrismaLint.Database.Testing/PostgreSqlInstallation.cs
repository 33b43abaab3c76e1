using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace PrismaLint.Database.Testing;

/// <summary>The programs of one PostgreSQL version on this machine.</summary>
/// <param name="BinFolder">The folder of <c>initdb</c> and <c>postgres</c>.</param>
/// <param name="Version">Major and minor: 15.18.</param>
public sealed record PostgreSqlInstallation(string BinFolder, Version Version)
{
    /// <summary>Names the folder of <c>initdb</c> and <c>postgres</c> to be used instead of those that are found.</summary>
    public const string FolderVariable = "PRISMALINT_POSTGRESQL";

    // Debian, Red Hat, Homebrew on both architectures, the installer for Windows.
    private static readonly (string Parent, string Pattern)[] s_wellKnown =
    [
        ("/usr/lib/postgresql", "*"),
        ("/usr", "pgsql-*"),
        ("/usr/libexec", "postgresql*"),
        ("/opt/homebrew/opt", "postgresql*"),
        ("/usr/local/opt", "postgresql*"),
        (Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"), "*"),
    ];

    /// <summary>The newest one, of the major version where one is given; installed by the system's package manager if there is none.</summary>
    /// <exception cref="PostgreSqlMissingException">There is none, and none can be got.</exception>
    public static PostgreSqlInstallation Find(int? major = null)
    {
        if (Choose(major) is { } found)
            return found;
        var failure = PackageManager.InstallPostgreSql();
        return Choose(major) ?? throw new PostgreSqlMissingException(major, failure);
    }

    /// <summary>Those on this machine, the newest first.</summary>
    public static IReadOnlyList<PostgreSqlInstallation> FindAll() =>
    [
        .. CandidateFolders()
            .Where(folder => File.Exists(Program(folder, "initdb")) && File.Exists(Program(folder, "postgres")))
            .Select(Path.GetFullPath)
            .Distinct(StringComparer.Ordinal)
            .Select(folder => ReadVersion(folder) is { } version ? new PostgreSqlInstallation(folder, version) : null)
            .OfType<PostgreSqlInstallation>()
            .OrderByDescending(found => found.Version),
    ];

    /// <summary>The path of one of its programs.</summary>
    public string Program(string name) => Program(BinFolder, name);

    private static PostgreSqlInstallation? Choose(int? major) =>
        FindAll().FirstOrDefault(found => major is null || found.Version.Major == major);

    private static IEnumerable<string> CandidateFolders()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } chosen)
            return [chosen];
        return OnPath().Concat(s_wellKnown.SelectMany(place => Below(place.Parent, place.Pattern))).Concat(FromConfiguration());
    }

    // A link on the path leads to the folder that has the other programs too.
    private static IEnumerable<string> OnPath() =>
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        let program = Program(folder, "postgres")
        where File.Exists(program)
        let target = File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program
        from found in new[] { folder, Path.GetDirectoryName(target) ?? folder }
        select found;

    private static IEnumerable<string> Below(string parent, string pattern) => Directory.Exists(parent)
        ? Directory.EnumerateDirectories(parent, pattern).Select(folder => Path.Combine(folder, "bin"))
        : [];

    private static IEnumerable<string> FromConfiguration() =>
        Command.TryRun("pg_config", "--bindir") is { ExitCode: 0 } result ? [result.Output.Trim()] : [];

    private static Version? ReadVersion(string folder)
    {
        // postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1); a beta is 18beta1.
        var match = Command.TryRun(Program(folder, "postgres"), "--version") is { ExitCode: 0 } result
            ? Regex.Match(result.Output, @"\(PostgreSQL\) (\d+)(?:\.(\d+))?", RegexOptions.None, TimeSpan.FromSeconds(1))
            : Match.Empty;
        return match.Success
            ? new Version(int.Parse(match.Groups[1].Value, null), match.Groups[2].Success ? int.Parse(match.Groups[2].Value, null) : 0)
            : null;
    }

    private static string Program(string folder, string name) => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
}
