using NUnit.Framework;
using PrismaLint.Rules.Relations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Relations;

public sealed class ModelWithoutPrimaryKeyRuleTests : RuleTests<ModelWithoutPrimaryKeyRule>
{
    [Test]
    public void Reports_the_model_and_makes_the_unique_its_key() =>
        Lint("""
            model [|Subscriber|] {
              phone String? @unique
              email String  @unique
            }

            model [|Seat|] {
              row    Int
              column Int

              @@unique([row, column])
            }
            """)
        .Should().Report(
            "`Subscriber` has no primary key, only a unique over `email`",
            "`Seat` has no primary key, only a unique over `row, column`")
        .And.BecomeWhenFixed("""
            model Subscriber {
              phone String? @unique
              email String  @id
            }

            model Seat {
              row    Int
              column Int

              @@id([row, column])
            }
            """);

    [Test]
    public void Offers_no_fix_for_arguments_that_a_key_may_not_have() =>
        Lint("model [|Subscriber|] {\n  email String @unique(map: \"mail\")\n}\n").Should().ReportAtTheMarks().And.OfferNoFix();

    [Test]
    public void Accepts_keys_ignored_models_and_frameworks() =>
        Lint("""
            model Subscriber {
              email String @unique
              id    Int    @id
            }

            model Old {
              email String @unique

              @@ignore
            }

            model VerificationToken {
              identifier String
              token      String @unique
            }
            """)
        .Should().ReportNothing();

    [Test]
    public void Passes_over_a_broken_neighbour() => Lint("model Subscriber {\n  email String @unique\n  = 7\n}\n").Should().ReportNothing();
}
