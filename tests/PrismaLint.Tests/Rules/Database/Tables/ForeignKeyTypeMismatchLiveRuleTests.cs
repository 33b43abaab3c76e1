using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Tables;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Tables;

public sealed class ForeignKeyTypeMismatchLiveRuleTests : LiveRuleTests<ForeignKeyTypeMismatchLiveRule>
{
    private const string Post = """
        model User {
          id    BigInt @id
          code  String @unique @db.VarChar(20)
          posts Post[]
          coded Post[] @relation("code")
        }

        model Post {
          id       Int    @id
          [|authorId|] BigInt
          code     String @db.VarChar(20)
          author   User   @relation(fields: [authorId], references: [id])
          coder    User   @relation("code", fields: [code], references: [code])
        }
        """;

    [Test]
    public void Reports_the_column_that_refers() =>
        Lint(Post, database => database.Table("Post").SetType("authorId", "integer"))
        .Should().Report("`public.Post.authorId` is `integer` and refers to `public.User.id`, which is `bigint`: `ALTER TABLE \"public\".\"Post\" ALTER COLUMN \"authorId\" TYPE bigint`");

    [TestCase(24, 14, "Warning")]
    [TestCase(24, -1, "Suggestion")]
    [TestCase(24, 54, "Suggestion")]
    [TestCase(-1, 24, "Warning")]
    [TestCase(24, 24, null)]
    public void Rates_text_by_its_length(int target, int own, string? severity) =>
        Lint(Post, database =>
        {
            database.Table("User").SetColumn("code", "typmod", target);
            database.Table("Post").SetColumn("code", "typmod", own);
        }).Found.Select(found => found.Severity.ToString()).FirstOrDefault().Should().Be(severity);

    [Test]
    public void Leaves_domains_and_partitions_alone() =>
        Lint(Post, database =>
        {
            database.Table("Post").SetColumn("authorId", "typtype", "d").SetColumn("authorId", "typ", 99999);
            var partition = database.AddTable("Post_1").Set("is_partition", true).Set("parent", database.Table("Post").Oid);
            partition.AddColumn("authorId", "integer");
            partition.AddForeignKey("Post_1_fkey", ["authorId"], database.Table("User"), ["id"]);
        }).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_constraints()
    {
        Lint(Post, database => database.Without(EvidenceSource.Constraints)).Should().ReportNothing();

        NotJudged.Should().Equal("foreign-key-type-mismatch-live: the role may not read constraints");
    }
}
