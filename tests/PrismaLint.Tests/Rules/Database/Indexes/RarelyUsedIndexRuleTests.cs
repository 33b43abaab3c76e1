using System;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Indexes;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Indexes;

public sealed class RarelyUsedIndexRuleTests : LiveRuleTests<RarelyUsedIndexRule>
{
    private const string Event = """
        model Event {
          id   Int    @id
          kind String

          [|@@index([kind])|]
        }
        """;

    [Test]
    public void Reports_an_index_that_is_hardly_read() =>
        Lint(Event, database => database.Table("Event").Count("n_tup_ins", 100_000).SetIndex("Event_kind_idx", "idx_scan", 12L))
        .Should().Report("`Event_kind_idx` on `public.Event` (8 MB) was scanned 12 times while 100,000 rows were written");

    [TestCase(10_000, 12L)]
    [TestCase(100_000, 0L)]
    [TestCase(100_000, 1000L)]
    public void Leaves_alone_what_is_written_less_read_more_or_not_at_all(int writes, long scans) =>
        Lint(Event, database => database.Table("Event").Count("n_tup_ins", writes).SetIndex("Event_kind_idx", "idx_scan", scans)).Should().ReportNothing();

    [Test]
    public void Leaves_alone_what_is_bound() =>
        Lint(Event, database => database.Table("Event").Count("n_tup_ins", 100_000).SetIndex("Event_kind_idx", "idx_scan", 12L).SetIndex("Event_kind_idx", "uniq", true)).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_counters()
    {
        Lint(Event, database => database.Without(EvidenceSource.TableStatistics)).Should().ReportNothing();

        NotJudged.Should().Equal("rarely-used-index: the role may not read the statistics of tables");
    }
}
