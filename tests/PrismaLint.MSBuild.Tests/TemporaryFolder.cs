using System;
using System.IO;

namespace PrismaLint.MSBuild.Tests;

/// <summary>A folder of its own, removed at the end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    // Resolved, because the builds print paths without links: on macOS the folder for temporary files is one.
    public string Path { get; } = Directory.CreateTempSubdirectory("prismalint-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name.Replace('/', System.IO.Path.DirectorySeparatorChar));

    public TemporaryFolder Write(string name, string content)
    {
        var path = this[name];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path) ?? Path);
        File.WriteAllText(path, content);
        return this;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A process may still hold a file; the system clears its folder for temporary files.
        }
    }
}
