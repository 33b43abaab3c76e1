using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Tables;
using PrismaLint.Semantics;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Tables;

public sealed class TableWithoutPrimaryKeyRuleTests : LiveRuleTests<TableWithoutPrimaryKeyRule>
{
    private const string User = """
        model [|User|] {
          id    Int    @id
          email String @unique
        }
        """;

    private const string Tags = """
        model Post {
          id   Int   @id
          [|tags|] Tag[]
        }

        model Tag {
          id    Int    @id
          posts Post[]
        }
        """;

    [Test]
    public void Reports_a_table_whose_key_is_gone() =>
        Lint(User, database => database.Table("User").DropIndex("User_pkey"))
        .Should().Report("`public.User` has no primary key, only the unique `User_email_key` over `email`");

    [Test]
    public void Says_that_rows_cannot_be_told_apart()
    {
        var found = Lint("""
            model [|User|] {
              id Int @id
            }
            """, database => database.Table("User").DropIndex("User_pkey")).Should().ReportAtTheMarks().Found.Single();

        found.Message.Should().Be("`public.User` has no primary key: equal rows cannot be told apart");
        (found.Detail, found.Severity.ToString()).Should().Be(("no-primary-key", "Warning"));
    }

    [Test]
    public void A_table_that_the_schema_does_not_know_is_an_affair_of_the_database() =>
        Lint(User, database => database.AddTable("log").AddColumn("line", "text")).Found.Single().Object.Should().Be("public.log");

    [Test]
    public void Reports_a_join_table_without_any_key() =>
        Lint(Tags, database => database.Table("_PostToTag").DropIndex("_PostToTag_AB_pkey")).Should().ReportAtTheMarks();

    [Test]
    public void Accepts_the_join_table_of_prisma_5() =>
        Lint(Tags, database =>
        {
            database.Table("_PostToTag").DropIndex("_PostToTag_AB_pkey");
            database.Table("_PostToTag").AddIndex("_PostToTag_AB_unique", ["A", "B"], IndexKind.Unique);
        }).Should().ReportNothing();

    [Test]
    public void Leaves_out_partitions_views_extensions_and_migrations() =>
        Lint(User, database =>
        {
            database.AddTable("User_1").Set("is_partition", true).Set("parent", database.Table("User").Oid);
            database.AddTable("spatial_ref_sys").Set("ext", true);
            database.AddTable("_prisma_migrations");
            database.AddTable("report").Set("kind", "v");
            database.AddTable("remote").Set("kind", "f");
        }).Should().ReportNothing();

    [TestCase(EvidenceSource.Constraints)]
    [TestCase(EvidenceSource.Indexes)]
    public void Says_that_nothing_is_known_without(string source)
    {
        Lint(User, database => database.Without(source)).Should().ReportNothing();

        NotJudged.Should().Equal($"table-without-primary-key: the role may not read {source}");
    }
}
