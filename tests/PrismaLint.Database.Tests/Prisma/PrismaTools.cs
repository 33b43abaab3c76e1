using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NUnit.Framework;

namespace PrismaLint.Database.Tests.Prisma;

/// <summary>
/// Prisma itself, from npm, fetched once into a folder of the system's temporary files. Where Node or the packages are not to be
/// had, the test that asks is inconclusive and says why.
/// </summary>
internal static class PrismaTools
{
    private const string Version = "7.10.0";

    // The command comes without the packages' install scripts, which would fetch a native engine that nothing here needs.
    private static readonly Dictionary<string, string> s_packages = new(StringComparer.Ordinal)
    {
        ["prisma"] = Version,
        ["@prisma/driver-adapter-utils"] = Version,
        ["@prisma/schema-engine-wasm"] = "7.10.0-4.0edf323efd1d98336f3f0a68684b56f689b900d3",
    };

    private static readonly Lazy<(string? Home, string? Reason)> s_home = new(Install);

    /// <summary>Runs <c>prisma generate</c> on a schema in a folder of its own.</summary>
    public static GeneratedClient Generate(string schema)
    {
        var home = Home();
        var client = new GeneratedClient(Directory.CreateTempSubdirectory("prismalint-client-").FullName);
        Directory.CreateDirectory(Path.Combine(client.Folder, "prisma"));
        File.WriteAllText(client.SchemaFile, schema);
        var start = new ProcessStartInfo("node", [Path.Combine(home, "node_modules", "prisma", "build", "index.js"), "generate", "--schema", client.SchemaFile])
        {
            WorkingDirectory = home,
        };
        // The command looks for the engine of migrations before it knows that it needs none.
        start.Environment["PRISMA_SCHEMA_ENGINE_BINARY"] = Environment.ProcessPath;
        start.Environment["CHECKPOINT_DISABLE"] = start.Environment["PRISMA_HIDE_UPDATE_MESSAGE"] = "1";
        var (code, output) = Run(start);
        client.ExitCode = code;
        client.Output = output;
        return client;
    }

    /// <summary>What Prisma's schema engine makes of schemas in an empty database.</summary>
    public static IReadOnlyDictionary<string, string> Migrations(IReadOnlyDictionary<string, string> schemas)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(FromThisFile(), "engine.mjs"), Home()]);
        var (code, output) = Run(start, JsonSerializer.Serialize(schemas.Select(schema => new[] { schema.Key, schema.Value })));
        return code == 0
            ? JsonSerializer.Deserialize<Dictionary<string, string>>(output) ?? []
            : throw new InvalidOperationException(output);
    }

    private static string Home()
    {
        var (home, reason) = s_home.Value;
        if (home is null)
            Assert.Inconclusive(reason ?? "");
        return home ?? "";
    }

    private static (string? Home, string? Reason) Install()
    {
        var home = Path.Combine(Path.GetTempPath(), $"prismalint-prisma-{Version}");
        if (Directory.Exists(home))
            return (home, null);
        // Made beside it and moved when complete: two runs at once do not meet, and half of it is never taken for the whole.
        var draft = home + "-" + Environment.ProcessId;
        Directory.CreateDirectory(draft);
        File.WriteAllText(Path.Combine(draft, "package.json"), JsonSerializer.Serialize(new { @private = true, dependencies = s_packages }));
        try
        {
            string[] install = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
            var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd", ["/c", "npm", .. install]) : new ProcessStartInfo("npm", install);
            start.WorkingDirectory = draft;
            var (code, output) = Run(start);
            if (code != 0)
                return (null, $"npm could not fetch Prisma {Version}: {output.Trim()}");
            if (!Directory.Exists(home))
                Directory.Move(draft, home);
            return (home, null);
        }
        catch (Win32Exception)
        {
            return (null, "Node is not here: npm does not start");
        }
        finally
        {
            if (Directory.Exists(draft))
                Directory.Delete(draft, recursive: true);
        }
    }

    private static (int ExitCode, string Output) Run(ProcessStartInfo start, string input = "")
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} does not start");
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return (process.ExitCode, process.ExitCode == 0 ? output.Result : error.Result + output.Result);
    }

    private static string FromThisFile([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
