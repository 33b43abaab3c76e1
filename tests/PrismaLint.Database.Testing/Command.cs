using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Linq;

namespace PrismaLint.Database.Testing;

/// <summary>Runs a program to its end.</summary>
internal static class Command
{
    public sealed record Result(int ExitCode, string Output, string Error)
    {
        /// <summary>The last line of what it said, for a message.</summary>
        public string LastWords =>
            (Error + Output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? $"exit code {ExitCode}";
    }

    public static Result? TryRun(string program, params string[] arguments) => TryRun(new ProcessStartInfo(program, arguments));

    /// <returns>What came of it; <see langword="null"/> where there is no such program.</returns>
    public static Result? TryRun(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        try
        {
            using var process = Process.Start(start);
            if (process is null)
                return null;
            process.StandardInput.Close();
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new Result(process.ExitCode, output, error.Result);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
