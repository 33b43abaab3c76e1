using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Drift;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Drift;

public sealed class ExtraForeignKeyRuleTests : LiveRuleTests<ExtraForeignKeyRule>
{
    private const string Schema = """
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

    private const string Unmarked = """
        model User {
          id    Int    @id
          posts Post[]
        }

        model Post {
          id       Int  @id
          authorId Int
          author   User @relation(fields: [authorId], references: [id])
        }
        """;

    private static string Emulated => "datasource db {\n  provider     = \"postgresql\"\n  relationMode = \"prisma\"\n}\n\n" + Unmarked;

    private const string Plain = """
        model User {
          id Int @id
        }

        model Post {
          id       Int @id
          [|authorId|] Int
        }
        """;

    [Test]
    public void Reports_a_key_without_a_relation_at_its_field() =>
        Lint(Plain, database => database.Table("Post").AddForeignKey("fk", ["authorId"], database.Table("User"), ["id"], Connectors.ReferentialAction.Cascade))
        .Should().Report("no relation stands for the foreign key `fk` of `public.Post` to `public.User`, which deletes rows with their parent: a migration drops it");

    [Test]
    public void Lets_a_copy_of_a_key_and_those_of_partitions_be() =>
        Lint(Unmarked, database =>
        {
            database.Table("Post").AddForeignKey("again", ["authorId"], database.Table("User"), ["id"]);
            database.Table("Post").AddForeignKey("child", ["id"], database.Table("User"), ["id"])["parent"] = 5L;
        }).Should().ReportNothing();

    [Test]
    public void Leaves_a_key_over_an_unknown_column_and_a_changed_one_to_their_rules() =>
        Lint(Unmarked, database =>
        {
            database.Table("Post").AddColumn("extra", "integer");
            database.Table("Post").AddForeignKey("over_extra", ["extra"], database.Table("User"), ["id"]);
            database.Table("Post").DropConstraint("Post_authorId_fkey");
            database.Table("Post").AddForeignKey("other", ["authorId"], database.Table("Post"), ["id"]);
        }).Should().ReportNothing();

    [Test]
    public void Folds_those_that_emulated_relations_do_not_expect() =>
        Lint(Emulated, database =>
        {
            database.Table("Post").AddForeignKey("one", ["authorId"], database.Table("User"), ["id"]);
            database.Table("Post").AddForeignKey("two", ["id"], database.Table("User"), ["id"]);
        }).Found.Should().ContainSingle().Which.Object.Should().Be("Post");

    [Test]
    public void Says_that_nothing_is_known_without_the_constraints()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Constraints)).Should().ReportNothing();

        NotJudged.Should().Equal("extra-foreign-key: the role may not read constraints");
    }
}
