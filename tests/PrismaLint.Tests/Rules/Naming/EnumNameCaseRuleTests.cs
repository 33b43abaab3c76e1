using System.Linq;
using NUnit.Framework;
using PrismaLint.Rules.Naming;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Naming;

public sealed class EnumNameCaseRuleTests : RuleTests<EnumNameCaseRule>
{
    private static string EightInPascalCase { get; } = string.Concat(
        new[] { "UserRole", "UserState", "OrderState", "OrderKind", "PaymentState", "PaymentKind", "MailState", "MailKind" }
            .Select(name => $"enum {name} {{\n  A\n}}\n\n"));

    [Test]
    public void Reports_the_outlier_and_renames_it_with_its_uses() =>
        Lint(EightInPascalCase + """
            enum [|post_state|] {
              DRAFT
            }

            model Post {
              id    Int        @id
              state post_state @default(DRAFT)
            }
            """)
        .Should().Report("Enum `post_state` is not in PascalCase, the style of 8 of 9 compound names")
        .And.BecomeWhenFixed(EightInPascalCase + """
            enum PostState {
              DRAFT

              @@map("post_state")
            }

            model Post {
              id    Int        @id
              state PostState @default(DRAFT)
            }
            """);

    [Test]
    public void Does_not_count_models() =>
        Lint(EightInPascalCase + "model user_role {\n  id Int @id\n}\n").Should().ReportNothing();

    [Test]
    public void Passes_over_a_broken_neighbour() =>
        Lint(EightInPascalCase + "enum broken_one {\n  A = 1\n}\n\nenum [|post_state|] {\n  DRAFT\n}\n").Should().ReportAtTheMarks();

    [Test]
    public void Follows_the_style_asked_for() =>
        Lint("enum [|UserRole|] {\n  A\n}\n\nenum user_state {\n  B\n}\n\nenum LegacyKind {\n  C\n}\n", (EnumNameCaseRule.Style, "snake"), (EnumNameCaseRule.Allow, "Legacy*"))
            .Should().Report("Enum `UserRole` is not in snake_case");
}
