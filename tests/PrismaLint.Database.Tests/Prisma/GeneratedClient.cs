using System;
using System.IO;

namespace PrismaLint.Database.Tests.Prisma;

/// <summary>What <c>prisma generate</c> made of a schema.</summary>
internal sealed class GeneratedClient(string folder) : IDisposable
{
    public string Folder => folder;

    public string SchemaFile => Path.Combine(folder, "prisma", "schema.prisma");

    public int ExitCode { get; set; }

    public string Output { get; set; } = "";

    /// <summary>One of the files that it wrote.</summary>
    public string Read(params string[] path) => File.ReadAllText(Path.Combine([folder, "generated", .. path]));

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
