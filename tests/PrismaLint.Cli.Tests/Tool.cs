using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading.Tasks;

namespace PrismaLint.Cli.Tests;

/// <summary>The real tool as a process, in a folder of its own.</summary>
internal sealed class Tool : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("prismalint-");

    public string Folder => _folder.FullName;

    public void Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    public void Write(string name, byte[] content)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? Folder);
        File.WriteAllBytes(path, content);
    }

    public string Read(string name) => Encoding.UTF8.GetString(File.ReadAllBytes(PathOf(name)));

    public string PathOf(string name) => Path.Combine(Folder, name);

    public ToolResult Run(params string[] arguments) => Run("", null, arguments);

    public ToolResult Run(string input, Dictionary<string, string>? environment, params string[] arguments) =>
        Run(Path.Combine(AppContext.BaseDirectory, "PrismaLint.Cli.dll"), input, environment, arguments);

    /// <summary>Runs another copy of the tool.</summary>
    public ToolResult RunFrom(string assembly, params string[] arguments) => Run(assembly, "", null, arguments);

    private ToolResult Run(string assembly, string input, Dictionary<string, string>? environment, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        foreach (var name in new[] { "PrismaLintHelpBase", "DATABASE_URL", "DIRECT_URL" })
            start.Environment.Remove(name);
        foreach (var (name, value) in environment ?? [])
            start.Environment[name] = value;
        start.ArgumentList.Add(assembly);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start");
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        Task.WaitAll(output, error);
        process.WaitForExit();
        return new ToolResult(process.ExitCode, output.Result, error.Result);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
