using System;
using System.Linq;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;
using PrismaLint.Database.Tests.Live.Planted;
using PrismaLint.Rules;

namespace PrismaLint.Database.Tests.Live;

/// <summary>
/// The measure of an inspection: a database with faults of each kind, with differences from its schema, and with what only looks like either.
/// </summary>
public sealed class PlantedTests
{
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
        foreach (var missing in report.NotJudged)
            TestContext.Out.WriteLine($"NOT JUDGED  {missing.RuleId} {missing.Check}: {missing.Reason}");

        using var scope = new AssertionScope(verdict.ToString());
        report.Diagnostics.Where(found => found.Id is "PL0012" or "PL0014" or "PL0099").Select(found => found.Message).Should().BeEmpty("no rule breaks down");
        // The share of the promise: 52 of 57 faults, 23 of 24 differences, nine of ten at their line.
        (verdict.FaultsFound.Count * 57).Should().BeGreaterThanOrEqualTo(verdict.Faults.Count * 52);
        (verdict.DriftsFound.Count * 24).Should().BeGreaterThanOrEqualTo(verdict.Drifts.Count * 23);
        (verdict.WrongLines.Count * 10).Should().BeLessThanOrEqualTo(verdict.FaultsFound.Count + verdict.DriftsFound.Count);
        verdict.BaitsTaken.Should().BeEmpty();
    }
}
