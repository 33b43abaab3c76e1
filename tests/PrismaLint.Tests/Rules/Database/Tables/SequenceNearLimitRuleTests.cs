using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Tables;
using PrismaLint.Rules.Types;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Tables;

public sealed class SequenceNearLimitRuleTests : LiveRuleTests<SequenceNearLimitRule>
{
    internal const string Event = """
        model Event {
          [|id|]    Int    @id @default(autoincrement())
          notes Note[]
        }

        model Note {
          id      BigInt @id
          eventId Int
          event   Event  @relation(fields: [eventId], references: [id])
        }
        """;

    [Test]
    public void Reports_a_key_near_its_end_and_widens_it() =>
        Lint(Event, database => Sequence(database, 1_900_000_000))
        .Should().Report("`public.Event.id` has used 88 % of its numbers: 1,900,000,000 of 2,147,483,647, the end of `integer`; a column that refers to it ends there too")
        .And.BecomeWhenFixed("""
            model Event {
              id    BigInt    @id @default(autoincrement())
              notes Note[]
            }

            model Note {
              id      BigInt @id
              eventId BigInt
              event   Event  @relation(fields: [eventId], references: [id])
            }
            """);

    [TestCase(1_503_000_000, null)]
    [TestCase(1_504_000_000, "Warning")]
    [TestCase(1_825_000_000, "Warning")]
    [TestCase(1_826_000_000, "Error")]
    public void Rates_by_the_part_that_is_used(long last, string? severity) =>
        Lint(Event, database => Sequence(database, last)).Found.Select(found => found.Severity.ToString()).FirstOrDefault().Should().Be(severity);

    [Test]
    public void Takes_the_end_of_the_sequence_where_that_comes_first() =>
        Lint(Event, database => Sequence(database, 900, maximum: 1000)).Found.Single().Message.Should().Contain("900 of 1,000, the end of `Event_id_seq`");

    [Test]
    public void Says_when_the_numbers_run_out() =>
        Lint(Event, database =>
        {
            Sequence(database, 1_900_000_000);
            database.Table("Event").Count("n_tup_ins", 90_000_000);
        }).Found.Single().Message.Should().Contain("which at the present pace is reached about 2027-07");

    [Test]
    public void One_that_begins_anew_never_fails() =>
        Lint(Event, database => Sequence(database, 900, maximum: 1000, cycles: true)).Should().ReportNothing();

    [Test]
    public void Unless_its_end_does_not_fit_into_the_column() =>
        Lint(Event, database => Sequence(database, 1_900_000_000, cycles: true)).Should().ReportAtTheMarks();

    [Test]
    public void Finds_the_column_by_its_default() =>
        Lint(Event, database =>
        {
            Sequence(database, 1_900_000_000);
            database.Set(EvidenceSource.Sequences, ("owner_rel", null));
        }).Should().ReportAtTheMarks();

    [Test]
    public void Reports_narrower_columns_that_refer_to_the_key() =>
        Lint("""
            model Event {
              id    BigInt @id @default(autoincrement())
              notes Note[]
            }

            model Note {
              id      BigInt @id
              [|eventId|] BigInt
              event   Event  @relation(fields: [eventId], references: [id])
            }
            """, database =>
            {
                Sequence(database, 1_900_000_000);
                database.Table("Note").SetType("eventId", "integer");
            }).Should().Report("`public.Note.eventId` is `integer` and ends at 2,147,483,647, and the key that it refers to, `public.Event.id`, is at 1,900,000,000 (88 %)");

    [Test]
    public void A_sequence_without_column_is_an_affair_of_the_database() =>
        Lint(Event, database => database.Row(EvidenceSource.Sequences, ("schema", "public"), ("name", "numbers"), ("max", 100), ("last_value", 90), ("readable", true)))
        .Found.Single().Object.Should().Be("public.numbers");

    [Test]
    public void Says_that_last_values_are_hidden()
    {
        Lint(Event, database =>
        {
            Sequence(database, 1_900_000_000);
            database.Set(EvidenceSource.Sequences, ("last_value", null), ("readable", false));
        }).Should().ReportNothing();

        NotJudged.Should().Equal("int-key-exhaustion: the role may not read the last value of 1 sequence");
    }

    [Test]
    public void Says_that_nothing_is_known_without_the_sequences()
    {
        Lint(Event, database => database.Without(EvidenceSource.Sequences)).Should().ReportNothing();

        NotJudged.Should().Equal("int-key-exhaustion: the role may not read sequences");
    }

    internal static void Sequence(SnapshotBuilder database, long last, long maximum = long.MaxValue, bool cycles = false) => database.Row(
        EvidenceSource.Sequences,
        ("schema", "public"), ("name", "Event_id_seq"), ("type", "bigint"), ("min", 1), ("max", maximum), ("inc", 1), ("cycle", cycles),
        ("last_value", last), ("readable", true), ("owner_rel", database.Table("Event").Oid), ("owner_col", 1));
}

/// <summary>What the rule that reads the schema alone makes of a database.</summary>
public sealed class IntPrimaryKeyInDatabaseTests : LiveRuleTests<IntPrimaryKeyRule>
{
    private const string Event = """
        model Event {
          id [|Int|] @id @default(autoincrement())
        }
        """;

    [Test]
    public void Reports_a_key_on_its_way() => Lint(Event, database => SequenceNearLimitRuleTests.Sequence(database, 900_000_000)).Should().ReportAtTheMarks();

    [Test]
    public void Is_silent_where_hardly_a_number_is_used() => Lint(Event, database => SequenceNearLimitRuleTests.Sequence(database, 21_000)).Should().ReportNothing();

    [Test]
    public void Reports_where_the_last_value_is_hidden() => Lint(Event, _ => { }).Should().ReportAtTheMarks();
}
