using System;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Indexing;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Evidence;

/// <summary>What the rule that reads the schema alone makes of a database.</summary>
public sealed class ForeignKeyEvidenceTests : LiveRuleTests<ForeignKeyWithoutIndexRule>
{
    private const string Post = """
        model User {
          id    Int    @id
          posts Post[]
        }

        model Post {
          id       Int  @id
          [|authorId|] Int
          author   User @relation(fields: [authorId], references: [id])
        }
        """;

    [Test]
    public void Reports_the_key_where_the_database_has_no_index_either() => Lint(Post, _ => { }).Should().ReportAtTheMarks();

    [Test]
    public void Is_silent_where_an_index_was_made_by_hand() =>
        Lint(Post, database => database.Table("Post").AddIndex("by_hand", ["authorId"])).Should().ReportNothing();

    [Test]
    public void Reports_the_key_where_that_index_is_invalid_or_unknown()
    {
        Lint(Post, database => database.Table("Post").AddIndex("by_hand", ["authorId"])["valid"] = false).Should().ReportAtTheMarks();
        Lint(Post, database => database.Without(EvidenceSource.Indexes).Table("Post").AddIndex("by_hand", ["authorId"])).Should().ReportAtTheMarks();
    }

    [Test]
    public void Reports_the_key_of_a_table_that_is_not_there() => Lint(Post, database => database.Drop("Post")).Should().ReportAtTheMarks();
}
