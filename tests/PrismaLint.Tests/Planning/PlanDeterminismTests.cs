using System.Globalization;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Inputs;
using PrismaLint.Reporting;
using PrismaLint.Reporting.Plans;
using PrismaLint.Tests.Planning.Inputs;
using PrismaLint.Text;

namespace PrismaLint.Tests.Planning;

/// <summary>The same input gives the same plan.</summary>
[NonParallelizable]
public sealed class PlanDeterminismTests
{
    private static readonly PlanInputs s_inputs = PlanInputsReader.Read(
        new SourceText("prismalint-plan.yml", "models:\n  Account: 1.5k + 2.5/month\n  Game: 1.25M + 12k/month\ncapacity:\n  instances: 3\n  database_memory_gb: 1.5\n"), LeagueSchema.Model).Inputs
        ?? PlanInputs.None;

    [Test]
    public void Two_runs_give_the_same_bytes() => Write(Whole()).Should().Be(Write(Whole()));

    [Test]
    public void Another_culture_gives_the_same_bytes()
    {
        var before = CultureInfo.CurrentCulture;
        var expected = Write(Whole());
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("")
            {
                NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "−", PercentSymbol = "pct", PercentDecimalSeparator = "," },
                DateTimeFormat = { DateSeparator = ".", ShortDatePattern = "dd.MM.yy" },
            };
            Write(Whole()).Should().Be(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void Files_in_another_order_give_the_same_bytes()
    {
        var blocks = LeagueSchema.Text.ReplaceLineEndings("\n").Split("\n}\n\n").Select((block, i) => new SourceText($"prisma/{(char)('a' + i)}.prisma", block.TrimEnd('}', '\n') + "\n}\n")).ToArray();
        blocks.Should().HaveCountGreaterThan(5);

        Write(new SchemaSource("prisma", [.. blocks.Reverse()])).Should().Be(Write(new SchemaSource("prisma", blocks)));
    }

    private static SchemaSource Whole() => SchemaSource.FromText("schema.prisma", LeagueSchema.Text);

    private static string Write(SchemaSource schema)
    {
        var plan = Planner.Create(new PlanRequest(schema) { Inputs = s_inputs }).Document ?? new PlanDocument("none", [], []);
        plan.Sections.Should().HaveCount(8);
        return PlanMarkdown.Write(plan) + PlanJson.Write(plan, "1");
    }
}
