using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using FluentAssertions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;

namespace PrismaLint.Tests;

/// <summary>Keeps what README.md shows true.</summary>
[NonParallelizable]
public sealed class ReadmeTests
{
    private static string Readme => File.ReadAllText(Path.Combine(ArchitectureTests.Repository(), "README.md")).ReplaceLineEndings("\n");

    [Test]
    public void Its_program_compiles_and_runs()
    {
        var program = Block("```csharp\n");
        program.Split('\n').Length.Should().BeLessThanOrEqualTo(10);
        var folder = Directory.CreateTempSubdirectory();
        var before = Directory.GetCurrentDirectory();
        var output = Console.Out;
        try
        {
            var prisma = folder.CreateSubdirectory("prisma");
            File.WriteAllText(Path.Combine(prisma.FullName, "schema.prisma"), """
                datasource db {
                  provider = "postgresql"
                }

                model User {
                  id    Int    @id
                  posts Post[]
                }

                model Post {
                  id       Int  @id
                  authorId Int
                  author   User @relation(fields: [authorId], references: [id])
                }
                """);
            Directory.SetCurrentDirectory(folder.FullName);
            using var written = new StringWriter();
            Console.SetOut(written);
            Run(Compile(program));
            written.ToString().ReplaceLineEndings("\n").Should().Be(
                "prisma/schema.prisma(12,3): Warning PL3001: No index of `Post` starts with `authorId`, the foreign key to `User`\n1 warnings\n");
        }
        finally
        {
            Console.SetOut(output);
            Directory.SetCurrentDirectory(before);
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public void Its_files_exist()
    {
        foreach (var target in System.Text.RegularExpressions.Regex.Matches(Readme, @"\]\(([^):]+)\)").Select(match => match.Groups[1].Value))
            Path.Exists(Path.Combine(ArchitectureTests.Repository(), target)).Should().BeTrue("README.md links to {0}", target);
    }

    private static string Block(string fence)
    {
        var start = Readme.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
        return Readme[start..Readme.IndexOf("\n```", start, StringComparison.Ordinal)];
    }

    private static MemoryStream Compile(string program)
    {
        var references = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator)
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "ReadmeProgram",
            [CSharpSyntaxTree.ParseText("global using System;\n" + program)],
            references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        var assembly = new MemoryStream();
        compilation.Emit(assembly).Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        assembly.Position = 0;
        return assembly;
    }

    private static void Run(Stream assembly)
    {
        var entry = AssemblyLoadContext.Default.LoadFromStream(assembly).EntryPoint;
        entry.Should().NotBeNull();
        entry?.Invoke(null, [Array.Empty<string>()]);
    }
}
