using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Drift;
using PrismaLint.Semantics;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Drift;

public sealed class ExtraIndexRuleTests : LiveRuleTests<ExtraIndexRule>
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
    public void Reports_an_index_at_the_field_of_its_first_column_and_declares_it() =>
        Lint("""
            model User {
              id        Int    @id
              [|email|]     String
            }
            """, database => database.Table("User").AddIndex("User_email_idx", ["email"]))
        .Should().Report("the schema does not declare the index `User_email_idx` (email) of `public.User`: a migration drops it")
        .And.BecomeWhenFixed("""
            model User {
              id        Int    @id
              email     String

              @@index([email])
            }
            """);

    [Test]
    public void Declares_a_unique_under_its_name() =>
        Lint("""
            model User {
              id        Int    @id
              [|email|]     String
            }
            """, database => database.Table("User").AddIndex("uq", ["email"], IndexKind.Unique))
        .Should().Report("the schema does not declare the unique index `uq` (email) of `public.User`, which refuses rows that the schema allows: a migration drops it")
        .And.BecomeWhenFixed("""
            model User {
              id        Int    @id
              email     String

              @@unique([email], map: "uq")
            }
            """);

    [Test]
    public void Names_what_the_schema_has_no_word_for_and_offers_nothing() =>
        Lint(Unmarked, database => database.Table("User").AddIndex("live", ["email"], IndexKind.Unique, "(\"deletedAt\" IS NULL)"))
        .OfferNoFix().Found.Should().ContainSingle().Which.Message.Should().Be("the schema does not declare the partial unique index `live` (email) of `public.User`: it has no word for it, so only the migration that made it keeps it");

    [Test]
    public void Hides_that_where_it_is_told_to() =>
        Lint(Unmarked, database =>
        {
            database.Table("User").AddIndex("live", ["email"], IndexKind.Unique, "(\"deletedAt\" IS NULL)");
            database.Table("User").AddIndex("covering", ["id"], include: ["email"]);
            database.Table("User").AddIndex("lower", ["email"])["exprs"] = "lower(email)";
        }, (new ExtraIndexRule().Options[0], "false")).Should().ReportNothing();

    [Test]
    public void Folds_many_of_a_table() =>
        Lint(Unmarked, database =>
        {
            foreach (var name in new[] { "a", "b", "c", "d" })
                database.Table("User").AddIndex(name, ["deletedAt", name == "a" ? "id" : "email"], method: name == "b" ? "hash" : "btree", predicate: name == "c" ? "(id > 0)" : null);
        }).Found.Should().ContainSingle().Which.Object.Should().Be("User");

    [Test]
    public void Leaves_copies_unknown_columns_partitions_and_missing_ones_to_others() =>
        Lint(Unmarked, database =>
        {
            var table = database.Table("User");
            table.AddIndex("copy", ["name"]);
            table.AddColumn("extra", "text");
            table.AddIndex("over_extra", ["extra"]);
            table.AddIndex("part", ["deletedAt"])["is_partition"] = true;
            table.DropIndex("User_email_key");
            table.AddIndex("instead", ["email"]);
        }).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_indexes()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Indexes)).Should().ReportNothing();

        NotJudged.Should().Equal("extra-index: the role may not read indexes");
    }
}
