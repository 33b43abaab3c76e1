using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Inputs;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Tests.Planning.Inputs;

public sealed partial class PlanInputsTemplateTests
{
    [Test]
    public void As_it_is_everything_is_unknown()
    {
        var reading = Read(PlanInputsTemplate.Write(LeagueSchema.Model));

        reading.Diagnostics.Should().BeEmpty();
        reading.Inputs.Should().BeEquivalentTo(PlanInputs.None with { Path = "prismalint-plan.yml" });
    }

    [Test]
    public void With_every_example_filled_in_it_reads_back()
    {
        var filled = Fill(PlanInputsTemplate.Write(LeagueSchema.Model));
        var reading = Read(filled);

        reading.Diagnostics.Select(diagnostic => diagnostic.ToString()).Should().BeEmpty();
        reading.Inputs?.Lines.Keys.Where(key => !key.StartsWith("models.", System.StringComparison.Ordinal))
            .Should().BeEquivalentTo(PlanInputsKeys.All.Select(key => key.Name).Where(name => name != "tenancy"), "each key has an example");
        var inputs = reading.Inputs ?? PlanInputs.None;
        inputs.TenantModel.Should().Be("Account");
        inputs.SharedModels.Should().Equal("Country");
        inputs.HotQueries.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new HotQuery("Game of one accountId", "Game") { Equal = ["accountId"], Range = "playedAt", OrderBy = ["-playedAt"], PerSecond = 40, Line = LineOf(filled, "  - name: Game") });
        foreach (var property in typeof(PlanInputs).GetProperties().Where(property => property is { CanWrite: true, Name: not nameof(PlanInputs.HasNoTenants) }))
            property.GetValue(inputs).Should().NotBeEquivalentTo(property.GetValue(PlanInputs.None), "{0} is read from some key", property.Name);
    }

    [Test]
    public void Each_key_says_what_it_is_for()
    {
        var template = PlanInputsTemplate.Write(LeagueSchema.Model);

        foreach (var key in PlanInputsKeys.All.Where(key => key.Name != "tenancy"))
            template.Should().Contain($"# {key.Meaning}. For {key.Use}.");
        template.Should().Contain("# `tenancy: none`, if there are none.\ntenancy:\n");
    }

    [Test]
    public void Tables_are_listed_and_views_are_not()
    {
        var template = PlanInputsTemplate.Write(LeagueSchema.Model);

        template.Should().Contain("\nmodels:\n  Account:\n  Team:\n  Game:\n  Country:\n  City:\n\n");
    }

    [TestCase("")]
    [TestCase("datasource db {\n  provider = \"mongodb\"\n}\n\nmodel A {\n  id String @id @map(\"_id\")\n}\n")]
    [TestCase("model Null {\n  id Int @id\n  true Int\n}\n\nmodel models {\n  null Int @id\n}\n")]
    public void Other_schemas_have_one_as_well(string schema)
    {
        var model = SemanticModel.Create(SyntaxTree.Parse("schema.prisma", schema));
        var template = PlanInputsTemplate.Write(model);

        PlanInputsReader.Read(new SourceText("p.yml", template), model).Diagnostics.Should().BeEmpty();
        PlanInputsReader.Read(new SourceText("p.yml", Fill(template)), model).Diagnostics.Should().BeEmpty();
    }

    // Examples and guesses become values, the query in comments becomes one.
    private static string Fill(string template)
    {
        var filled = Example().Replace(template, match => $"{match.Groups["comment"].Value}\n{match.Groups["key"].Value} {match.Groups["value"].Value}\n");
        filled = Query().Replace(filled, "  ");
        return Model().Replace(filled, "$0 1200 + 15/month");
    }

    private static int LineOf(string text, string start) => text[..text.IndexOf(start, System.StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;

    private static PlanInputsReading Read(string text) => PlanInputsReader.Read(new SourceText("prismalint-plan.yml", text), LeagueSchema.Model);

    [GeneratedRegex(@"(?<comment> *#[^\n]*(?:Example|A guess[^:\n]*): (?<value>[^\n]+))\n(?<key> *\w+:)\n")]
    private static partial Regex Example();

    [GeneratedRegex(@"^  # (?=- name|  \w)", RegexOptions.Multiline)]
    private static partial Regex Query();

    [GeneratedRegex(@"(?<=^models:\n(?:  \w+:[^\n]*\n)*)  \w+:$", RegexOptions.Multiline)]
    private static partial Regex Model();
}
