using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;
using PrismaLint.Database.Tests.Live.Planted;
using PrismaLint.Diagnostics;
using PrismaLint.PostgreSql;
using PrismaLint.Rules;

namespace PrismaLint.Database.Tests.Live;

/// <summary>
/// The measure of an inspection: a database with faults of each kind, with differences from its schema, and with what only looks like either.
/// </summary>
public sealed class PlantedTests
{
    // What the manual tells people to make for an inspection.
    private const string SmallRole = """
        CREATE ROLE prismalint_ro LOGIN CONNECTION LIMIT 2;
        GRANT pg_monitor TO prismalint_ro;
        ALTER ROLE prismalint_ro SET default_transaction_read_only = on;
        ALTER ROLE prismalint_ro SET statement_timeout = '15s';
        ALTER ROLE prismalint_ro SET lock_timeout = '500ms';
        ALTER ROLE prismalint_ro SET idle_in_transaction_session_timeout = '60s';
        GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO prismalint_ro;
        """;

    // These stand on pg_stats, which only shows columns that one may read, and on who looks: a role with timeouts of its own does not see the server's.
    private static readonly HashSet<string?> s_unseen = new(StringComparer.Ordinal)
    {
        "index-bloat", "table-bloat", "low-cardinality-index", "null-heavy-index", "brin-candidate", "connected-as-superuser", "missing-timeouts",
    };

    private PlantedDatabase? _database;

    private PlantedDatabase Database => _database ?? throw new InvalidOperationException("not built");

    [OneTimeSetUp]
    public void Build() => _database = PlantedDatabase.Build();

    [OneTimeTearDown]
    public void Stop() => _database?.Dispose();

    [Test]
    public void What_was_planted_is_found_where_it_stands_and_nothing_else()
    {
        var report = Database.Inspect();
        var verdict = new Verdict([.. report.Diagnostics], Expectation.Read(PlantedDatabase.Schema, PlantedDatabase.ExpectedObjects));
        TestContext.Out.WriteLine(verdict);
        foreach (var found in report.Diagnostics.Where(found => found.Id.StartsWith("PL8", StringComparison.Ordinal) && found.Severity >= DiagnosticSeverity.Warning))
            TestContext.Out.WriteLine($"FOUND {found.Id} {found.Detail} {found.Severity} {found.Location.Start.Line + 1} {found.Message}");
        foreach (var missing in report.NotJudged)
            TestContext.Out.WriteLine($"NOT JUDGED  {missing.RuleId} {missing.Check}: {missing.Reason}");

        using var scope = new AssertionScope();
        report.Diagnostics.Where(found => found.Id is "PL0012" or "PL0014" or "PL0099").Select(found => found.Message).Should().BeEmpty("no rule breaks down");
        // The share of the promise: 52 of 57 faults, 23 of 24 differences, nine of ten at their line.
        (verdict.FaultsFound.Count * 57).Should().BeGreaterThanOrEqualTo(verdict.Faults.Count * 52);
        (verdict.DriftsFound.Count * 24).Should().BeGreaterThanOrEqualTo(verdict.Drifts.Count * 23);
        (verdict.WrongLines.Count * 10).Should().BeLessThanOrEqualTo(verdict.FaultsFound.Count + verdict.DriftsFound.Count);
        verdict.BaitsTaken.Should().BeEmpty();
    }

    [Test]
    public void A_role_that_may_only_look_finds_the_same_but_for_what_it_cannot_see()
    {
        Database.Execute(SmallRole);

        var all = Findings(null);
        var report = Database.Inspect("prismalint_ro");
        var seen = report.Diagnostics.Where(found => found.Id.StartsWith("PL8", StringComparison.Ordinal)).ToArray();

        using var scope = new AssertionScope();
        all.Where(found => !s_unseen.Contains(found.Detail) && !IsOfHba(found)).Select(Key).Except(seen.Select(Key)).Should().BeEmpty("the rest does not hang on privileges");
        seen.Select(Key).Except(all.Select(Key)).Should().BeEmpty("who sees less finds no more");
        // What it does not see is named, and is not taken for sound.
        report.NotJudged.Select(missing => missing.Check).Should().Contain(["table-bloat", "null-heavy-index", "brin-candidate"]);
    }

    [Test]
    public void The_role_that_the_tool_describes_lacks_only_the_rules_of_access()
    {
        Database.Execute(RoleSql.Write("prismalint_full", ["public", "legacy"], Database.Name));

        var all = Findings(null);
        var seen = Findings("prismalint_full");

        using var scope = new AssertionScope();
        all.Where(found => found.Detail is not ("connected-as-superuser" or "missing-timeouts") && !IsOfHba(found)).Select(Key).Except(seen.Select(Key)).Should().BeEmpty("the function shows the statistics of columns");
        seen.Select(Key).Except(all.Select(Key)).Should().BeEmpty("who sees less finds no more");
    }

    private Diagnostic[] Findings(string? role) => [.. Database.Inspect(role).Diagnostics.Where(found => found.Id.StartsWith("PL8", StringComparison.Ordinal))];

    private static bool IsOfHba(Diagnostic found) => found.Detail == "weak-auth" && found.Message.Contains("trust", StringComparison.Ordinal);

    private static string Key(Diagnostic found) => $"{found.Id} {found.Detail} {found.Severity} {found.Location} {found.Object}";
}
