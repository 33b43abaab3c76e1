using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using FluentAssertions;
using NUnit.Framework;

namespace PrismaLint.Database.Tests.Live;

/// <summary>
/// Single alterations of a small database (<c>DriftAlterations.txt</c>): each is found once, at its line, as bad as it is, and what only looks like
/// one is not.
/// </summary>
public sealed class DriftAlterationTests
{
    private const string View = """

        view Busy {
          id    Int @unique
          total Int
        }
        """;

    // One database for all: each alteration starts from empty schemas.
    private const string Empty = "DROP SCHEMA IF EXISTS other CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public;\n";

    private LiveDatabase? _database;

    private static string Folder => FromThisFile();

    private static string Schema => File.ReadAllText(Path.Combine(Folder, "RoundTrip", "blog.prisma"))
        .Replace("datasource db {", "generator client {\n  provider        = \"prisma-client-js\"\n  previewFeatures = [\"views\"]\n}\n\ndatasource db {", StringComparison.Ordinal) + View;

    private static IEnumerable<TestCaseData> Alterations => File.ReadLines(Path.Combine(Folder, "DriftAlterations.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(" | ", 3))
        .Select(parts => new TestCaseData(parts[1], parts[2]).SetArgDisplayNames(parts[0]));

    [OneTimeTearDown]
    public void Drop() => _database?.Dispose();

    [TestCaseSource(nameof(Alterations))]
    public void Is_judged_right(string expected, string sql)
    {
        var database = _database ??= new LiveDatabase("SELECT 1");
        database.Database.Execute(Empty + File.ReadAllText(Path.Combine(Folder, "RoundTrip", "blog.sql")) + "\nCREATE VIEW \"Busy\" AS SELECT id, visits AS total FROM \"User\";");
        foreach (var statement in sql.Split("; ALTER", StringSplitOptions.None).Select((part, i) => i == 0 ? part : "ALTER" + part))
            database.Database.Execute(statement);
        var lines = Schema.Split('\n');

        var found = database.Inspect(Schema).Diagnostics.Where(diagnostic => diagnostic.Id.StartsWith("PL85", StringComparison.Ordinal) || diagnostic.Id == "PL0099").ToArray();

        var shown = found.Select(diagnostic => $"{diagnostic.Id} {diagnostic.Severity} \"{lines[diagnostic.Location.Start.Line].Trim()}\" {diagnostic.Message}");
        string[] wanted = expected == "-" ? [] : expected.Split(" & ");
        shown.Should().HaveCount(wanted.Length);
        foreach (var one in wanted)
            shown.Should().ContainSingle(text => text.StartsWith(one.TrimEnd('"'), StringComparison.Ordinal));
    }

    private static string FromThisFile([CallerFilePath] string path = "") => Path.GetDirectoryName(path) ?? "";
}
