using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Sections.Migration;

namespace PrismaLint.Tests.Planning.Sections;

public sealed class ChangeGroupTests
{
    [Test]
    public void Changes_that_differ_in_the_table_alone_stand_together()
    {
        var groups = ChangeGroup.Of([Fill("Order"), Fill("Cart")]);
        groups.Should().ContainSingle().Which.Changes.Select(change => change.Subject).Should().Equal("Order", "Cart");
        groups[0].Steps.Should().ContainSingle().Which.Select(step => step.Sql).Should().Equal("ALTER TABLE \"Order\" SET (fillfactor = 90);", "ALTER TABLE \"Cart\" SET (fillfactor = 90);");
    }

    [Test]
    public void A_change_with_another_way_back_stands_apart() =>
        ChangeGroup.Of([Fill("Order"), Fill("Cart") with { Steps = [Fill("Cart").Steps[0] with { RollbackNote = "The rows stay as they are" }] }]).Should().HaveCount(2);

    [Test]
    public void A_deployment_stands_apart()
    {
        var deploy = new PlanStep(MigrationPhase.Migrate, MigrationStepKind.Deploy, "Deploy the client");
        ChangeGroup.Of([Fill("Order") with { Steps = [deploy] }, Fill("Cart") with { Steps = [deploy] }]).Should().HaveCount(2);
    }

    private static PlanChange Fill(string table) => new(PlanChangeKind.Storage, table, $"Leave room in `{table}`", "Its rows change in place")
    {
        Steps =
        [
            new PlanStep(MigrationPhase.Expand, MigrationStepKind.Sql, "Leave room")
            {
                Sql = $"ALTER TABLE \"{table}\" SET (fillfactor = 90);",
                Rollback = $"ALTER TABLE \"{table}\" RESET (fillfactor);",
            },
        ],
    };
}
