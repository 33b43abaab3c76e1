using System;
using System.Diagnostics;

namespace PrismaLint.Database.Testing;

/// <summary>The account that a server runs under: the server refuses to run as root.</summary>
internal static class ServerAccount
{
    private const string Own = "prismalint-tests";

    /// <summary>The account's name; <see langword="null"/> where this process's own will do.</summary>
    public static string? Find()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
            return null;
        if (Exists("postgres"))
            return "postgres";
        if (!Exists(Own) && Command.TryRun("useradd", "--system", "--no-create-home", Own) is not { ExitCode: 0 })
            Command.TryRun("adduser", "-S", "-D", "-H", Own);
        return Exists(Own) ? Own : throw new InvalidOperationException($"PostgreSQL does not run as root, and no account `{Own}` could be made for it");
    }

    /// <summary>A program to be run under the account, in a folder that it can enter.</summary>
    public static ProcessStartInfo Start(string? account, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments);
        if (!OperatingSystem.IsWindows())
            start.WorkingDirectory = "/";
        if (account is not null)
            start.UserName = account;
        return start;
    }

    private static bool Exists(string account) => Command.TryRun("id", "-u", account) is { ExitCode: 0 };
}
