using System.Collections.Generic;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Inputs;

namespace PrismaLint.Tests.Planning.Sections;

public sealed class OverviewSectionTests
{
    private const string Schema = """
        model User {
          id     Int     @id @default(autoincrement())
          name   String
          events Event[]
        }
        model Event {
          id        BigInt   @id @default(autoincrement())
          userId    Int
          user      User     @relation(fields: [userId], references: [id], onDelete: Cascade)
          createdAt DateTime @default(now()) @db.Timestamptz(3)
        }
        """;

    [Test]
    public void Without_rows_it_gives_bytes_for_a_million_and_names_what_may_become_large()
    {
        var text = new PlanCase(Schema).Markdown(1);
        text.Should().Contain("How many rows the tables hold is unknown").And.Contain("A million rows");
        text.Should().Contain("| `Event` | Its name ends in \"event\"; rows carry `createdAt`");
    }

    [Test]
    public void Rows_that_were_told_are_projected_to_the_horizon_and_drawn()
    {
        var draft = new PlanCase(Schema)
        {
            Inputs = new PlanInputs
            {
                Path = "plan.yml",
                HorizonMonths = 24,
                Volumes = new Dictionary<string, ModelVolume> { ["Event"] = new(1_000_000, 100_000), ["User"] = new(5_000, null) },
                Lines = new Dictionary<string, int> { ["models.Event"] = 7 },
            },
        };
        var text = draft.Markdown(1);
        text.Should().Contain("Rows are known of 2 of 2 models, growth of 1.");
        text.Should().Contain("| `Event` | 1 million | 100,000 | 3.4 million |").And.Contain("`plan.yml:7` |").And.Contain("Sizes are estimates.");
        text.Should().Contain("| `User` | 5,000 | \\_\\_\\_\\_ | \\_\\_\\_\\_ |").And.Contain("Storage in 24 months");
    }

    [Test]
    public void Sizes_of_a_database_are_measured()
    {
        var draft = new PlanCase(Schema) { Database = database => database.Table("Event").HasRows(2_000_000).Set("pages", 20_000L).SetIndex("Event_pkey", "size", 45_000_000L) };
        draft.Markdown(1).Should().Contain("| `Event` | 2 million | \\_\\_\\_\\_ | \\_\\_\\_\\_ | 156 MB | 42.9 MB | 199 MB | the database's estimate, sizes measured |");
    }

    [Test]
    public void Questions_stay_open_and_answers_are_given_back_with_their_line()
    {
        new PlanCase(Schema).Markdown(1).Should().Contain("0 of 9 questions are answered").And.Contain("Latency that 95 and 99 of 100 requests may take: \\_\\_\\_\\_");
        var told = new PlanCase(Schema) { Inputs = new PlanInputs { Path = "plan.yml", LatencyP95 = 120, Isolation = "REPEATABLE READ", Lines = new Dictionary<string, int> { ["latency.p95_ms"] = 3 } } };
        told.Markdown(1).Should().Contain("2 of 9 questions are answered").And.Contain("Told: 95 of 100 requests within 120 ms (`plan.yml:3`).").And.Contain("Told: transactions run at `REPEATABLE READ`");
    }

    [Test]
    public void Other_databases_get_no_bytes() =>
        new PlanCase("datasource db {\n  provider = \"mysql\"\n}\n" + Schema.Replace(" @db.Timestamptz(3)", "")).Markdown(1).Should().Contain("how MySQL lays rows out is not modelled").And.NotContain("Bytes a row");

    [Test]
    public void A_schema_without_models_says_no_more_than_that() => new PlanCase("").Markdown(1).Should().NotContain("|");
}
