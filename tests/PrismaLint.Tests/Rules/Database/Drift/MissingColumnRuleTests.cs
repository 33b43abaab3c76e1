using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Drift;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Drift;

public sealed class MissingColumnRuleTests : LiveRuleTests<MissingColumnRule>
{
    private const string Schema = """
        model User {
          id       Int      @id
          [|email|]    String
          joinedAt DateTime
        }
        """;

    private const string Unmarked = """
        model User {
          id       Int      @id
          email    String
          joinedAt DateTime
        }
        """;

    [Test]
    public void Reports_a_field_without_a_column() =>
        Lint(Schema, database => database.Table("User").DropColumn("email"))
        .Should().Report("`public.User` has no column `email`: every query of `User` fails. `ALTER TABLE \"public\".\"User\" ADD COLUMN \"email\" text` adds it, with a value for the rows that are there");

    [Test]
    public void Names_the_column_that_differs_in_case_and_maps_the_field_to_it() =>
        Lint(Schema, database => database.Table("User").SetColumn("email", "name", "EMAIL"))
        .Should().Report("`public.User` has no column `email`: every query of `User` fails. `EMAIL` differs from it only in case")
        .And.BecomeWhenFixed("""
            model User {
              id       Int      @id
              email    String @map("EMAIL")
              joinedAt DateTime
            }
            """);

    [Test]
    public void Names_the_only_column_of_its_type_that_is_left() =>
        Lint(Schema, database => database.Table("User").SetColumn("email", "name", "mail"))
        .Should().Report("`public.User` has no column `email`: every query of `User` fails. `mail` has its type: was it renamed?");

    [Test]
    public void Takes_no_column_that_takes_null_for_a_required_one() =>
        Lint(Schema, database =>
        {
            database.Table("User").DropColumn("email");
            database.Table("User").AddColumn("note", "text", isNotNull: false);
        }).Should().Report("`public.User` has no column `email`: every query of `User` fails. `ALTER TABLE \"public\".\"User\" ADD COLUMN \"email\" text` adds it, with a value for the rows that are there");

    [Test]
    public void Takes_an_ignored_field_lightly() =>
        Lint("""
            model User {
              id    Int     @id
              email String? @ignore
            }
            """, database => database.Table("User").DropColumn("email")).Found.Should().OnlyContain(found => found.Severity == DiagnosticSeverity.Suggestion);

    [Test]
    public void Finds_columns_by_names_that_the_server_cut() =>
        Lint("""
            model User {
              id                                                                     Int @id
              aNameThatIsLongerThanTheSixtyThreeBytesThatPostgresKeepsOfAnIdentifier Int
            }
            """, database => database.Table("User").SetColumn("aNameThatIsLongerThanTheSixtyThreeBytesThatPostgresKeepsOfAnIdentifier", "name", "aNameThatIsLongerThanTheSixtyThreeBytesThatPostgresKeepsOfAnIde"))
        .Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_columns()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Columns)).Should().ReportNothing();

        NotJudged.Should().Equal("missing-column: the role may not read columns");
    }
}
