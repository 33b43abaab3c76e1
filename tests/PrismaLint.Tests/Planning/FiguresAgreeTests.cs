using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning;
using PrismaLint.Planning.Document;
using PrismaLint.Reporting.Plans;
using PrismaLint.Sql;

namespace PrismaLint.Tests.Planning;

/// <summary>What several sections count is the same in each.</summary>
public sealed class FiguresAgreeTests
{
    private const string Schema = """
        datasource db {
          provider = "postgresql"
        }

        model Club {
          id       Int       @id
          name     String
          timezone String
          teams    Team[]
          members  Member[]
          rooms    Room[]
          keys     ApiKey[]
        }

        model Team {
          id     Int    @id
          clubId Int
          name   String
          club   Club   @relation(fields: [clubId], references: [id], onDelete: Cascade)
          games  Game[]
        }

        model Member {
          id           Int     @id
          clubId       Int
          email        String
          phone        String?
          passwordHash String
          visitCount   Int     @default(0)
          club         Club    @relation(fields: [clubId], references: [id])
        }

        model Room {
          id     Int    @id
          clubId Int
          title  String
          club   Club   @relation(fields: [clubId], references: [id])

          @@index([clubId])
        }

        model ApiKey {
          id     Int    @id
          clubId Int
          secret String
          club   Club   @relation(fields: [clubId], references: [id])
        }

        model Notice {
          id     Int    @id
          clubId Int
          text   String
        }

        model Game {
          id        Int      @id
          teamId    Int
          homeScore Int
          awayScore Int
          startTime DateTime @db.Timestamptz(6)
          team      Team     @relation(fields: [teamId], references: [id])
        }
        """;

    private static readonly Lazy<PlanDocument> s_plan = new(() =>
        Planner.Create(new PlanRequest(SchemaSource.FromText("clubs/prisma/schema.prisma", Schema))).Document ?? throw new InvalidOperationException("Prisma refuses the schema"));

    private static readonly Lazy<string> s_text = new(() => PlanMarkdown.Write(s_plan.Value));

    [Test]
    public void Preface_and_section_7_count_the_same_changes()
    {
        var changes = s_plan.Value.Changes.Count;

        Numbers(@"The plan recommends ([\d,]+) change", 0).Should().Equal(changes);
        Numbers(@"^([\d,]+) changes with", 7).Should().Equal(changes);
        Numbers(@"^\| \d+ \| [^|]+ \| ([\d,]+) \|", 7).Sum().Should().Be(changes);
        Numbers(@"^\| [A-Z][^|]+ \| ([\d,]+) \| [\d,]+ \| `", 0).Sum().Should().Be(changes);
    }

    [Test]
    public void Section_7_counts_the_statements_that_it_shows()
    {
        var told = Numbers(@"changes with ([\d,]+) statements", 7).Single();

        Numbers(@"^\| \d+ \| [^|]+ \| [\d,]+ \| [\d,]+ \| ([\d,]+) \|", 7).Sum().Should().Be(told);
        Statements(SqlRole.Change, 7).Count(sql => !sql.StartsWith("SET ", StringComparison.Ordinal)).Should().Be(told);
    }

    [Test]
    public void Sections_1_4_and_6_find_the_same_personal_data()
    {
        var sentence = new Regex(@"\d+ fields of \d+ models look like personal data or secrets by name; (\d+) of them are secrets");
        var found = new[] { 1, 6 }.Select(section => sentence.Match(Section(section))).ToArray();

        found.Should().OnlyContain(match => match.Success);
        found[0].Value.Should().Be(found[1].Value);
        Numbers(@"^(\d+) columns of \d+ models hold secrets", 4).Should().Equal(int.Parse(found[0].Groups[1].Value, CultureInfo.InvariantCulture));
    }

    [Test]
    public void Sections_5_and_7_build_the_same_indexes()
    {
        var built = Statements(SqlRole.Change, 7).Where(sql => sql.StartsWith("CREATE INDEX CONCURRENTLY", StringComparison.Ordinal)).ToArray();

        built.Should().Contain("CREATE INDEX CONCURRENTLY \"Notice_clubId_idx\" ON \"Notice\" (\"clubId\");", "its policy needs it, and no rule asks for it");
        Numbers(@"^(\d+) indexes on \d+ tables", 5).Should().Equal(built.Length);
        Statements(SqlRole.Change, 5).Where(sql => sql.StartsWith("CREATE INDEX", StringComparison.Ordinal)).Should().BeEquivalentTo(built);
    }

    [Test]
    public void Sections_1_6_and_7_keep_the_same_tenants_apart()
    {
        var policies = Numbers(@"and (\d+) policies show its rows alone", 6).Single();
        var direct = Numbers(@": (\d+) models have one, \d+ more", 1).Single();
        var above = Numbers(@"(\d+) more lead to one that has", 1).Single();

        policies.Should().Be(direct + above + 1, "the tenants' own table has one too");
        Statements(SqlRole.Change, 7).Count(sql => sql.StartsWith("CREATE POLICY", StringComparison.Ordinal)).Should().Be(policies);
    }

    [Test]
    public void Sections_1_and_4_name_the_same_running_columns()
    {
        Section(1).Should().Contain("own last value, by their names: `Member.visitCount`");
        Section(4).Should().Contain("`Member.visitCount` is computed from its own last value");
    }

    [Test]
    public void The_title_is_the_folder_of_the_project_and_the_preface_has_the_path()
    {
        s_text.Value.Should().StartWith("## Database Architecture Plan: clubs\n");
        Section(0).Should().Contain("`clubs/prisma/schema.prisma`");
    }

    [Test]
    public void A_condition_of_a_whole_wave_stands_once()
    {
        Regex.Matches(Section(7), "Condition of the whole wave: Each row of `Club` is a tenant").Should().ContainSingle();
        Section(7).Should().Contain("- `Notice`: Each row of `Club` is a tenant");
    }

    // The section as text; 0 is what stands before the first.
    private static string Section(int number)
    {
        var parts = Regex.Split(s_text.Value, @"^(?=### \d\. )", RegexOptions.Multiline);
        return number == 0 ? parts[0] : parts.Single(part => part.StartsWith($"### {number}. ", StringComparison.Ordinal));
    }

    private static int[] Numbers(string pattern, int section) =>
        [.. Regex.Matches(Section(section), pattern, RegexOptions.Multiline).Select(match => int.Parse(match.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))];

    private static IReadOnlyList<string> Statements(SqlRole role, int section) =>
    [
        .. s_plan.Value.Statements().Where(block => block.Section.Number == section && block.Sql.Role == role)
            .SelectMany(block => SqlScript.Parse("", block.Sql.Text).Statements.Select(statement => block.Sql.Text.Substring(statement.Span.Start, statement.Span.Length))),
    ];
}
