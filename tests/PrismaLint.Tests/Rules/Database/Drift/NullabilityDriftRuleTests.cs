using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Drift;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Drift;

public sealed class NullabilityDriftRuleTests : LiveRuleTests<NullabilityDriftRule>
{
    private const string Unmarked = """
        model User {
          id    Int      @id
          email String
          phone String?
          tags  String[]
        }
        """;

    [Test]
    public void Reports_a_required_field_over_a_column_that_takes_null() =>
        Lint("""
            model User {
              id    Int    @id
              [|email|] String
            }
            """, database => database.Table("User").SetColumn("email", "notnull", false).Analyzed("email", nullFraction: 0.125))
        .Should().Report("`public.User.email` takes NULL, and `User.email` is required: a row with NULL makes each query that reads it fail (13 % of the rows hold NULL). `ALTER TABLE \"public\".\"User\" ALTER COLUMN \"email\" SET NOT NULL`")
        .And.BecomeWhenFixed("""
            model User {
              id    Int    @id
              email String?
            }
            """);

    [Test]
    public void Reports_an_optional_field_over_a_column_that_does_not() =>
        Lint("""
            model User {
              id    Int     @id
              [|phone|] String?
            }
            """, database => database.Table("User").SetColumn("phone", "notnull", true))
        .Should().Report("`public.User.phone` is NOT NULL, and `User.phone` optional: a `create` that leaves it out fails");

    [Test]
    public void Does_not_compare_lists() =>
        Lint(Unmarked, database => database.Table("User").SetColumn("tags", "notnull", false)).Should().ReportNothing();

    [Test]
    public void Names_a_list_that_is_not_null_without_a_default() =>
        Lint(Unmarked, database => database.Table("User").SetColumn("tags", "notnull", true))
        .Found.Should().ContainSingle().Which.Severity.Should().Be(DiagnosticSeverity.Suggestion);

    [Test]
    public void Lets_a_list_with_a_default_be() =>
        Lint(Unmarked, database => database.Table("User").SetColumn("tags", "notnull", true).SetColumn("tags", "def", "'{}'::text[]")).Should().ReportNothing();

    [Test]
    public void Takes_a_domain_that_is_not_null_for_it() =>
        Lint(Unmarked, database =>
        {
            database.Row(EvidenceSource.Domains, ("schema", "public"), ("name", "mail"), ("base", "text"), ("typnotnull", true));
            database.Table("User").SetType("email", "public.mail").SetColumn("email", "typtype", "d").SetColumn("email", "notnull", false);
        }).Should().ReportNothing();

    [Test]
    public void Leaves_computed_columns_to_their_rule() =>
        Lint(Unmarked, database => database.Table("User").SetColumn("email", "notnull", false).SetColumn("email", "gen", "s")).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_columns()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Columns)).Should().ReportNothing();

        NotJudged.Should().Equal("nullability-drift: the role may not read columns");
    }
}
