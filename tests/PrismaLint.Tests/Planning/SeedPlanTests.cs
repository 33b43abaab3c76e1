using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Facts.Seeds;
using PrismaLint.Planning.Inputs;

namespace PrismaLint.Tests.Planning;

public sealed class SeedPlanTests
{
    [Test]
    public void Parents_come_before_children_and_children_are_more()
    {
        var plan = Plan("""
            model Item {
              id      Int   @id
              orderId Int
              order   Order @relation(fields: [orderId], references: [id])
            }

            model Order {
              id    Int    @id
              items Item[]
            }
            """);
        plan.Tables.Select(table => (table.Model.Name, table.Rows)).Should().Equal(("Order", 4), ("Item", 20));
    }

    [Test]
    public void A_unique_over_keys_limits_the_rows()
    {
        var plan = Plan("""
            model Profile {
              userId Int  @id
              user   User @relation(fields: [userId], references: [id])
            }

            model User {
              id      Int      @id
              profile Profile?
            }
            """);
        plan.Tables[1].Rows.Should().Be(4);
        plan.Tables[1].Origin.Should().Be("as many as `userId` has values");
    }

    [Test]
    public void Told_rows_beat_the_ratio()
    {
        var inputs = new PlanInputs { Volumes = new System.Collections.Generic.Dictionary<string, ModelVolume> { ["Order"] = new(1234, null) } };
        Plan("model Order {\n  id Int @id\n}\n", inputs).Tables.Single().Should().Match<SeedTable>(table => table.Rows == 1234 && table.Origin == "told");
    }

    [Test]
    public void A_circle_of_required_keys_gets_no_rows_and_is_said() => PlanFixture.Text(8, """
        model Egg {
          id    Int   @id
          henId Int
          hen   Hen   @relation("Laid", fields: [henId], references: [id])
          hens  Hen[] @relation("Hatched")
        }

        model Hen {
          id    Int   @id
          eggId Int
          egg   Egg   @relation("Hatched", fields: [eggId], references: [id])
          eggs  Egg[] @relation("Laid")
        }
        """).Should().Contain("Required foreign keys form a circle among `Egg`, `Hen`");

    [Test]
    public void An_optional_key_that_closes_a_circle_stays_null()
    {
        var plan = Plan("""
            model Team {
              id     Int      @id
              leadId Int?
              lead   Player?  @relation("Lead", fields: [leadId], references: [id])
              all    Player[] @relation("All")
            }

            model Player {
              id     Int    @id
              teamId Int
              team   Team   @relation("All", fields: [teamId], references: [id])
              leads  Team[] @relation("Lead")
            }
            """);
        plan.Stuck.Should().BeEmpty();
        plan.Tables.Select(table => table.Model.Name).Should().Equal("Team", "Player");
        plan.Tables[0].Keys.Should().BeEmpty();
    }

    [Test]
    public void A_column_that_nobody_can_fill_is_named() => PlanFixture.Text(8, """
        model Place {
          id   Int                    @id
          area Unsupported("geometry")
        }
        """).Should().Contain("`Place` gets no rows: nothing tells how a value of `area` looks.");

    private static SeedPlan Plan(string models, PlanInputs? inputs = null) => SeedPlan.Create(PlanFixture.Context(models, inputs));
}
