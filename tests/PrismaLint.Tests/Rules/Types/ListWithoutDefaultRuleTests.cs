using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Types;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Types;

public sealed class ListWithoutDefaultRuleTests : RuleTests<ListWithoutDefaultRule>
{
    [Test]
    public void Reports_scalar_and_enum_lists_and_adds_the_default() =>
        Lint("""
            enum Role {
              ADMIN
            }

            model User {
              id    Int      @id
              [|tags|]  String[] // free
              [|roles|] Role[]
              names String[] @default([])
              codes Int[]    @default([1, 2])
            }
            """)
        .Should().Report("List `User.tags` has no `@default([])`", "List `User.roles` has no `@default([])`")
        .And.BecomeWhenFixed("""
            enum Role {
              ADMIN
            }

            model User {
              id    Int      @id
              tags  String[] @default([]) // free
              roles Role[] @default([])
              names String[] @default([])
              codes Int[]    @default([1, 2])
            }
            """);

    [TestCase("tags String")]
    [TestCase("tags String[] @ignore")]
    [TestCase("tags Unsupported(\"text\")[]")]
    [TestCase("friends User[] @relation(\"f\")\n  friendsOf User[] @relation(\"f\")")]
    [TestCase("tags String[]\n  @@ignore")]
    public void Accepts_what_has_no_such_column_or_is_not_used(string rest) => Lint($"model User {{\n  id Int @id\n  {rest}\n}}\n").Should().ReportNothing();

    [Test]
    public void Is_silent_elsewhere_and_on_broken_models()
    {
        Lint("model User {\n  id String @id @map(\"_id\")\n  tags String[]\n}\n", Provider.MongoDb).Should().ReportNothing();
        Lint("model User {\n  tags String[]\n}\n").Should().ReportNothing();
    }

    [Test]
    public void Reports_every_list_but_those_with_the_empty_default_where_prisma_lint_does() =>
        Lint(
            "model User {\n  id Int @id\n  [|tags|] String[] @default([\"a\"])\n  [|friends|] User[]\n  codes Int[] @default([])\n}\n",
            Provider.MySql,
            (ListWithoutDefaultRule.Compatibility, "prisma-lint"))
        .Should().ReportAtTheMarks().And.OfferNoFix();
}
