using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Tables;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Tables;

public sealed class DuplicateForeignKeyLiveRuleTests : LiveRuleTests<DuplicateForeignKeyLiveRule>
{
    internal const string Post = """
        model User {
          id    Int    @id
          posts Post[]
        }

        model Post {
          id       Int  @id
          authorId Int
          [|author|]   User @relation(fields: [authorId], references: [id])
        }
        """;

    [Test]
    public void Reports_the_second_constraint_at_the_relation() =>
        Lint(Post, database => database.Table("Post").AddForeignKey("fk_author", ["authorId"], database.Table("User"), ["id"]))
        .Should().Report("The foreign key `fk_author` of `public.Post` repeats `Post_authorId_fkey` over `authorId`: `ALTER TABLE \"public\".\"Post\" DROP CONSTRAINT \"fk_author\"`");

    [Test]
    public void Says_that_the_actions_differ() =>
        Lint(Post, database => database.Table("Post").AddForeignKey("fk_author", ["authorId"], database.Table("User"), ["id"], ReferentialAction.Cascade))
        .Found.Single().Message.Should().Contain("with other actions (ON DELETE Cascade against Restrict, ON UPDATE Cascade against Cascade)");

    [Test]
    public void Accepts_other_columns_other_targets_and_partitions() =>
        Lint(Post, database =>
        {
            var post = database.Table("Post");
            post.AddForeignKey("other_column", ["id"], database.Table("User"), ["id"]);
            post.AddForeignKey("other_target", ["authorId"], post, ["id"]);
            post.AddForeignKey("part", ["authorId"], database.Table("User"), ["id"])["parent"] = 4L;
        }).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_constraints()
    {
        Lint(Post, database => database.Without(EvidenceSource.Constraints)).Should().ReportNothing();

        NotJudged.Should().Equal("duplicate-foreign-key-live: the role may not read constraints");
    }
}
