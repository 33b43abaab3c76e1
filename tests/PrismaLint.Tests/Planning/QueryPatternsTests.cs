using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Inputs;

namespace PrismaLint.Tests.Planning;

public sealed class QueryPatternsTests
{
    private const string MongoDb = "datasource db {\n  provider = \"mongodb\"\n}\n";

    private const string Tree = """
        model Category {
          id       Int        @id
          parentId Int?       @map("parent")
          name     String
          parent   Category?  @relation("Tree", fields: [parentId], references: [id])
          children Category[] @relation("Tree")

          @@map("categories")
        }
        """;

    private const string History = """
        model Product {
          id     Int     @id
          prices Price[]
        }

        model Price {
          id        Int      @id
          productId Int
          amount    Int
          validFrom DateTime
          product   Product  @relation(fields: [productId], references: [id])

          @@index([productId, validFrom])
        }
        """;

    [Test]
    public void A_tree_gets_a_walk_with_the_names_of_the_database()
    {
        var sql = PlanFixture.Sql(PlanFixture.Section(4, Tree), SqlRole.Query).Single(text => text.StartsWith("WITH RECURSIVE", System.StringComparison.Ordinal));
        sql.Should().Contain("JOIN branch AS b ON c.\"parent\" = b.\"id\"").And.Contain("FROM \"categories\" AS t").And.Contain("b.depth < 32").And.Contain("<> ALL (b.path)");
    }

    [Test]
    public void Without_a_tree_a_sentence_says_so() => PlanFixture.Text(4, History).Should().Contain("None of the 2 models refers to itself");

    [Test]
    public void The_latest_row_of_each_parent_names_its_index()
    {
        var text = PlanFixture.Text(4, History);
        text.Should().Contain("`Price` of each `Product`, by `validFrom`").And.Contain("`@@index([productId, validFrom])` finds the latest row of a parent at once.");
        text.Should().Contain("SELECT DISTINCT ON (\"productId\") *");
    }

    [Test]
    public void A_list_without_an_index_says_so_with_the_rule() =>
        PlanFixture.Text(4, History.Replace("@@index([productId, validFrom])", "")).Should().Contain("1 of them has no index that finds the rows of a parent, so that each read of it scans the child table (PL3001).");

    [Test]
    public void A_told_query_that_no_index_serves_gets_one_as_a_change()
    {
        var inputs = new PlanInputs { HotQueries = [new HotQuery("dear ones", "Price") { Equal = ["amount"], OrderBy = ["-validFrom"], PerSecond = 3 }] };
        PlanFixture.Text(4, History, inputs).Should().Contain("No index serves it: it reads all rows of the table. `@@index([amount, validFrom])` does.");
        var change = PlanFixture.Context(History, inputs).Changes.Single(change => change.Reason.Contains("`dear ones`"));
        change.Title.Should().Be("`@@index([amount, validFrom])` of `Price` is new");
        change.Reason.Should().Be("No index serves `dear ones` whole, which runs 3 times a second");
        change.Steps.Single().Sql.Should().Be("CREATE INDEX CONCURRENTLY \"Price_amount_validFrom_idx\" ON \"Price\" (\"amount\", \"validFrom\");");
    }

    [Test]
    public void Counters_that_are_added_up_get_a_view_under_a_condition()
    {
        var context = PlanFixture.Context("""
            model Player {
              id    Int    @id
              stats Stat[]
            }

            model Game {
              id    Int    @id
              stats Stat[]
            }

            model Stat {
              id       Int    @id
              playerId Int
              gameId   Int
              hits     Int
              runs     Int
              walks    Int
              errors   Int
              assists  Int
              player   Player @relation(fields: [playerId], references: [id])
              game     Game   @relation(fields: [gameId], references: [id])

              @@unique([playerId, gameId])
            }
            """);
        var change = context.Changes.Single(change => change.Kind == PlanChangeKind.MaterializedView);
        change.Condition.Should().NotBeNullOrEmpty();
        change.Steps[0].Sql.Should().Contain("CREATE MATERIALIZED VIEW \"Stat_totals\"").And.Contain("sum(\"hits\")").And.Contain("CREATE UNIQUE INDEX \"Stat_totals_key\" ON \"Stat_totals\" (\"playerId\");");
    }

    [Test]
    public void MongoDb_gets_no_sql()
    {
        var plan = PlanFixture.Section(4, """
            model User {
              id    String @id @map("_id")
              posts Post[]
            }

            model Post {
              id     String   @id @map("_id")
              userId String
              sentAt DateTime
              user   User     @relation(fields: [userId], references: [id])
            }
            """, datasource: MongoDb);
        plan.Statements().Should().BeEmpty();
    }
}
