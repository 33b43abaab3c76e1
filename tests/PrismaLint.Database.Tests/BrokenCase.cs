using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using FluentAssertions;
using FluentAssertions.Execution;
using PrismaLint.Configuration;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;
using PrismaLint.Semantics;

namespace PrismaLint.Database.Tests;

/// <summary>
/// A schema that Prisma accepts and that does not work: <c>Cases/ID.prisma</c>, and <c>Cases/ID.sql</c>, the migration that
/// Prisma's engine makes of it.
/// </summary>
internal sealed class BrokenCase
{
    private BrokenCase(string id, string schema, string? sql)
    {
        (Id, Schema, Sql) = (id, schema, sql ?? "");
    }

    /// <summary>The rule that the case stands for.</summary>
    public string Id { get; }

    public string Schema { get; }

    /// <summary>The migration.</summary>
    public string Sql { get; }

    public static BrokenCase Load(string id) => new(
        id,
        File.ReadAllText(PathOf(id + ".prisma")),
        File.Exists(PathOf(id + ".sql")) ? File.ReadAllText(PathOf(id + ".sql")) : null);

    public static IReadOnlyList<BrokenCase> LoadAll() =>
        [.. Directory.EnumerateFiles(PathOf(""), "*.prisma").Select(file => Load(Path.GetFileNameWithoutExtension(file))).OrderBy(found => found.Id, StringComparer.Ordinal)];

    public void WriteSql(string sql) => File.WriteAllText(PathOf(Id + ".sql"), sql);

    /// <summary>Prisma has nothing against the schema, and with the rules that are on by themselves this finding is made.</summary>
    /// <param name="id">The rule, or the family of Prisma's own warning.</param>
    /// <param name="detail">Which of the family's warnings.</param>
    /// <param name="count">How often.</param>
    public BrokenCase ShouldBeReported(string id, string? detail = null, int count = 1)
    {
        var report = Linter.Lint([SchemaSource.FromText("schema.prisma", Schema)], LintOptions.Default with { PrismaVersion = PrismaVersion.V7 });
        using var scope = new AssertionScope();
        report.ErrorCount.Should().Be(0);
        report.Visible.Where(found => found.Id == id && found.Detail == detail).Should().HaveCount(count, $"{Id} is what this schema is about");
        return this;
    }

    private static string PathOf(string name, [CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Cases", name);
}
