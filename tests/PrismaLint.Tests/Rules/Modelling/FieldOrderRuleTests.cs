using NUnit.Framework;
using PrismaLint.Rules.Modelling;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Modelling;

public sealed class FieldOrderRuleTests : RuleTests<FieldOrderRule>
{
    [Test]
    public void Reports_the_first_field_out_of_order_and_moves_lines_with_their_comments() =>
        Lint("""
            model [|User|] {
              // Shown to everybody.
              // Up to 40 letters.
              name      String // given
              /// The key.
              id        Int      @id

              createdAt DateTime @default(now())
              email     String   @default("none")

              @@index([email])
            }
            """,
            (FieldOrderRule.Order, "id, ..., createdAt, updatedAt"))
        .Should().Report("In `User` the field `name` stands out of order; expected `id`, `...`, `createdAt`")
        .And.BecomeWhenFixed("""
            model User {
              /// The key.
              id        Int      @id
              // Shown to everybody.
              // Up to 40 letters.
              name      String // given

              email     String   @default("none")
              createdAt DateTime @default(now())

              @@index([email])
            }
            """);

    [TestCase("id, ..., createdAt", "id", "a", "createdAt")]
    [TestCase("id, ..., createdAt", "id", "createdAt")]
    [TestCase("id, ..., createdAt", "id", "a", "b")]
    [TestCase("..., createdAt", "a", "id", "createdAt")]
    [TestCase("id, a", "id", "a", "b")]
    [TestCase("x, y", "id", "a")]
    public void Accepts_the_order(string order, params string[] fields) => Lint(Model("A", fields), (FieldOrderRule.Order, order)).Should().ReportNothing();

    [TestCase("id, ...", "a", "id")]
    [TestCase("..., createdAt", "id", "createdAt", "a")]
    [TestCase("id, a, b", "id", "b", "a")]
    [TestCase("id, b", "id", "a", "b")]
    public void Reports_another_order(string order, params string[] fields) => Lint(Model("[|A|]", fields), (FieldOrderRule.Order, order)).Should().ReportAtTheMarks();

    [Test]
    public void Allows_no_other_fields_without_dots_where_prisma_lint_does_not() =>
        Lint(Model("[|A|]", "id", "a", "b"), (FieldOrderRule.Order, "id, a"), (FieldOrderRule.Compatibility, "prisma-lint"))
            .Should().Report("In `A` the field `b` stands out of order; expected `id`, `a`").And.OfferNoFix();

    [Test]
    public void Puts_the_key_first_where_that_is_asked_for() =>
        Lint("model [|A|] {\n  name String\n  b Int\n  a Int\n\n  @@id([a, b])\n}\n", (FieldOrderRule.KeyFirst, "true"))
            .Should().ReportAtTheMarks()
            .And.BecomeWhenFixed("model A {\n  a Int\n  b Int\n  name String\n\n  @@id([a, b])\n}\n");

    [Test]
    public void Is_silent_without_an_order_on_ignored_models_and_on_broken_ones()
    {
        Lint(Model("A", "a", "id")).Should().ReportNothing();
        Lint(Model("A", "a", "id"), (FieldOrderRule.Order, "id, ..."), (FieldOrderRule.IgnoredModels, "A")).Should().ReportNothing();
        Lint("model A {\n  a Int\n  id Int\n}\n", (FieldOrderRule.Order, "id, ...")).Should().ReportNothing();
    }

    private static string Model(string name, params string[] fields) =>
        $"model {name} {{\n" + string.Concat(System.Linq.Enumerable.Select(fields, field => $"  {field} Int{(field == "id" ? " @id" : "")}\n")) + "}\n";
}
