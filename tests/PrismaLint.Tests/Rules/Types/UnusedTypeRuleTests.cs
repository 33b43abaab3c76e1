using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Types;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Types;

public sealed class UnusedTypeRuleTests : RuleTests<UnusedTypeRule>
{
    [Test]
    public void Reports_an_enum_and_removes_it_with_its_comments() =>
        Lint("""
            model A {
              id Int @id
            }

            // left over
            /// What an A was.
            enum [|Kind|] {
              X // first
            }

            model B {
              id Int @id
            }
            """)
        .Should().Report("No field has the enum `Kind`")
        .And.BecomeWhenFixed("""
            model A {
              id Int @id
            }

            model B {
              id Int @id
            }
            """);

    [Test]
    public void Removes_the_blank_line_before_the_last_block() =>
        Lint("model A {\n  id Int @id\n}\n\nenum [|Kind|] {\n  X\n}\n").ReportAtTheMarks().And.BecomeWhenFixed("model A {\n  id Int @id\n}\n");

    [Test]
    public void Reports_a_composite_type() =>
        Lint("model A {\n  id String @id @map(\"_id\")\n  p Used\n}\n\ntype Used {\n  x Inner\n}\n\ntype Inner {\n  y Int\n}\n\ntype [|Old|] {\n  z Int\n}\n", Provider.MongoDb)
            .Should().Report("No field has the type `Old`");

    [TestCase("model A {\n  id Int @id\n  k Kind?\n}")]
    [TestCase("model A {\n  id Int @id\n  k Kind[]\n}")]
    [TestCase("model A {\n  id Int @id\n  /// @zod.custom(Kind)\n  k String\n}")]
    [TestCase("model A {\n  id Int @id\n  k String @map(\"Kind\")\n}")]
    [TestCase("model A {\n  id Int @id\n  k Kind\n  x Missing\n}")]
    [TestCase("")]
    public void Accepts_what_is_used_or_named(string models) => Lint(models + "\n\nenum Kind {\n  X\n}\n").Should().ReportNothing();

    [Test]
    public void A_plain_comment_is_no_use() => Lint("model A {\n  id Int @id // once of Kind\n}\n\nenum [|Kind|] {\n  X\n}\n").ReportAtTheMarks();

    [Test]
    public void Says_nothing_where_a_use_may_have_been_lost() => Lint("model A {\n  id Int @id\n  k = Kind\n}\n\nenum Kind {\n  X\n}\n").Should().ReportNothing();

    [Test]
    public void Leaves_types_out_by_name() =>
        Lint("model A {\n  id Int @id\n}\n\nenum Kind {\n  X\n}\n", (UnusedTypeRule.Allow, "Kind")).Should().ReportNothing();
}
