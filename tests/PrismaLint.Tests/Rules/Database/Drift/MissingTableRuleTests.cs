using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Drift;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Drift;

public sealed class MissingTableRuleTests : LiveRuleTests<MissingTableRule>
{
    private const string Schema = """
        model [|Post|] {
          id    Int    @id
          title String
          slug  String
        }

        model Tag {
          id   Int    @id
          name String
        }
        """;

    private const string Unmarked = """
        model Post {
          id    Int    @id
          title String
          slug  String
        }

        model Tag {
          id   Int    @id
          name String
        }
        """;

    [Test]
    public void Reports_a_model_without_a_table() =>
        Lint(Schema, database => database.Drop("Post"))
        .Should().Report("the database has no table `public.Post`: every query of `Post` fails. A migration creates it");

    [Test]
    public void Names_the_table_that_differs_in_case_and_maps_the_model_to_it()
    {
        Lint(Schema, database =>
        {
            database.Drop("Post");
            database.AddTable("post").AddColumn("id", "integer");
        }).Should().Report("the database has no table `public.Post`: every query of `Post` fails. `post` differs from it only in case")
        .And.BecomeWhenFixed("""
            model Post {
              id    Int    @id
              title String
              slug  String

              @@map("post")
            }

            model Tag {
              id   Int    @id
              name String
            }
            """);
    }

    [Test]
    public void Names_the_table_with_the_same_columns() =>
        Lint(Schema, database =>
        {
            database.Drop("Post");
            var other = database.AddTable("articles");
            other.AddColumn("id", "integer");
            other.AddColumn("title", "text");
            other.AddColumn("slug", "text");
        }).Should().Report("the database has no table `public.Post`: every query of `Post` fails. `articles` has its columns: was it renamed?");

    [Test]
    public void Names_the_schema_in_which_there_is_one() =>
        Lint(Schema, database =>
        {
            database.Drop("Post");
            database.AddTable("Post", "old");
        }).Should().Report("the database has no table `public.Post`: every query of `Post` fails. There is one in the schema `old`");

    [Test]
    public void Says_once_that_a_database_has_none_of_the_tables() =>
        Lint("""
            datasource [|db|] {
              provider = "postgresql"
            }

            model A {
              id Int @id
            }

            model B {
              id Int @id
            }

            model C {
              id Int @id
            }
            """, database => database.Drop("A").Drop("B").Drop("C"))
        .Should().Report("the database has none of the 3 tables that the schema describes: it is another database, or the migrations were never applied (`prisma migrate deploy`)");

    [Test]
    public void Says_of_a_locked_table_that_it_is_not_judged()
    {
        Lint(Unmarked, database => database.Drop("Post").WithoutSome(EvidenceSource.Relations, "public.\"Post\"")).Should().ReportNothing();

        NotJudged.Should().Equal("missing-table: `Post`: another session had the table locked");
    }

    [Test]
    public void Does_not_judge_a_schema_that_was_not_inspected() =>
        Lint(Unmarked, database =>
        {
            database.Drop("Post");
            database.Schemas = ["other"];
        }).Should().ReportNothing();

    [Test]
    public void Takes_an_ignored_model_lightly() =>
        Lint("""
            model [|Old|] {
              id Int @id

              @@ignore
            }
            """, database => database.Drop("Old")).Found.Should().OnlyContain(found => found.Severity == DiagnosticSeverity.Suggestion);

    [Test]
    public void Takes_a_view_in_its_place_lightly() =>
        Lint(Schema, database => database.Table("Post").Set("kind", "v")).Should().Report("`public.Post` is a view in the database, and `Post` a model: a `view` block says so");

    [Test]
    public void Says_that_nothing_is_known_without_the_tables()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Relations)).Should().ReportNothing();

        NotJudged.Should().Equal("missing-table: the role may not read relations");
    }
}
