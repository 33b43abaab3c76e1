using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Inputs;

namespace PrismaLint.Tests.Planning.Facts;

public sealed class IndexUsesTests
{
    private const string Schema = """
        model User {
          id    Int    @id
          email String @unique
          posts Post[]
        }
        model Post {
          id        Int      @id
          authorId  Int
          author    User     @relation(fields: [authorId], references: [id])
          slug      String
          createdAt DateTime
          @@unique([authorId, slug])
          @@index([authorId, createdAt])
          @@index([createdAt])
        }
        """;

    [Test]
    public void A_unique_keeps_rows_apart_and_is_a_selector() =>
        Uses(new PlanCase(Schema), "User", 1).Should().Equal("keeps `email` unique", "`findUnique({ where: { email } })`");

    [Test]
    public void A_compound_unique_is_called_as_the_client_calls_it() =>
        Uses(new PlanCase(Schema), "Post", 1).Should().Contain("`findUnique({ where: { authorId_slug } })`");

    [Test]
    public void An_index_serves_the_foreign_key_that_it_begins_with_and_orders_its_rows() =>
        Uses(new PlanCase(Schema), "Post", 2).Should().Equal("the foreign key `author`: `User.posts`, and the check when a row of `User` goes, in the order of `createdAt`");

    [Test]
    public void An_index_that_nobody_tells_of_serves_what_its_columns_allow() =>
        Uses(new PlanCase(Schema), "Post", 3).Should().Equal("filters and orders by `createdAt`");

    [Test]
    public void Queries_of_the_inputs_and_scans_of_the_database_are_named()
    {
        var draft = new PlanCase(Schema)
        {
            Inputs = new PlanInputs { HotQueries = [new HotQuery("newest posts", "Post") { OrderBy = ["-createdAt"] }] },
            Database = database => database.Table("Post").SetIndex("Post_createdAt_idx", "idx_scan", 1234L),
        };
        Uses(draft, "Post", 3).Should().Equal("the query \"newest posts\" of the inputs", "1,234 scans in 90 days");
    }

    private static IEnumerable<string> Uses(PlanCase draft, string model, int index)
    {
        var context = draft.Context();
        return context.IndexUses.Of(context.Models.Single(other => other.Name == model).Indexes[index]).Select(use => use.Text);
    }
}
