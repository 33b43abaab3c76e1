using System;
using System.Linq;
using System.Text;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Relations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Relations;

public sealed class ExplicitReferentialActionRuleTests : RuleTests<ExplicitReferentialActionRule>
{
    private static string Schema(string field, string column, string type, string actions = "") => $$"""
        model User {
          id    Int    @id
          posts Post[]
        }

        model Post {
          id     Int  @id
          userId {{column}}
          {{field}}   {{type}} @relation(fields: [userId], references: [id]{{actions}}) // author
        }
        """;

    [Test]
    public void Reports_a_default_and_writes_it() =>
        Lint(Schema("[|user|]", "Int", "User"))
            .Should().Report("`Post.user` has no `onDelete`, and `Restrict` is at work")
            .And.BecomeWhenFixed(Schema("user", "Int", "User", ", onDelete: Restrict"));

    [Test]
    public void Knows_the_default_of_optional_keys_and_of_other_databases()
    {
        Lint(Schema("[|user|]", "Int?", "User?")).Should().Report("`Post.user` has no `onDelete`, and `SetNull` is at work");
        Lint(Schema("[|user|]", "Int", "User"), Provider.SqlServer).Should().Report("`Post.user` has no `onDelete`, and `NoAction` is at work");
    }

    [Test]
    public void Asks_for_the_update_as_well_where_told() =>
        Lint(Schema("[|user|]", "Int", "User", ", onDelete: Cascade"), (ExplicitReferentialActionRule.OnUpdate, "true"))
            .Should().Report("`Post.user` has no `onUpdate`, and `Cascade` is at work")
            .And.BecomeWhenFixed(Schema("user", "Int", "User", ", onDelete: Cascade, onUpdate: Cascade"));

    [Test]
    public void Reports_an_action_outside_the_policy_and_leaves_the_choice() =>
        Lint(Schema("user", "Int", "User", ", onDelete: [|Cascade|]"), (ExplicitReferentialActionRule.RequiredActions, "Restrict, NoAction"))
            .Should().Report("`Post.user` has `onDelete: Cascade`, which is not among those allowed (Restrict, NoAction)").And.OfferNoFix();

    [Test]
    public void Does_not_write_a_default_outside_the_policy() =>
        Lint(Schema("[|user|]", "Int", "User"), (ExplicitReferentialActionRule.RequiredActions, "Cascade"))
            .Should().Report("`Post.user` has no `onDelete`, and `Restrict` is at work, which is not among those allowed (Cascade)").And.OfferNoFix();

    [TestCase("Int", ", onDelete: Restrict")]
    [TestCase("Int\n  = 7", "")]
    public void Accepts_a_written_action_and_passes_over_a_broken_neighbour(string column, string actions) =>
        Lint(Schema("user", column, "User", actions)).Should().ReportNothing();

    // A deletes B deletes C deletes D, and A deletes D at once.
    private static string Chain(string a) => $$"""
        model {{a}} {
          id Int @id
          bs B[]
          ds D[]
        }

        model B {
          id  Int @id
          aId Int
          a   A   @relation(fields: [aId], references: [id], onDelete: Cascade)
          cs  C[]
        }

        model C {
          id  Int @id
          bId Int
          b   B   @relation(fields: [bId], references: [id], onDelete: Cascade)
          ds  D[]
        }

        model D {
          id  Int  @id
          cId Int
          c   C    @relation(fields: [cId], references: [id], onDelete: Cascade)
          aId Int?
          a   A?   @relation(fields: [aId], references: [id], onDelete: Cascade)
        }
        """;

    [Test]
    public void Measures_the_longest_cascade_from_where_it_starts()
    {
        Lint(Chain("[|A|]"), (ExplicitReferentialActionRule.MaxCascadeDepth, "2")).Should().Report("`A` cascades its delete over 3 steps, more than 2");
        Lint(Chain("A"), (ExplicitReferentialActionRule.MaxCascadeDepth, "3")).Should().ReportNothing();
    }

    [Test]
    public void Counts_the_models_that_a_delete_reaches()
    {
        Lint(Chain("[|A|]"), (ExplicitReferentialActionRule.MaxCascadeModels, "2")).Should().Report("`A` cascades its delete to more than 2 other models");
        Lint(Chain("A"), (ExplicitReferentialActionRule.MaxCascadeModels, "3")).Should().ReportNothing();
    }

    [Test]
    public void A_circle_has_no_end_and_is_one_step() =>
        Lint(
            """
            model Node {
              id       Int    @id
              parentId Int?
              parent   Node?  @relation("Tree", fields: [parentId], references: [id], onDelete: Cascade)
              children Node[] @relation("Tree")
              leaves   Leaf[]
            }

            model Leaf {
              id     Int  @id
              nodeId Int
              node   Node @relation(fields: [nodeId], references: [id], onDelete: Cascade)
            }
            """,
            (ExplicitReferentialActionRule.MaxCascadeModels, "0"),
            (ExplicitReferentialActionRule.MaxCascadeDepth, "1")).Found.Should().BeEmpty();

    [Test]
    public void Takes_a_cascade_as_long_as_a_schema()
    {
        const int length = 3000;
        var text = new StringBuilder("model M0 {\n  id Int @id\n  next M1[]\n}\n");
        for (var i = 1; i <= length; i++)
        {
            text.Append(FormattableString.Invariant($"model M{i} {{\n  id Int @id\n  p Int\n  up M{i - 1} @relation(fields: [p], references: [id], onDelete: Cascade)\n"));
            text.Append(i < length ? FormattableString.Invariant($"  next M{i + 1}[]\n}}\n") : "}\n");
        }
        Lint(text.ToString(), (ExplicitReferentialActionRule.MaxCascadeDepth, "10")).Found.Select(diagnostic => diagnostic.Message)
            .Should().Equal("`M0` cascades its delete over 3000 steps, more than 10");
    }
}
