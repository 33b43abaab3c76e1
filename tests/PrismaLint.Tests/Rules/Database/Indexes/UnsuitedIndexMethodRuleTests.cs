using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Indexes;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Indexes;

public sealed class UnsuitedIndexMethodRuleTests : LiveRuleTests<UnsuitedIndexMethodRule>
{
    private const string Post = """
        model Post {
          id   Int      @id
          [|tags|] String[]
          data Json
          name String
        }
        """;

    [Test]
    public void Reports_a_b_tree_over_a_list() =>
        Lint(Post, database => database.Table("Post").AddIndex("by_hand", ["tags"])["idx_scan"] = 0L)
        .Should().Report("`by_hand` on `public.Post` is a B-tree over whole values of `tags` (`text[]`): no query for something inside uses it; `CREATE INDEX CONCURRENTLY ON \"public\".\"Post\" USING gin (\"tags\")`");

    [Test]
    public void Reports_a_b_tree_over_a_document_where_it_is_declared_and_makes_it_gin() =>
        Lint("""
            model Post {
              id   Int  @id
              data Json

              [|@@index([data])|]
            }
            """, database => database.Table("Post").SetIndex("Post_data_idx", "idx_scan", 0L))
        .Should().ReportAtTheMarks().And.BecomeWhenFixed("""
            model Post {
              id   Int  @id
              data Json

              @@index([data], type: Gin)
            }
            """);

    [Test]
    public void A_used_one_is_a_suggestion() =>
        Lint(Post, database => database.Table("Post").AddIndex("by_hand", ["tags"])).Found.Select(found => found.Severity.ToString()).Should().Equal("Suggestion");

    [TestCase("am", "gin")]
    [TestCase("uniq", true)]
    [TestCase("valid", false)]
    [TestCase("opsdefault", new[] { false })]
    public void Accepts_other_indexes(string property, object value) =>
        Lint(Post, database => database.Table("Post").AddIndex("by_hand", ["tags"])[property] = value).Should().ReportNothing();

    [Test]
    public void Accepts_an_expression_and_plain_columns()
    {
        Lint(Post, database =>
        {
            var index = database.Table("Post").AddIndex("by_hand", ["data"]);
            index["key"] = new[] { 0L };
            index["exprs"] = "(data ->> 'x'::text)";
        }).Should().ReportNothing();
        Lint(Post, database => database.Table("Post").AddIndex("by_hand", ["name"])).Should().ReportNothing();
    }

    [Test]
    public void Says_that_nothing_is_known_without_the_indexes()
    {
        Lint(Post, database => database.Without(EvidenceSource.Indexes)).Should().ReportNothing();

        NotJudged.Should().Equal("unsuited-index-method: the role may not read indexes");
    }
}
