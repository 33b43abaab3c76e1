using System;
using System.IO;

namespace PrismaLint.Tests.Loading;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("prismalint-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    public TemporaryFolder With(string path, string text = "")
    {
        Prepare(path);
        File.WriteAllText(Full(path), text);
        return this;
    }

    public TemporaryFolder With(string path, byte[] bytes)
    {
        Prepare(path);
        File.WriteAllBytes(Full(path), bytes);
        return this;
    }

    public string Full(string path) => System.IO.Path.Combine(Path, path);

    private void Prepare(string path) => Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Full(path)) ?? Path);
}
