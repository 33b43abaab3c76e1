using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Tables;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Tables;

public sealed class NotValidatedConstraintRuleTests : LiveRuleTests<NotValidatedConstraintRule>
{
    private const string Post = """
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
    public void Reports_a_foreign_key_at_its_relation() =>
        Lint(Post, database => database.Table("Post").Constraint("Post_authorId_fkey")["validated"] = false)
        .Should().Report("The foreign key `Post_authorId_fkey` of `public.Post` is NOT VALID: rows from before it were never checked: `ALTER TABLE \"public\".\"Post\" VALIDATE CONSTRAINT \"Post_authorId_fkey\"`");

    [Test]
    public void Reports_a_check_at_its_model() =>
        Lint("""
            model [|Item|] {
              id    Int @id
              price Int
            }
            """, database => database.Table("Item").AddConstraint("positive", "c", "price")["validated"] = false).Should().ReportAtTheMarks();

    [Test]
    public void Says_that_nobody_checks_at_all()
    {
        var found = Lint(Post, database => database.Table("Post").Constraint("Post_authorId_fkey")["enforced"] = false).Should().ReportAtTheMarks().Found.Single();

        (found.Detail, found.Severity.ToString()).Should().Be(("not-valid-constraint", "Warning"));
        found.Message.Should().Contain("NOT ENFORCED");
    }

    [Test]
    public void Accepts_what_is_valid_and_leaves_partitions_out() =>
        Lint(Post, database =>
        {
            var partition = database.AddTable("Post_1").Set("is_partition", true).Set("parent", database.Table("Post").Oid);
            partition.AddColumn("authorId", "integer");
            partition.AddForeignKey("Post_1_fkey", ["authorId"], database.Table("User"), ["id"])["validated"] = false;
            var row = database.Table("Post").AddForeignKey("Post_authorId_fkey1", ["authorId"], database.Table("User"), ["id"]);
            (row["validated"], row["parent"]) = (false, 5L);
        }).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_constraints()
    {
        Lint(Post, database => database.Without(EvidenceSource.Constraints)).Should().ReportNothing();

        NotJudged.Should().Equal("not-validated-constraint: the role may not read constraints");
    }
}
