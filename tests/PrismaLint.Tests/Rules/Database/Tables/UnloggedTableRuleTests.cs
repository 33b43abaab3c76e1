using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Tables;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Tables;

public sealed class UnloggedTableRuleTests : LiveRuleTests<UnloggedTableRule>
{
    private const string Order = """
        model [|Order|] {
          id Int @id
        }
        """;

    [Test]
    public void Reports_a_table_that_a_crash_empties() =>
        Lint(Order, database => database.Table("Order").Set("persistence", "u"))
        .Should().Report("`public.Order` is unlogged: a crash empties it, and no replica has it: `ALTER TABLE \"public\".\"Order\" SET LOGGED`");

    [Test]
    public void Reports_an_unlogged_partition_at_its_table() =>
        Lint(Order, database => database.AddTable("Order_1").Set("is_partition", true).Set("parent", database.Table("Order").Oid).Set("persistence", "u")).Should().ReportAtTheMarks();

    [Test]
    public void Leaves_alone_what_no_model_stands_for() =>
        Lint(Order, database => database.AddTable("cache").Set("persistence", "u")).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_relations()
    {
        Lint(Order, database => database.Without(EvidenceSource.Relations)).Should().ReportNothing();

        NotJudged.Should().Equal("unlogged-table: the role may not read relations");
    }
}
