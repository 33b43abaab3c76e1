using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Planning;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Inputs;

namespace PrismaLint.Tests.Planning.Sections;

public sealed class SchemaDesignSectionTests
{
    private const string Schema = """
        /// People who play.
        model Player {
          id       Int     @id @default(autoincrement())
          email    String  @unique
          timezone String  @db.VarChar(50)
          games    Game[]
        }
        model Game {
          id       Int      @id @default(autoincrement())
          playerId Int
          player   Player   @relation(fields: [playerId], references: [id], onDelete: Cascade)
          seasonId Int?
          season   Season?  @relation(fields: [seasonId], references: [id])
          playedAt DateTime @db.Timestamptz(3) @map("played_at")
          photoUrl String?
          fileName String?
          par1     Int
          par2     Int
          par3     Int
          par4     Int
          @@index([playerId, playedAt])
          @@map("games")
        }
        model Season {
          id        Int      @id
          name      String
          startDate DateTime @db.Date
          endDate   DateTime @db.Date
          games     Game[]
        }
        """;

    [Test]
    public void A_table_has_the_headings_of_the_template_and_no_other()
    {
        var text = new PlanCase(Schema).Markdown(2);
        var block = text.Substring(text.IndexOf("Table: <code>games</code>, model <code>Game</code>, 10 columns", System.StringComparison.Ordinal));
        block = block.Substring(0, block.IndexOf("</details>", System.StringComparison.Ordinal));
        Regex.Matches(block, "^##### (.+)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value)
            .Should().Equal("Purpose", "Columns", "Indexes", "Constraints", "Triggers", "Performance Considerations");
        block.Should().Contain("| Column | Type | Constraints | Index | Description |");
        block.Should().Contain("| `played_at`, field `playedAt` | `TIMESTAMPTZ(3)` | NOT NULL | 2. of `games_playerId_played_at_idx` |");
        block.Should().Contain("Each row belongs to one `Player`, and may refer to one `Season`.");
        block.Should().Contain("| `par1` to `par4` | `INTEGER` | NOT NULL | — | 4 columns |");
        block.Should().Contain("ON DELETE CASCADE, ON UPDATE CASCADE (by default)").And.Contain("ON DELETE SET NULL (by default), ON UPDATE CASCADE (by default)");
        block.Should().Contain("No index for the foreign key `season` (`seasonId`) to `Season`. (PL3001)");
        block.Should().Contain("Not seen: neither a snapshot nor migrations are at hand.");
    }

    [Test]
    public void Documentation_is_the_purpose() => new PlanCase(Schema).Markdown(2).Should().Contain("People who play. `Game` refers to it.");

    [Test]
    public void What_the_database_has_beside_the_schema_is_shown()
    {
        var text = new PlanCase(Schema)
        {
            Database = database =>
            {
                database.Table("games").AddConstraint("games_par_check", "c")["def"] = "CHECK (par1 > 0)";
                database.Table("games").AddIndex("games_name", ["fileName"]);
                database.Table("games").Add(EvidenceSource.Triggers, ("name", "games_audit"), ("enabled", "O"), ("internal", false), ("con", 0L), ("kind", 21L));
            },
        }.Markdown(2);
        text.Should().Contain("Check `games_par_check`: `CHECK (par1 > 0)`.").And.Contain("`games_name` on `fileName`: not in the schema; the database has it");
        text.Should().Contain("- `games_audit`, after insert or update of each row.");
    }

    [Test]
    public void Time_and_files_and_seasons_are_said_of_the_columns_that_hold_them()
    {
        var text = new PlanCase(Schema).Markdown(2);
        text.Should().Contain("`Player.timezone` names a time zone");
        text.Should().Contain("| `Game` | `fileName` | `photoUrl` | — | with their row of `Player` (cascade) |");
        text.Should().Contain("`Season` parts rows by time: `Game` refers to it.").And.Contain("Its bounds are `startDate` and `endDate`.");
        text.Should().Contain("`CHECK (\"endDate\" >= \"startDate\")`");
    }

    [Test]
    public void Numbered_columns_are_a_hint_with_the_rule_that_says_so() => new PlanCase(Schema).Markdown(2).Should().Contain("`par1` to `par4` of `Game` are 4 columns for one list").And.Contain("(PL5016)");

    [Test]
    public void Soft_deletion_is_mapped_or_said_not_to_be_there()
    {
        new PlanCase(Schema).Markdown(2).Should().Contain("No model keeps deleted rows: none of the 3 has a marker");
        new PlanCase("model A {\n  id Int @id\n  code String @unique\n  deletedAt DateTime?\n}\n").Markdown(2).Should().Contain("| `A` | `deletedAt` | `code` | — |");
    }

    [Test]
    public void Volume_asks_for_partitions_and_names_the_unique_without_the_time_column()
    {
        var inputs = new PlanInputs { Volumes = new Dictionary<string, ModelVolume> { ["Game"] = new(90e6, 2e6) } };
        new PlanCase(Schema) { Inputs = inputs }.Markdown(2).Should().Contain("`Game` is over it or partitioned already.").And.Contain("`playedAt` says when a row came; every unique key of a partitioned table has to contain it, and `games_pkey` does not.");
        new PlanCase(Schema).Markdown(2).Should().Contain("Rows are unknown, so nothing is recommended.");
    }

    [Test]
    public void A_diagram_has_at_most_sixteen_boxes_and_every_key_inside_of_a_domain_is_drawn_once()
    {
        var models = "model Hub {\n  id Int @id\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"  x{i} M{i}[]\n")) + "}\n"
            + string.Concat(Enumerable.Range(0, 40).Select(i => $"model M{i} {{\n  id Int @id\n  hubId Int\n  hub Hub @relation(fields: [hubId], references: [id])\n}}\n"));
        var document = Planner.Create(new PlanRequest(SchemaSource.FromText("schema.prisma", "datasource db {\n  provider = \"postgresql\"\n}\n" + models)) { Sections = [2] }).Document;
        DiagramBlock[] diagrams = [.. document?.Sections[0].Blocks.OfType<DiagramBlock>() ?? []];
        diagrams.Should().NotBeEmpty().And.OnlyContain(diagram => diagram.Nodes.Count <= 16);
        diagrams.SelectMany(diagram => diagram.Edges).Select(edge => edge.From).Should().OnlyHaveUniqueItems();
        diagrams.Should().OnlyContain(diagram => diagram.Edges.All(edge => diagram.Nodes.Any(node => node.Id == edge.From) && diagram.Nodes.Any(node => node.Id == edge.To)));
    }

    [Test]
    public void A_model_named_like_a_word_of_Mermaid_stands_in_quotes() =>
        new PlanCase("model Class {\n  id Int @id\n  rooms Room[]\n}\nmodel Room {\n  id Int @id\n  classId Int\n  class Class @relation(fields: [classId], references: [id])\n}\n").Markdown(2).Should().Contain("  \"Class\" {").And.Contain("Room }o--|| \"Class\" : \"class\"");

    [Test]
    public void MongoDb_has_references_and_no_triggers_and_no_partitions()
    {
        var text = new PlanCase("""
            datasource db {
              provider = "mongodb"
            }
            model User {
              id    String @id @default(auto()) @map("_id") @db.ObjectId
              posts Post[]
            }
            model Post {
              id     String @id @default(auto()) @map("_id") @db.ObjectId
              userId String @db.ObjectId
              user   User   @relation(fields: [userId], references: [id])
            }
            """).Markdown(2);
        text.Should().Contain("Reference `user`: `userId` → `User(id)`, kept by the client alone.").And.NotContain("##### Triggers").And.Contain("Not planned for MongoDB");
    }
}
