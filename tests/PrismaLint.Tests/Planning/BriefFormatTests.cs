using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Sections;
using PrismaLint.Tests.Planning.Brief;

namespace PrismaLint.Tests.Planning;

/// <summary>The plan has the form that the brief's output format and table template ask for.</summary>
public sealed class BriefFormatTests
{
    private static readonly Lazy<BriefPlan> s_plan = new(() => new BriefPlan(BriefSchema.Faulty));

    [Test]
    public void Eight_sections_stand_in_the_order_of_the_brief() => s_plan.Value.Sections.Select(section => section.Title).Should().Equal(
        "Overview", "Schema Design", "Prisma Models", "Query Patterns", "Performance Strategy", "Security Design", "Migration Plan", "Testing Strategy");

    // The four points of each section of the output format, by the heading that answers them.
    [TestCase(1, "Data domain", "Volume and growth", "Performance requirements", "Consistency requirements")]
    [TestCase(2, "Entity relationship diagrams", "Table definitions", "Index strategy and rationale", "Constraint definitions")]
    [TestCase(3, "Model definitions: changes", "Relation configuration", "Client extensions", "Type generation")]
    [TestCase(4, "Critical queries", "Reading relations: include and select", "Caching opportunities", "Batch writes")]
    [TestCase(5, "Index implementation plan", "Query optimisation", "Connection pool", "Monitoring")]
    [TestCase(6, "Access control matrix", "Row-level security", "Encryption", "Audit trail")]
    [TestCase(7, "Schema change strategy", "Zero downtime", "Rollback", "Data migration")]
    [TestCase(8, "Schema validation tests", "Performance benchmarks", "Data integrity checks", "Load testing scenarios")]
    public void The_four_points_of_each_section_are_parts_of_it(int section, params string[] parts) => s_plan.Value.Parts(section).Should().Contain(parts);

    [Test]
    public void No_part_stands_twice_and_none_is_empty()
    {
        foreach (var section in s_plan.Value.Sections)
        {
            s_plan.Value.Parts(section.Number).Should().OnlyHaveUniqueItems();
            foreach (var part in s_plan.Value.Parts(section.Number))
                (s_plan.Value.Lines(section.Number, part).Count > 0 || part == "Entity relationship diagrams").Should().BeTrue($"{part} says something");
        }
    }

    [Test]
    public void Each_model_has_the_six_headings_of_the_table_template_and_its_five_columns()
    {
        var tables = s_plan.Value[2].Blocks.OfType<DetailsBlock>().Where(details => details.Summary.StartsWith("Table: ", StringComparison.Ordinal)).ToArray();
        tables.Should().HaveCount(BriefSchema.Faulty.Context().Models.Count);
        foreach (var table in tables)
        {
            table.Blocks.OfType<HeadingBlock>().Select(heading => heading.Text).Should().Equal("Purpose", "Columns", "Indexes", "Constraints", "Triggers", "Performance Considerations");
            table.Blocks.OfType<TableBlock>().First().Columns.Select(column => column.Title).Should().Equal("Column", "Type", "Constraints", "Index", "Description");
        }
    }

    [Test]
    public void What_the_template_asks_of_a_table_is_filled_in()
    {
        var table = s_plan.Value[2].Blocks.OfType<DetailsBlock>().Single(details => details.Summary.Contains("`User`", StringComparison.Ordinal));
        var lines = PlanCase.TextsOf(table.Blocks).ToArray();
        lines.Should().Contain(line => line.StartsWith("`id` | `TEXT` | PRIMARY KEY", StringComparison.Ordinal));
        lines.Should().Contain(line => line.StartsWith("`User_companyId_email_idx` on `companyId, email`", StringComparison.Ordinal), "indexes have their purpose");
        lines.Should().Contain(line => line.Contains("ON DELETE CASCADE, ON UPDATE CASCADE (by default)", StringComparison.Ordinal));
        lines.Should().Contain(line => line.StartsWith("Unique: `email`", StringComparison.Ordinal));
        lines.Should().Contain("Not seen: neither a snapshot nor migrations are at hand.");
        lines.Should().Contain(line => line.StartsWith("Rows", StringComparison.Ordinal), "rows are told, or said to be unknown");
    }

    [Test]
    public void Documentation_is_the_purpose_of_a_table() => PlanCase.TextsOf(s_plan.Value[2].Blocks).Should().Contain(line => line.StartsWith("Who pays.", StringComparison.Ordinal));
}
