using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Drift;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Drift;

public sealed class MissingForeignKeyRuleTests : LiveRuleTests<MissingForeignKeyRule>
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

    [Test]
    public void Reports_a_relation_without_its_key()
    {
        var found = Lint(Schema, database => database.Table("Post").DropConstraint("Post_authorId_fkey"));
        found.Should().Report("`public.Post` has no foreign key for `Post.author`: rows may refer to User rows that do not exist. `ALTER TABLE \"public\".\"Post\" ADD CONSTRAINT \"Post_authorId_fkey\" FOREIGN KEY (\"authorId\") REFERENCES \"public\".\"User\" (\"id\") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID`, then `VALIDATE CONSTRAINT`");
        found.Found[0].Related.Should().ContainSingle();
    }

    [Test]
    public void Expects_none_where_relations_are_emulated() =>
        Lint(Emulated, _ => { }).Should().ReportNothing();

    [Test]
    public void Leaves_missing_columns_and_tables_to_their_rules()
    {
        Lint(Unmarked, database => database.Table("Post").DropConstraint("Post_authorId_fkey").DropColumn("authorId")).Should().ReportNothing();
        Lint(Unmarked, database =>
        {
            database.Table("Post").DropConstraint("Post_authorId_fkey");
            database.Drop("User");
        }).Should().ReportNothing();
    }

    [Test]
    public void Does_not_care_for_names() =>
        Lint(Unmarked, database => database.Table("Post").Constraint("Post_authorId_fkey")["name"] = "fk").Should().ReportNothing();

    [Test]
    public void Leaves_a_key_to_another_place_to_its_rule() =>
        Lint(Unmarked, database =>
        {
            database.Table("Post").DropConstraint("Post_authorId_fkey");
            database.Table("Post").AddForeignKey("other", ["authorId"], database.Table("Post"), ["id"]);
        }).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_constraints()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Constraints)).Should().ReportNothing();

        NotJudged.Should().Equal("missing-foreign-key: the role may not read constraints");
    }
}
