using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Inputs;

namespace PrismaLint.Tests.Planning;

public sealed class PerformanceChecklistTests
{
    private const string Indexed = """
        model Author {
          id    Int    @id
          books Book[]
        }

        model Book {
          id       Int    @id
          authorId Int
          author   Author @relation(fields: [authorId], references: [id])

          @@index([authorId])
        }
        """;

    [Test]
    public void Without_evidence_no_line_is_ticked() =>
        Items("model M {\n  id Int @id\n}\n").Should().HaveCount(8).And.OnlyContain(item => item.State == ChecklistState.NotKnown);

    [Test]
    public void Indexes_pass_where_no_rule_finds_fault() => Item(Indexed, 1).Should().Match<ChecklistItem>(item => item.State == ChecklistState.Pass && item.Evidence.Contains("1 foreign key of 2 models"));

    [Test]
    public void Indexes_fail_with_the_rule_that_says_so() =>
        Item(Indexed.Replace("@@index([authorId])", ""), 1).Should().Match<ChecklistItem>(item => item.State == ChecklistState.Fail && item.Evidence.Contains("PL3001 1"));

    [Test]
    public void Critical_queries_pass_where_each_has_its_index() => Item(Indexed, 0, Hot("authorId")).State.Should().Be(ChecklistState.Pass);

    [Test]
    public void Critical_queries_fail_by_their_names() =>
        Item(Indexed.Replace("  @@index([authorId])", ""), 0, Hot("authorId")).Should().Match<ChecklistItem>(item => item.State == ChecklistState.Fail && item.Evidence.Contains("`books`"));

    [Test]
    public void Replicas_are_considered_where_the_inputs_say_how_many() => Item(Indexed, 7, new PlanInputs { Replicas = 0 }).State.Should().Be(ChecklistState.Pass);

    [Test]
    public void MongoDb_is_not_judged_by_rules_about_relational_indexes() =>
        PerformanceChecklist.Of(PlanFixture.Context("model M {\n  id String @id @map(\"_id\")\n}\n", datasource: "datasource db {\n  provider = \"mongodb\"\n}\n"))[1].State.Should().Be(ChecklistState.NotKnown);

    private static PlanInputs Hot(string field) => new() { HotQueries = [new HotQuery("books", "Book") { Equal = [field] }] };

    private static ChecklistItem Item(string models, int index, PlanInputs? inputs = null) => PerformanceChecklist.Of(PlanFixture.Context(models, inputs))[index];

    private static System.Collections.Generic.IReadOnlyList<ChecklistItem> Items(string models) => PerformanceChecklist.Of(PlanFixture.Context(models));
}
