using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Drift;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Drift;

public sealed class EnumValueDriftRuleTests : LiveRuleTests<EnumValueDriftRule>
{
    private const string Unmarked = """
        model User {
          id   Int  @id
          role Role
        }

        enum Role {
          USER
          ADMIN @map("admin")
        }
        """;

    [Test]
    public void Reports_a_value_that_only_the_schema_has() =>
        Lint("""
            model User {
              id   Int  @id
              role Role
            }

            enum Role {
              USER
              [|ADMIN|] @map("admin")
            }
            """, database => database.Set(EvidenceSource.Enums, ("labels", new[] { "USER" })))
        .Should().Report("the type `public.Role` has no value `admin`: a write of it fails. `ALTER TYPE \"public\".\"Role\" ADD VALUE 'admin'`");

    [Test]
    public void Reports_values_that_only_the_database_has_once() =>
        Lint("""
            model User {
              id   Int  @id
              role Role
            }

            enum [|Role|] {
              USER
            }
            """, database => database.Set(EvidenceSource.Enums, ("labels", new[] { "USER", "GUEST", "BOT" })))
        .Should().Report("only the database has `GUEST`, `BOT` in the type `public.Role`: a read of a row that holds one fails");

    [Test]
    public void Asks_whether_a_value_was_renamed() =>
        Lint("""
            model User {
              id   Int  @id
              role Role
            }

            enum [|Role|] {
              USER
              [|ADMIN|]
            }
            """, database => database.Set(EvidenceSource.Enums, ("labels", new[] { "USER", "admin" })))
        .Should().Report("only the database has `admin` in the type `public.Role`: a read of a row that holds it fails", "the type `public.Role` has no value `ADMIN`: a write of it fails. Is it `admin`?");

    [Test]
    public void Takes_another_order_lightly() =>
        Lint(Unmarked, database => database.Set(EvidenceSource.Enums, ("labels", new[] { "admin", "USER" })))
        .Found.Should().ContainSingle().Which.Severity.Should().Be(DiagnosticSeverity.Suggestion);

    [Test]
    public void Leaves_a_missing_type_to_its_rule() => Lint(Unmarked, database => database.Set(EvidenceSource.Enums, ("name", "other"))).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_enums()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Enums)).Should().ReportNothing();

        NotJudged.Should().Equal("enum-value-drift: the role may not read enums");
    }
}
