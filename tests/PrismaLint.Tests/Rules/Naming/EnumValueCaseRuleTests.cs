using NUnit.Framework;
using PrismaLint.Rules.Naming;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Naming;

public sealed class EnumValueCaseRuleTests : RuleTests<EnumValueCaseRule>
{
    private static string Enum(params string[] values) => "enum Role {\n  " + string.Join("\n  ", values) + "\n}\n";

    [Test]
    public void Reports_the_value_outside_the_enums_style_and_renames_it_with_its_defaults() =>
        Lint("""
            enum Role {
              ADMIN
              OWNER
              [|superUser|]
            }

            model User {
              id    Int    @id
              role  Role   @default(superUser)
              roles Role[] @default([ADMIN, superUser])
            }
            """)
        .Should().Report("Value `superUser` of enum `Role` is not in UPPER_CASE, the style of 2 of 3 values")
        .And.BecomeWhenFixed("""
            enum Role {
              ADMIN
              OWNER
              SUPER_USER @map("superUser")
            }

            model User {
              id    Int    @id
              role  Role   @default(SUPER_USER)
              roles Role[] @default([ADMIN, SUPER_USER])
            }
            """);

    [TestCase("ADMIN", "SUPER_USER", "USER2")]
    [TestCase("admin", "super_user", "x")]
    [TestCase("admin", "superUser", "user2")]
    [TestCase("Email", "SMS", "PushMessage")]
    [TestCase("Blogs", "Social_Media", "Direct_Mail")]
    [TestCase("ADMIN", "superUser")]
    public void Accepts_one_style_and_no_majority(params string[] values) => Lint(Enum(values)).Should().ReportNothing();

    [Test]
    public void Tells_words_by_more_than_their_first_letter() =>
        Lint(Enum("ACTIVE", "INACTIVE", "[|Deleted|]")).Should().Report("Value `Deleted` of enum `Role` is not in UPPER_CASE, the style of 2 of 3 values");

    [Test]
    public void Follows_the_style_asked_for_and_what_is_allowed() =>
        Lint(Enum("ACTIVE", "[|inactive|]", "legacy_value"), (EnumValueCaseRule.Style, "upper"), (EnumValueCaseRule.Allow, "legacy_*"))
            .Should().Report("Value `inactive` of enum `Role` is not in UPPER_CASE");

    [Test]
    public void Offers_no_fix_where_a_condition_may_speak_of_the_value() =>
        Lint("""
            enum Role {
              ADMIN
              OWNER
              [|superUser|]
            }

            model User {
              id   Int  @id
              role Role

              @@index([id], where: { role: "superUser" })
            }
            """)
        .Should().ReportAtTheMarks().And.OfferNoFix();

    [Test]
    public void Passes_over_a_broken_enum() => Lint(Enum("ADMIN", "OWNER", "superUser", "= 7")).Should().ReportNothing();
}
