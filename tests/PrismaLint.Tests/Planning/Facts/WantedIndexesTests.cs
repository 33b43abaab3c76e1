using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Inputs;

namespace PrismaLint.Tests.Planning.Facts;

public sealed class WantedIndexesTests
{
    private const string Blog = """
        model Post {
          id       Int       @id
          comments Comment[]
        }

        model Comment {
          id     Int      @id
          post   Post     @relation(fields: [postId], references: [id], onDelete: Cascade)
          postId Int
          at     DateTime
          rank   Int

          @@index([rank], map: "by_rank")
        }
        """;

    [Test]
    public void The_index_of_a_query_takes_the_place_of_the_one_that_a_key_would_get()
    {
        var context = Context(new HotQuery("comments of a post", "Comment") { Equal = ["postId"], OrderBy = ["-at"], PerSecond = 3 });

        After(context).Should().Contain("@@index([postId, at])").And.NotContain("@@index([postId])");
        var change = context.Changes.Single(change => change.Kind == PlanChangeKind.Index);
        change.RuleIds.Should().Equal("PL3001");
        change.Reason.Should().StartWith("No index serves `comments of a post` whole, which runs 3 times a second. ");
        change.Steps.Single().Sql.Should().Be("CREATE INDEX CONCURRENTLY \"Comment_postId_at_idx\" ON \"Comment\" (\"postId\", \"at\");");
    }

    [Test]
    public void An_index_that_is_its_beginning_goes()
    {
        var context = Context(new HotQuery("best", "Comment") { Equal = ["rank"], OrderBy = ["at"] });

        After(context).Should().Contain("@@index([rank, at])").And.NotContain("by_rank");
        var removal = context.Changes.Single(change => change.Kind == PlanChangeKind.IndexRemoval);
        removal.Reason.Should().Be("Its columns are the beginning of `@@index([rank, at])`, which `best` needs");
        removal.Steps.Select(step => step.Sql).Should().Contain("DROP INDEX CONCURRENTLY \"by_rank\";");
    }

    [Test]
    public void The_longest_serves_the_others()
    {
        var context = Context(
            new HotQuery("comments of a post", "Comment") { Equal = ["postId"] },
            new HotQuery("latest of a post", "Comment") { Equal = ["postId"], OrderBy = ["-at"] });

        context.Recommended.Wanted.Select(wanted => wanted.Declaration).Should().Equal("@@index([postId, at])");
    }

    [Test]
    public void A_query_that_the_index_of_a_key_serves_adds_nothing()
    {
        var context = Context(new HotQuery("comments of a post", "Comment") { Equal = ["postId"] });

        context.Recommended.Wanted.Should().BeEmpty();
        After(context).Should().Contain("@@index([postId])");
    }

    private static PlanContext Context(params HotQuery[] queries) => PlanFixture.Context(Blog, PlanInputs.None with { HotQueries = queries });

    private static string After(PlanContext context) => context.Recommended.Files.Single().After.Content;
}
