using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace PrismaLint.MSBuild.Tests.EndToEnd;

/// <summary>Runs <c>dotnet</c> in an environment of its own.</summary>
internal static class DotNet
{
    public static DotNetResult Run(string folder, string? packages, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What `dotnet test` hands down would tie the build to the tests' own engine.
        foreach (var name in start.Environment.Keys.Where(IsInherited).ToArray())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        if (packages is not null)
            start.Environment["NUGET_PACKAGES"] = packages;

        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start");
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new DotNetResult(process.ExitCode, output + error.GetAwaiter().GetResult());
    }

    private static bool IsInherited(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.Equals("DOTNET_HOST_PATH", StringComparison.OrdinalIgnoreCase)
        || name.Equals("TreatWarningsAsErrors", StringComparison.OrdinalIgnoreCase);
}
