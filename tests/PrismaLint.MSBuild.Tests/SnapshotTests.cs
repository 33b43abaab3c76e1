using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FluentAssertions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.MSBuild.Tests;

/// <summary>The property <c>PrismaLintSnapshot</c>: builds judge with a database that somebody has inspected.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SnapshotTests : IDisposable
{
    private readonly TemporaryFolder _folder =
        new TemporaryFolder().Write("p.csproj", "<Project />").Write(".editorconfig", "root = true\n[*.prisma]\ndotnet_diagnostic.PL8005.severity = warning\n").Write("schema.prisma", Samples.Indexed);

    public void Dispose() => _folder.Dispose();

    [Test]
    public void What_the_database_shows_is_a_warning_at_its_line_as_long_as_the_file_says_so()
    {
        _folder.Write("db.json", Samples.Snapshot(isValid: false));
        var first = Run();
        first.Warnings.Select(Line).Should().Equal($"{_folder["schema.prisma"]}(17,3): PL8005");
        var again = Run();
        IsReplay(again).Should().BeTrue();
        again.Warnings.Select(Line).Should().Equal(first.Warnings.Select(Line));

        _folder.Write("db.json", Samples.Snapshot(isValid: true));
        var mended = Run();
        IsReplay(mended).Should().BeFalse("the content of the file counts");
        mended.Warnings.Should().BeEmpty();
    }

    [Test]
    public void What_could_not_be_judged_is_one_quiet_message_in_every_build()
    {
        _folder.Write("db.json", Samples.Snapshot(isValid: true, denied: EvidenceSource.Indexes));
        for (var i = 0; i < 2; i++)
        {
            var message = Run().Messages.Where(message => message.Message?.Contains("not judged", StringComparison.Ordinal) == true).Should().ContainSingle().Subject;
            message.Importance.Should().Be(MessageImportance.Low);
            message.Message.Should().Contain("PL8005 invalid-index, ").And.Contain(": the role may not read indexes");
        }
    }

    [Test]
    public void An_old_snapshot_is_a_message_in_every_build()
    {
        _folder.Write("db.json", Samples.Snapshot(isValid: true).Replace("2026-11-01", "2024-11-01", StringComparison.Ordinal));
        for (var i = 0; i < 2; i++)
        {
            var message = Run().Messages.Where(message => message.Code == "PL0012").Should().ContainSingle().Subject;
            message.File.Should().Be(_folder["db.json"]);
            message.Message.Should().StartWith("The snapshot of the database is ").And.Contain(" days old");
        }
    }

    [Test]
    public void A_file_that_is_no_snapshot_is_said_at_its_place()
    {
        _folder.Write("db.json", "{ \"version\": 1,\n  \"sources\": ? }");
        var problem = Run().Warnings.Should().ContainSingle().Subject;
        (problem.Code, problem.File, problem.LineNumber, problem.ColumnNumber).Should().Be(("PL0012", _folder["db.json"], 2, 14));

        File.Delete(_folder["db.json"]);
        Run().Errors.Select(error => (error.Code, error.File)).Should().Equal(("PL0014", _folder["db.json"]));
    }

    [TestCase("", "", false, DiagnosticSeverity.Suggestion)]
    [TestCase("", "", true, DiagnosticSeverity.Suggestion)]
    [TestCase("PL8101", "", false, DiagnosticSeverity.None)]
    [TestCase("", "PL8101", false, DiagnosticSeverity.Error)]
    public void A_matter_of_operation_is_a_message_unless_its_code_is_named(string noWarn, string asErrors, bool isStrict, DiagnosticSeverity expected)
    {
        var finding = new Finding("PL8101", "made-up", DiagnosticSeverity.Suggestion, "/a", 1, 1, "") { IsOnlyShown = true };
        var policy = new SeverityPolicy
        {
            NoWarn = CodeList.Parse(noWarn),
            WarningsAsErrors = CodeList.Parse(asErrors),
            TreatWarningsAsErrors = isStrict,
            SuggestionsAsWarnings = isStrict,
        };
        policy.Resolve(finding).Should().Be(expected);
    }

    [Test]
    public void The_cache_keeps_all_of_it()
    {
        var takenAt = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
        var finding = new Finding("PL8101", "made-up", DiagnosticSeverity.Suggestion, "/a", 1, 1, "") { IsOnlyShown = true };
        FindingCache.Write(_folder["cache"], new CachedRun("f", [], [finding]) { SnapshotTakenAt = takenAt, NotJudged = "x" }).Should().BeTrue();
        var read = FindingCache.Read(_folder["cache"]);
        (read?.SnapshotTakenAt, read?.NotJudged).Should().Be((takenAt, "x"));
        read?.Findings.Should().Equal(finding);
    }

    [Test]
    public void Nothing_that_speaks_to_a_server_comes_along() =>
        typeof(LintSchemas).Assembly.GetReferencedAssemblies().Concat(typeof(Linter).Assembly.GetReferencedAssemblies()).Select(name => name.Name)
            .Should().NotContain(name => name != null && (name.Contains("Npgsql", StringComparison.Ordinal) || name.Contains("PostgreSql", StringComparison.Ordinal)));

    private RecordingBuildEngine Run()
    {
        var engine = new RecordingBuildEngine();
        using var task = new LintSchemas { BuildEngine = engine, ProjectFile = _folder["p.csproj"], CacheFile = _folder["obj/cache"], Snapshot = new TaskItem(_folder["db.json"]) };
        task.Execute();
        return engine;
    }

    private static bool IsReplay(RecordingBuildEngine engine) =>
        engine.Messages.Any(message => message.Message?.Contains("replayed", StringComparison.Ordinal) == true);

    private static string Line(BuildWarningEventArgs warning) =>
        FormattableString.Invariant($"{warning.File}({warning.LineNumber},{warning.ColumnNumber}): {warning.Code}");
}
