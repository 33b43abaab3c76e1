using System;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Types;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Evidence;

/// <summary>What the rule that reads the schema alone makes of a database.</summary>
public sealed class DateTimeWithoutTimezoneEvidenceTests : LiveRuleTests<DateTimeWithoutTimezoneRule>
{
    private const string Event = """
        model Event {
          id Int      @id
          [|at|] DateTime
        }
        """;

    [Test]
    public void Reports_a_field_without_zone() => Lint(Event, _ => { }).Should().ReportAtTheMarks();

    [Test]
    public void Is_silent_where_the_column_has_one() =>
        Lint(Event, database => database.Table("Event").SetType("at", "timestamp(3) with time zone")).Should().ReportNothing();
}

/// <summary>What the rule that reads the schema alone makes of a database.</summary>
public sealed class MixedTimestampTypesEvidenceTests : LiveRuleTests<MixedTimestampTypesRule>
{
    private const string Event = """
        model Event {
          id Int      @id
          a  DateTime @db.Timestamptz(3)
          b  DateTime @db.Timestamptz(3)
          c  DateTime @db.Timestamptz(3)
          d  DateTime @db.Timestamptz(3)
          e  DateTime @db.Timestamptz(3)
          [|f|]  DateTime
        }
        """;

    [Test]
    public void Reports_the_odd_field() => Lint(Event, _ => { }).Should().ReportAtTheMarks();

    [Test]
    public void Is_silent_where_the_column_has_a_zone() =>
        Lint(Event, database => database.Table("Event").SetType("f", "timestamp(3) with time zone")).Should().ReportNothing();
}
