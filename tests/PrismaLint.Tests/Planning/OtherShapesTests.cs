using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Inputs;
using PrismaLint.Reporting.Plans;

namespace PrismaLint.Tests.Planning;

/// <summary>Whole plans of schemas that are not PostgreSQL's, and of such as hold next to nothing.</summary>
public sealed class OtherShapesTests
{
    private const string Diary = """
        model Author {
          id      Int     @id
          email   String  @unique
          entries Entry[]
        }

        model Entry {
          id        Int      @id
          title     String
          createdAt DateTime @default(now())
          authorId  Int
          author    Author   @relation(fields: [authorId], references: [id], onDelete: NoAction, onUpdate: NoAction)
        }
        """;

    private const string MongoDiary = """
        model Author {
          id      String  @id @default(auto()) @map("_id") @db.ObjectId
          email   String  @unique
          entries Entry[]
          tokens  Token[]
        }

        model Entry {
          id        String   @id @default(auto()) @map("_id") @db.ObjectId
          title     String
          createdAt DateTime @default(now())
          authorId  String   @db.ObjectId
          author    Author   @relation(fields: [authorId], references: [id])
        }

        model Token {
          id        String   @id @default(auto()) @map("_id") @db.ObjectId
          expiresAt DateTime
          authorId  String   @db.ObjectId
          author    Author   @relation(fields: [authorId], references: [id])
        }
        """;

    [TestCase("mysql")]
    [TestCase("sqlite")]
    [TestCase("sqlserver")]
    [TestCase("cockroachdb")]
    public void A_plan_for_another_database_has_all_sections_and_no_statement_of_PostgreSQL(string provider)
    {
        var plan = Plan(provider, Diary);
        plan.Sections.Should().HaveCount(8).And.OnlyContain(section => section.Blocks.Count > 0);
        plan.Statements().Should().BeEmpty();
        PlanMarkdown.Write(plan).Should().NotContainAny("CREATE INDEX", "CREATE POLICY", "CREATE ROLE", "CREATE TRIGGER", "pg_stat", "PARTITION BY")
            .And.Contain("`authorId` → `id`");
    }

    [Test]
    public void A_plan_for_MongoDB_speaks_of_its_own_indexes_and_of_no_tables_of_SQL()
    {
        var text = PlanMarkdown.Write(Plan("mongodb", MongoDiary));
        text.Should().Contain("`_id_`").And.NotContain("_pkey");
        text.Should().Contain("`expireAfterSeconds`");
        text.Should().Contain("2 relations have no index that begins with the fields: `Entry.author`, `Token.author`").And.NotContain("No relation lacks an index");
        text.Should().NotContainAny("(PL3001)", "skipDuplicates", "WITH RECURSIVE", "```sql");
    }

    [TestCase("", "declares no model on PostgreSQL.")]
    [TestCase("enum Colour {\n  RED\n}\n", "declares no model on PostgreSQL; it has 1 enum.")]
    [TestCase("generator client {\n  provider = \"prisma-client-js\"\n  previewFeatures = [\"views\"]\n}\nview Total {\n  id Int\n}\n", "declares no model on PostgreSQL; it has 1 view.")]
    public void A_schema_without_models_has_sections_of_a_sentence_and_no_checklist(string blocks, string sentence)
    {
        var plan = Plan("postgresql", blocks);
        var text = PlanMarkdown.Write(plan);
        text.Should().Contain(sentence).And.NotContainAny("0 models declare", "None of the 0", "- [x]", "```sql");
        plan.Sections.Where(section => section.Number is 1 or 2 or 4 or 5 or 6 or 8).Should().OnlyContain(section => section.Blocks.Count == 1);
    }

    [TestCase("postgresql")]
    [TestCase("mysql")]
    [TestCase("sqlite")]
    public void A_single_model_is_spoken_of_in_the_singular(string provider)
    {
        var text = PlanMarkdown.Write(Plan(provider, "model Todo {\n  id Int @id\n}\n"));
        text.Should().NotContainAny("None of the 1", " 1 models", "0 of 0", " 1 changes", " 1 steps", "the 1 ");
    }

    private static PlanDocument Plan(string provider, string blocks)
    {
        var schema = SchemaSource.FromText("schema.prisma", $"datasource db {{\n  provider = \"{provider}\"\n}}\n\n{blocks}");
        return Planner.Create(new PlanRequest(schema) { Inputs = PlanInputs.None }).Document ?? throw new InvalidOperationException("Prisma refuses the schema");
    }
}
