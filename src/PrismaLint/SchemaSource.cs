using System.Collections.Generic;
using System.Linq;
using PrismaLint.Migrations;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint;

/// <summary>One schema as text: a file, or the files of a folder that belong together.</summary>
/// <param name="Path">How the user calls it: the file or the folder, <c>/</c>-separated.</param>
/// <param name="Files">Its files; their order does not matter.</param>
public sealed record SchemaSource(string Path, IReadOnlyList<SourceText> Files)
{
    /// <summary>The line of Prisma found near the schema; counts where <see cref="LintOptions.PrismaVersion"/> names none.</summary>
    public PrismaVersion PrismaVersion { get; init; }

    /// <summary>The minor version in that line, where it is known: 4 for Prisma 7.4.</summary>
    public int? PrismaMinor { get; init; }

    /// <summary>The migrations beside the schema; <see langword="null"/> where there are none.</summary>
    public MigrationHistory? Migrations { get; init; }

    /// <summary>The texts that findings may lie in and fixes may change: its files, and the migrations that are new.</summary>
    internal IEnumerable<SourceText> Texts => Migrations is null ? Files : Files.Concat(Migrations.Files.Where(file => file.IsNew).Select(file => file.Source));

    /// <summary>The same with other texts in place of those of their paths.</summary>
    internal SchemaSource WithTexts(IReadOnlyDictionary<string, SourceText> texts) => this with
    {
        Files = [.. Files.Select(file => texts.TryGetValue(file.Path, out var text) ? text : file)],
        Migrations = Migrations is null ? null : Migrations with { Files = [.. Migrations.Files.Select(file => texts.TryGetValue(file.Source.Path, out var text) ? file with { Source = text } : file)] },
    };

    public static SchemaSource FromText(string path, string content) => new(path, [new SourceText(path, content)]);
}
