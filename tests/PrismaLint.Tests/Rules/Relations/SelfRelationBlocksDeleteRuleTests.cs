using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Relations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Relations;

public sealed class SelfRelationBlocksDeleteRuleTests : RuleTests<SelfRelationBlocksDeleteRule>
{
    private static string Schema(string action, string optional = "?", string name = "parent") => $$"""
        model Node {
          id       Int    @id
          parentId Int{{optional}}
          {{name}} Node{{optional}} @relation("Tree", fields: [parentId], references: [id]{{action}})
          children Node[] @relation("Tree")
        }
        """;

    [Test]
    public void Reports_an_optional_relation_that_restricts_and_sets_it_to_null() =>
        Lint(Schema(", onDelete: [|Restrict|], onUpdate: Cascade"))
            .Should().Report("A `Node` that another refers to by `parent` cannot be deleted: `onDelete` is `Restrict`")
            .And.BecomeWhenFixed(Schema(", onDelete: SetNull, onUpdate: Cascade"));

    [Test]
    public void Reports_a_required_relation_that_restricts_by_default_and_lets_it_cascade() =>
        Lint(Schema("", "", "[|parent|]"))
            .Should().Report("A `Node` that another refers to by `parent` cannot be deleted: `onDelete` is `Restrict`")
            .And.BecomeWhenFixed(Schema(", onDelete: Cascade", ""));

    [TestCase("")]
    [TestCase(", onDelete: Cascade")]
    [TestCase(", onDelete: SetNull")]
    public void Accepts_other_actions(string action) => Lint(Schema(action)).Should().ReportNothing();

    [Test]
    public void Says_nothing_where_prisma_allows_nothing_else() =>
        Lint(Schema(", onDelete: NoAction, onUpdate: NoAction"), Provider.SqlServer).Should().ReportNothing();

    [Test]
    public void Passes_over_a_broken_neighbour() =>
        Lint(Schema(", onDelete: Restrict\n  = 7")).Should().ReportNothing();
}
