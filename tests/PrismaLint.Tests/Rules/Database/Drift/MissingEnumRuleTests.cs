using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Drift;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Drift;

public sealed class MissingEnumRuleTests : LiveRuleTests<MissingEnumRule>
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

    private const string Schema = """
        model User {
          id   Int  @id
          role Role
        }

        enum [|Role|] {
          USER
          ADMIN @map("admin")
        }
        """;

    [Test]
    public void Reports_an_enum_without_a_type() =>
        Lint(Schema, database => database.Set(EvidenceSource.Enums, ("name", "other"), ("labels", new[] { "X" })))
        .Should().Report("the database has no type `public.Role`: queries with a value of `Role` fail. A migration creates it");

    [TestCase("role", "X", "`role` differs from it only in case")]
    [TestCase("Kind", "USER", "`Kind` has its values: was it renamed?")]
    public void Names_what_it_may_be(string name, string label, string hint) =>
        Lint(Schema, database => database.Set(EvidenceSource.Enums, ("name", name), ("labels", label == "X" ? new[] { "X" } : new[] { "admin", "USER" })))
        .Should().Report($"the database has no type `public.Role`: queries with a value of `Role` fail. {hint}");

    [Test]
    public void Names_the_schema_in_which_there_is_one() =>
        Lint(Schema, database => database.Set(EvidenceSource.Enums, ("schema", "old")))
        .Should().Report("the database has no type `public.Role`: queries with a value of `Role` fail. There is one in the schema `old`");

    [Test]
    public void Rates_an_unused_one_lower() =>
        Lint("""
            enum [|Role|] {
              USER
            }
            """, database => database.Set(EvidenceSource.Enums, ("name", "x"), ("labels", new[] { "X" }))).Found.Should().ContainSingle().Which.Severity.Should().Be(DiagnosticSeverity.Warning);

    [Test]
    public void Is_silent_about_one_that_is_there() => Lint(Unmarked, _ => { }).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_enums()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Enums)).Should().ReportNothing();

        NotJudged.Should().Equal("missing-enum: the role may not read enums");
    }
}
