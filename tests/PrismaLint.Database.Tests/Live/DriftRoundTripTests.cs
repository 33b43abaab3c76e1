using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database.Tests.Prisma;

namespace PrismaLint.Database.Tests.Live;

/// <summary>
/// A database that Prisma itself makes from a schema does not differ from that schema: <c>RoundTrip</c> keeps schemas with the SQL that Prisma's engine
/// makes of them.
/// </summary>
public sealed class DriftRoundTripTests
{
    private static string Folder => Path.Combine(FromThisFile(), "RoundTrip");

    private static IEnumerable<string> Schemas => Directory.GetFiles(Folder, "*.prisma").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Schemas))]
    public void What_Prisma_builds_is_no_drift(string name)
    {
        using var database = new LiveDatabase(File.ReadAllText(Path.Combine(Folder, name + ".sql")));

        var report = database.Inspect(File.ReadAllText(Path.Combine(Folder, name + ".prisma")));

        report.Diagnostics.Where(found => found.Id.StartsWith("PL85", StringComparison.Ordinal) || found.Id is "PL0099" || found is { Descriptor.Category: "Validity", Severity: Diagnostics.DiagnosticSeverity.Error })
            .Select(found => $"{found.Id} {found.Location}: {found.Message}").Should().BeEmpty();
        report.NotJudged.Where(missing => missing.RuleId.StartsWith("PL85", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Test]
    public void The_kept_SQL_is_what_Prisma_makes_today()
    {
        var schemas = Schemas.ToDictionary(name => name, name => File.ReadAllText(Path.Combine(Folder, name + ".prisma")));

        var migrations = PrismaTools.Migrations(schemas);

        foreach (var (name, sql) in migrations)
            sql.ReplaceLineEndings("\n").Should().Be(File.ReadAllText(Path.Combine(Folder, name + ".sql")).ReplaceLineEndings("\n"), name);
    }

    private static string FromThisFile([CallerFilePath] string path = "") => Path.GetDirectoryName(path) ?? "";
}
