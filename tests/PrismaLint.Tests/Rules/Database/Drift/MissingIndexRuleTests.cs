using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Drift;
using PrismaLint.Semantics;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Drift;

public sealed class MissingIndexRuleTests : LiveRuleTests<MissingIndexRule>
{
    private const string Unmarked = """
        model User {
          id        Int       @id
          email     String    @unique
          name      String?
          deletedAt DateTime?

          @@index([name])
          @@index([name, email(sort: Desc)])
        }
        """;

    [Test]
    public void Reports_a_unique_that_is_not_there() =>
        Lint("""
            model User {
              id    Int    @id
              email String [|@unique|]
            }
            """, database => database.Table("User").DropIndex("User_email_key"))
        .Should().Report("`@unique` is not in the database: duplicates can come in, and `upsert` by it fails. `CREATE UNIQUE INDEX CONCURRENTLY \"User_email_key\" ON \"public\".\"User\" (\"email\")`");

    [Test]
    public void Reports_an_index_that_is_not_there() =>
        Lint("""
            model User {
              id   Int    @id
              name String
              tags Json

              [|@@index([name(sort: Desc)])|]
              [|@@index([tags(ops: JsonbPathOps)], type: Gin)|]
            }
            """, database => database.Table("User").DropIndex("User_name_idx").DropIndex("User_tags_idx"))
        .Should().Report(
            "`@@index([name])` is not in the database: queries by it read the whole table. `CREATE INDEX CONCURRENTLY \"User_name_idx\" ON \"public\".\"User\" (\"name\" DESC)`",
            "`@@index([tags])` is not in the database: queries by it read the whole table. `CREATE INDEX CONCURRENTLY \"User_tags_idx\" ON \"public\".\"User\" USING gin (\"tags\" jsonb_path_ops)`");

    [Test]
    public void Takes_it_lightly_where_another_index_does_its_work() =>
        Lint(Unmarked, database =>
        {
            database.Table("User").DropIndex("User_name_idx");
            database.Table("User").AddIndex("uq", ["name"], IndexKind.Unique);
        }).Found.Should().ContainSingle().Which.Severity.Should().Be(DiagnosticSeverity.Suggestion);

    [Test]
    public void Does_not_take_a_partial_unique_for_it() =>
        Lint("""
            model User {
              id    Int    @id
              email String [|@unique|]
            }
            """, database =>
        {
            database.Table("User").DropIndex("User_email_key");
            database.Table("User").AddIndex("active", ["email"], IndexKind.Unique, "(id > 0)");
        }).Should().Report("`@unique` is not in the database, only `active` over the same columns, for a part of the rows. `CREATE UNIQUE INDEX CONCURRENTLY \"User_email_key\" ON \"public\".\"User\" (\"email\")`");

    [Test]
    public void Does_not_care_for_names_and_constraints() =>
        Lint(Unmarked, database =>
        {
            database.Table("User").SetIndex("User_name_idx", "name", "by_name").SetIndex("User_email_key", "name", "uq");
            database.Table("User").AddConstraint("uq", "u", "email")["index"] = database.Table("User").Index("uq")["oid"];
        }).Should().ReportNothing();

    [Test]
    public void Takes_a_covering_index_for_it() =>
        Lint(Unmarked, database =>
        {
            database.Table("User").DropIndex("User_name_idx");
            database.Table("User").AddIndex("covering", ["name"], include: ["email"]);
        }).Should().ReportNothing();

    [Test]
    public void Leaves_a_missing_column_and_a_changed_index_to_their_rules() =>
        Lint(Unmarked, database =>
        {
            database.Table("User").DropIndex("User_name_idx").DropIndex("User_name_email_idx");
            database.Table("User").AddIndex("User_name_idx", ["email"]);
            database.Table("User").AddIndex("User_name_email_idx", ["email"]);
        }).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_indexes()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Indexes)).Should().ReportNothing();

        NotJudged.Should().Equal("missing-index: the role may not read indexes");
    }
}
