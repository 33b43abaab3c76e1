using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Tables;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Tables;

public sealed class TimestampWithoutTimeZoneLiveRuleTests : LiveRuleTests<TimestampWithoutTimeZoneLiveRule>
{
    private const string Event = """
        model Event {
          id      Int      @id
          [|at|]      DateTime
          madeAt  DateTime @db.Timestamptz(3)
          day     DateTime @db.Date
          atLocal DateTime
        }
        """;

    [Test]
    public void Reports_the_column_without_zone() =>
        Lint(Event, _ => { }).Should().Report("`public.Event.at` is `timestamp(3) without time zone`, a moment without time zone; 1 other column with one");

    [Test]
    public void Reports_a_time_of_day_with_an_offset() =>
        Lint(Event, database => database.Table("Event").SetType("at", "time with time zone")).Should().ReportAtTheMarks();

    [Test]
    public void The_type_in_the_database_decides() =>
        Lint(Event, database => database.Table("Event").SetType("at", "timestamp(3) with time zone")).Should().ReportNothing();

    [Test]
    public void Leaves_what_differs_from_the_schema_to_its_rule() =>
        Lint(Event, database => database.Table("Event").SetType("madeAt", "timestamp(3) without time zone")).Should().ReportAtTheMarks();

    [Test]
    public void Reports_a_column_that_the_schema_does_not_know_at_the_model() =>
        Lint("""
            model [|Event|] {
              id Int @id
            }
            """, database => database.Table("Event").AddColumn("at", "timestamp without time zone")).Should().ReportAtTheMarks();

    [Test]
    public void Says_a_habit_once()
    {
        var found = Lint("""
            model Event {
              id Int      @id
              [|a|]  DateTime
              b  DateTime
              c  DateTime
              d  DateTime
              e  DateTime
              f  DateTime
              g  DateTime @db.Timestamptz(3)
            }
            """, _ => { }).Should().Report("`public.Event.a` and 5 more columns are moments without time zone; 1 column with one").Found.Single();

        (found.Detail, found.Severity.ToString()).Should().Be(("timestamp-without-tz", "Suggestion"));
    }

    [Test]
    public void Can_say_it_of_each_column() =>
        Lint("""
            model Event {
              id Int      @id
              [|a|]  DateTime
              [|b|]  DateTime
              [|c|]  DateTime
              [|d|]  DateTime
              [|e|]  DateTime
              [|f|]  DateTime
            }
            """, _ => { }, (TimestampWithoutTimeZoneLiveRule.Reported, "field")).Should().ReportAtTheMarks();

    [Test]
    public void Leaves_out_views_extensions_and_migrations() =>
        Lint("""
            model Event {
              id Int @id
            }
            """, database =>
            {
                database.AddTable("report").Set("kind", "v").AddColumn("at", "timestamp without time zone");
                database.AddTable("ext").Set("ext", true).AddColumn("at", "timestamp without time zone");
                database.AddTable("_prisma_migrations").AddColumn("at", "timestamp without time zone");
            }).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_columns()
    {
        Lint(Event, database => database.Without(EvidenceSource.Columns)).Should().ReportNothing();

        NotJudged.Should().Equal("timestamp-without-time-zone-live: the role may not read columns");
    }
}
