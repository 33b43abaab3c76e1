using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Drift;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Drift;

public sealed class GeneratedColumnDriftRuleTests : LiveRuleTests<GeneratedColumnDriftRule>
{
    private const string Unmarked = """
        model Item {
          id    Int  @id
          price Int
          total Int
          maybe Int?
        }
        """;

    [Test]
    public void Reports_a_required_field_that_the_database_computes() =>
        Lint("""
            model Item {
              id    Int @id
              [|total|] Int
            }
            """, database => database.Table("Item").SetColumn("total", "gen", "s"))
        .Should().Report("the database computes `public.Item.total`: every `create` of `Item` fails, for the client gives it a value");

    [TestCase("s")]
    [TestCase("v")]
    public void Rates_an_optional_one_lower(string kind) =>
        Lint(Unmarked, database => database.Table("Item").SetColumn("maybe", "gen", kind)).Found.Should().ContainSingle().Which.Severity.Should().Be(DiagnosticSeverity.Warning);

    [Test]
    public void Takes_what_introspection_writes_lightly() =>
        Lint("""
            model Item {
              id    Int  @id
              total Int? @default(dbgenerated("(id * 2)"))
            }
            """, database => database.Table("Item").SetColumn("total", "gen", "s")).Found.Should().ContainSingle().Which.Severity.Should().Be(DiagnosticSeverity.Suggestion);

    [Test]
    public void Reports_an_identity_that_takes_no_value() =>
        Lint("""
            model Item {
              [|id|] Int @id
            }
            """, database => database.Table("Item").SetColumn("id", "ident", "a"))
        .Should().Report("`public.Item.id` is GENERATED ALWAYS AS IDENTITY, and the client gives `Item.id` a value: every `create` fails. `@default(autoincrement())` leaves it to the database");

    [Test]
    public void Lets_autoincrement_ignored_fields_and_other_identities_be()
    {
        Lint("""
            model Item {
              id    Int  @id @default(autoincrement())
              total Int? @ignore
            }
            """, database => database.Table("Item").SetColumn("id", "ident", "a").SetColumn("total", "gen", "s")).Should().ReportNothing();
        Lint(Unmarked, database => database.Table("Item").SetColumn("id", "ident", "d")).Should().ReportNothing();
    }

    [Test]
    public void Says_that_nothing_is_known_without_the_columns()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Columns)).Should().ReportNothing();

        NotJudged.Should().Equal("generated-column-drift: the role may not read columns");
    }
}
