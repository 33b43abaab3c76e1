using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Tables;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Tables;

public sealed class WideTableLiveRuleTests : LiveRuleTests<WideTableLiveRule>
{
    private const string User = """
        model [|User|] {
          id Int @id
        }
        """;

    [TestCase(40, null)]
    [TestCase(41, "Suggestion")]
    [TestCase(100, "Suggestion")]
    [TestCase(101, "Warning")]
    public void Rates_by_the_number_of_columns(int columns, string? severity) =>
        Lint(User, database => Widen(database.Table("User"), columns)).Found.Select(found => found.Severity.ToString()).FirstOrDefault().Should().Be(severity);

    [Test]
    public void Says_how_many_the_schema_does_not_know() =>
        Lint(User, database => Widen(database.Table("User"), 50)).Should().Report("`public.User` has 50 columns, more than 40; the schema does not know 49 of them");

    [Test]
    public void Leaves_out_views_and_extensions() =>
        Lint(User, database =>
        {
            Widen(database.AddTable("report").Set("kind", "v"), 50);
            Widen(database.AddTable("ext").Set("ext", true), 50);
        }).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_columns()
    {
        Lint(User, database => database.Without(EvidenceSource.Columns)).Should().ReportNothing();

        NotJudged.Should().Equal("wide-table-live: the role may not read columns");
    }

    private static void Widen(TableBuilder table, int columns)
    {
        for (var i = table.Name == "User" ? 1 : 0; i < columns; i++)
            table.AddColumn("c" + i, "text");
    }
}
