using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Inputs;

namespace PrismaLint.Tests.Planning.Sections;

public sealed class PrefaceTests
{
    private const string Schema = "model A {\n  id Int @id\n}\n";

    [Test]
    public void Without_anything_but_the_schema_it_says_where_the_plan_is_blind()
    {
        var text = new PlanCase(Schema).Markdown(0);
        text.Should().Contain("| Schema | `schema.prisma`, 1 file, 1 model |").And.Contain("| Database | not read |").And.Contain("| Inputs | none |");
        text.Should().Contain("Where this plan is blind:").And.Contain("Without a snapshot of the database").And.Contain("Without inputs");
    }

    [Test]
    public void A_snapshot_is_named_with_version_and_time()
    {
        var text = new PlanCase(Schema) { Database = _ => { }, Inputs = new PlanInputs { Path = "plan.yml" } }.Markdown(0);
        text.Should().Contain("PostgreSQL 15.18, snapshot of 2026-11-01 00:00 UTC, 1 table").And.Contain("| Inputs | `plan.yml` |");
        text.Should().NotContain("Without a snapshot").And.NotContain("Without inputs");
    }

    [Test]
    public void Of_another_provider_it_says_what_does_not_apply()
    {
        new PlanCase("datasource db {\n  provider = \"mongodb\"\n}\nmodel A {\n  id String @id @default(auto()) @map(\"_id\") @db.ObjectId\n}\n").Markdown(0)
            .Should().Contain("The database is MongoDB. It has no SQL, no foreign keys and no row-level security");
        new PlanCase("datasource db {\n  provider = \"sqlite\"\n}\n" + Schema).Markdown(0).Should().Contain("The database is SQLite. SQL, index types, storage estimates");
    }
}
