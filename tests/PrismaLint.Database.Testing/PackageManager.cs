using System;
using System.Diagnostics;

namespace PrismaLint.Database.Testing;

/// <summary>Installs PostgreSQL where this process may: as root, which on a developer's machine it is not.</summary>
internal static class PackageManager
{
    private static readonly (string Program, string[] Update, string[] Install)[] s_known =
    [
        ("apt-get", ["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "postgresql"]),
        ("dnf", [], ["install", "-y", "-q", "postgresql-server", "postgresql-contrib"]),
        ("apk", ["update", "-q"], ["add", "-q", "postgresql", "postgresql-contrib"]),
    ];

    /// <returns>Why there is none if there is still none.</returns>
    public static string InstallPostgreSql()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
            return "installing needs root";
        foreach (var (program, update, install) in s_known)
        {
            if (Run(program, ["--version"]) is null)
                continue;
            // What is listed already may do where the list cannot be fetched.
            if (update.Length > 0)
                Run(program, update);
            return Run(program, install) switch
            {
                { ExitCode: 0 } => $"{program} installed no such version",
                { } failed => $"{program}: {failed.LastWords}",
                null => $"{program} does not start",
            };
        }
        return "no package manager is known here";
    }

    private static Command.Result? Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments);
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        // Debian's package makes a server of its own; nobody needs it running.
        start.Environment["RUNLEVEL"] = "1";
        return Command.TryRun(start);
    }
}
