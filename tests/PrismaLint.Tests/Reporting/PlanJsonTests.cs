using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Reporting;
using PrismaLint.Reporting.Plans;

namespace PrismaLint.Tests.Reporting;

/// <summary>The form of plans as JSON, on which others rely.</summary>
public sealed class PlanJsonTests
{
    // One of each kind of block, with every member set.
    private static readonly PlanBlock[] s_blocks =
    [
        new HeadingBlock(1, "Checks"),
        new TextBlock("`A` has \"3\" rows."),
        new ListBlock(["one", "two"], IsOrdered: true),
        new TableBlock([new("Name"), new("Rows", IsNumber: true)], [["a", "1"], ["b", "2"]]),
        new CodeBlock("prisma", "model A {\n}"),
        new SqlBlock(SqlRole.Change, "CREATE INDEX a ON b (c);", "The index"),
        new ChecklistBlock([new("Backups", ChecklistState.NotKnown, "Nobody told.")]),
        new DiagramBlock(
            "All", DiagramKind.Entities,
            [new DiagramNode("A", "A", [new DiagramLine("id", "Int", "PK")]) { Note = "3 models", IsOutside = true }],
            [new DiagramEdge("A", "B", "b") { IsOptional = true, IsOneToOne = true, IsManyToMany = true }]),
        new ChartBlock("Bytes", ["rows", "indexes"], [new ChartBar("A", [1.5, 0.25], "1.8 MB")]),
        new DetailsBlock("More", [new ChecklistBlock([new("Indexes", ChecklistState.Pass, "All 3.")])]),
    ];

    private static readonly PlanDocument s_plan = new("Plan: shop", [new TextBlock("Two models.")], [new PlanSection(6, "Security Design", s_blocks)])
    {
        SchemaPath = "schema.prisma",
        Provider = Provider.PostgreSql,
        Changes =
        [
            new PlanChange(PlanChangeKind.RowSecurity, "Game", "Add a policy", "`Game` has a tenant.")
            {
                RuleIds = ["PL3001", "PL5017"],
                Condition = "`accountId` is the tenant",
                Steps =
                [
                    new PlanStep(MigrationPhase.Expand, MigrationStepKind.Sql, "Make it.")
                    {
                        Sql = "SELECT 1;", Lock = "ACCESS EXCLUSIVE", Verification = "SELECT true;", Expected = "true", Rollback = "SELECT 0;", RollbackNote = "Nothing is lost.",
                    },
                    new PlanStep(MigrationPhase.Contract, MigrationStepKind.Deploy, "Deploy."),
                ],
            },
        ],
    };

    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Page => File.ReadAllText(Path.Combine(ArchitectureTests.Repository(), "docs", "plan.md"));

    [Test]
    public void A_plan_has_these_members()
    {
        using var json = Parse(s_plan);

        Names(json.RootElement).Should().Equal("version", "tool", "title", "schema", "provider", "preface", "sections", "changes", "checklists");
        json.RootElement.GetProperty("version").GetInt32().Should().Be(1);
        json.RootElement.GetProperty("tool").GetRawText().Should().Be("{\n    \"name\": \"prismalint\",\n    \"version\": \"1.2.3\"\n  }");
        json.RootElement.GetProperty("schema").GetString().Should().Be("schema.prisma");
        json.RootElement.GetProperty("provider").GetString().Should().Be("postgresql");
        Names(json.RootElement.GetProperty("sections")[0]).Should().Equal("number", "title", "blocks");
    }

    [Test]
    public void Each_kind_of_block_has_its_members()
    {
        using var json = Parse(s_plan);
        var blocks = json.RootElement.GetProperty("sections")[0].GetProperty("blocks").EnumerateArray().ToDictionary(block => block.GetProperty("type").GetString() ?? "");

        blocks.ToDictionary(block => block.Key, block => string.Join(' ', Names(block.Value).Skip(1))).Should().Equal(new Dictionary<string, string>
        {
            ["heading"] = "level text",
            ["text"] = "text",
            ["list"] = "ordered items",
            ["table"] = "columns rows",
            ["code"] = "language text",
            ["sql"] = "role caption text expected",
            ["checklist"] = "items",
            ["diagram"] = "title kind nodes edges",
            ["chart"] = "title series bars",
            ["details"] = "summary blocks",
        });
        Compact(blocks["text"]).Should().Be("""{"type":"text","text":"`A` has \"3\" rows."}""");
        Compact(blocks["table"]).Should().Be("""{"type":"table","columns":[{"title":"Name","number":false},{"title":"Rows","number":true}],"rows":[["a","1"],["b","2"]]}""");
        Compact(blocks["diagram"].GetProperty("nodes")).Should().Be("""[{"id":"A","title":"A","note":"3 models","outside":true,"lines":[{"name":"id","type":"Int","keys":"PK"}]}]""");
        Compact(blocks["diagram"].GetProperty("edges")).Should().Be("""[{"from":"A","to":"B","label":"b","optional":true,"oneToOne":true,"manyToMany":true}]""");
        Compact(blocks["chart"].GetProperty("bars")).Should().Be("""[{"label":"A","text":"1.8 MB","values":[1.5,0.25]}]""");
    }

    [Test]
    public void No_kind_of_block_is_forgotten() =>
        typeof(PlanBlock).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PlanBlock)))
            .Should().BeEquivalentTo(s_blocks.Select(block => block.GetType()));

    [Test]
    public void A_change_has_its_steps()
    {
        using var json = Parse(s_plan);
        var change = json.RootElement.GetProperty("changes")[0];

        Names(change).Should().Equal("kind", "subject", "title", "reason", "ruleIds", "condition", "hazard", "steps");
        change.GetProperty("kind").GetString().Should().Be("row-security");
        Compact(change.GetProperty("ruleIds")).Should().Be("""["PL3001","PL5017"]""");
        Compact(change.GetProperty("steps")[0]).Should().Be(
            """{"phase":"expand","kind":"sql","text":"Make it.","sql":"SELECT 1;","lock":"ACCESS EXCLUSIVE","verification":"SELECT true;","expected":"true","rollback":"SELECT 0;","rollbackNote":"Nothing is lost."}""");
        Compact(change.GetProperty("steps")[1]).Should().Be(
            """{"phase":"contract","kind":"deploy","text":"Deploy.","sql":null,"lock":null,"verification":null,"expected":null,"rollback":null,"rollbackNote":null}""");
    }

    [Test]
    public void Checklists_stand_at_the_top_as_well()
    {
        using var json = Parse(s_plan);

        Compact(json.RootElement.GetProperty("checklists")).Should().Be(
            """[{"section":6,"title":"Checks","items":[{"text":"Backups","state":"not-known","evidence":"Nobody told."}]},"""
            + """{"section":6,"title":"More","items":[{"text":"Indexes","state":"pass","evidence":"All 3."}]}]""");
    }

    [Test]
    public void Without_a_datasource_there_is_no_provider()
    {
        using var json = Parse(new PlanDocument("Plan", [], []));

        json.RootElement.GetProperty("provider").ValueKind.Should().Be(JsonValueKind.Null);
        Compact(json.RootElement.GetProperty("sections")).Should().Be("[]");
    }

    [Test]
    public void A_figure_that_JSON_does_not_know_is_null()
    {
        using var json = Parse(new PlanDocument("Plan", [new ChartBlock("", ["a"], [new ChartBar("", [double.NaN, 1e21], "")])], []));

        Compact(json.RootElement.GetProperty("preface")[0].GetProperty("bars")[0].GetProperty("values")).Should().Be("[null,1E+21]");
    }

    [Test]
    public void The_page_names_every_member_and_every_value()
    {
        using var json = Parse(s_plan);

        foreach (var name in AllNames(json.RootElement).Distinct())
            Page.Should().Contain($"`{name}`");
        foreach (var type in new[] { typeof(PlanChangeKind), typeof(SqlRole), typeof(ChecklistState), typeof(DiagramKind), typeof(MigrationPhase), typeof(MigrationStepKind) })
        {
            foreach (var value in Enum.GetNames(type))
                Page.Should().Contain($"`{DiffWords.Kebab(value)}`");
        }
    }

    private static JsonDocument Parse(PlanDocument plan) => JsonDocument.Parse(PlanJson.Write(plan, "1.2.3"));

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name);

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element, s_readable);

    private static IEnumerable<string> AllNames(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => AllNames(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(AllNames),
        _ => [],
    };
}
