using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Indexes;
using PrismaLint.Rules.Indexing;
using PrismaLint.Semantics;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Indexes;

public sealed class ForeignKeyWithoutIndexLiveRuleTests : LiveRuleTests<ForeignKeyWithoutIndexLiveRule>
{
    private const string Post = """
        model User {
          id    Int    @id
          posts Post[]
        }

        model Post {
          id       Int  @id
          [|authorId|] Int?
          author   User? @relation(fields: [authorId], references: [id], onDelete: Restrict)
        }
        """;

    private const string Composite = """
        model User {
          tenant Int
          id     Int
          posts  Post[]

          @@id([tenant, id])
        }

        model Post {
          id       Int  @id
          [|tenant|]   Int
          authorId Int
          author   User @relation(fields: [tenant, authorId], references: [tenant, id])
        }
        """;

    private const string Tags = """
        model Post {
          id   Int   @id
          [|tags|] Tag[]
        }

        model Tag {
          id    Int    @id
          posts Post[]
        }
        """;

    [Test]
    public void Reports_the_scalar_field_and_adds_the_index() =>
        Lint(Post, database => database.Table("Post").HasRows(5000))
        .Should().Report("No index of `public.Post` (5,000 rows) starts with `authorId`, the foreign key `Post_authorId_fkey` to `User`: `CREATE INDEX CONCURRENTLY ON \"public\".\"Post\" (\"authorId\")`")
        .And.BecomeWhenFixed("""
            model User {
              id    Int    @id
              posts Post[]
            }

            model Post {
              id       Int  @id
              authorId Int?
              author   User? @relation(fields: [authorId], references: [id], onDelete: Restrict)

              @@index([authorId])
            }
            """);

    [TestCase(999, 0, 0, 0, "Suggestion")]
    [TestCase(1000, 0, 0, 0, "Warning")]
    [TestCase(20000, 0, 0, 0, "Warning")]
    [TestCase(20000, 49, 980_000, 0, "Warning")]
    [TestCase(20000, 50, 1_000_000, 0, "Error")]
    [TestCase(20000, 100, 900_000, 0, "Warning")]
    [TestCase(2000, 0, 0, 1, "Error")]
    [TestCase(999, 50, 1_000_000, 1, "Suggestion")]
    public void Rates_by_size_and_use(int rows, int scans, int read, int deleted, string severity) =>
        Lint(Post, database =>
        {
            database.Table("Post").HasRows(rows).Count("seq_scan", scans).Count("seq_tup_read", read);
            database.Table("User").Count("n_tup_del", deleted);
        }).Found.Single().Severity.ToString().Should().Be(severity);

    [Test]
    public void Deletes_of_the_parent_do_not_count_for_a_key_without_action() =>
        Lint(Post.Replace("Restrict", "NoAction", StringComparison.Ordinal), database =>
        {
            database.Table("Post").HasRows(5000);
            database.Table("User").Count("n_tup_del", 7);
        }).Found.Single().Severity.ToString().Should().Be("Warning");

    [Test]
    public void Says_that_a_declared_index_is_not_there()
    {
        var found = Lint(Post.Replace("onDelete: Restrict)", "onDelete: Restrict)\n\n  @@index([authorId])", StringComparison.Ordinal), database => database.Table("Post").DropIndex("Post_authorId_idx").HasRows(5))
            .Should().ReportAtTheMarks().And.OfferNoFix().Found.Single();

        found.Severity.ToString().Should().Be("Error");
        found.Message.Should().Contain("`@@index([authorId])` is declared and not there");
    }

    [Test]
    public void Says_that_a_declared_index_is_invalid() =>
        Lint(Post.Replace("onDelete: Restrict)", "onDelete: Restrict)\n\n  @@index([authorId])", StringComparison.Ordinal), database => database.Table("Post").SetIndex("Post_authorId_idx", "valid", false))
        .Found.Single().Message.Should().Contain("`@@index([authorId])` is declared and `Post_authorId_idx` is invalid");

    [TestCase("btree")]
    [TestCase("hash")]
    public void Accepts_an_index_made_by_hand(string method) =>
        Lint(Post, database => database.Table("Post").AddIndex("by_hand", ["authorId"], method: method)).Should().ReportNothing();

    [Test]
    public void Accepts_a_condition_that_only_leaves_out_nulls() =>
        Lint(Post, database => database.Table("Post").AddIndex("by_hand", ["authorId"], predicate: "(\"authorId\" IS NOT NULL)")).Should().ReportNothing();

    [Test]
    public void Accepts_an_index_that_goes_on_with_an_expression() =>
        Lint(Post, database =>
        {
            var table = database.Table("Post");
            table.AddIndex("by_hand", ["authorId", "id"]);
            table.SetIndex("by_hand", "key", new[] { 2, 0 }).SetIndex("by_hand", "exprs", "lower(x)");
        }).Should().ReportNothing();

    [TestCase("gin", null, true)]
    [TestCase("brin", null, true)]
    [TestCase("btree", "(active)", true)]
    [TestCase("btree", null, false)]
    public void Other_indexes_do_not_cover(string method, string? predicate, bool valid) =>
        Lint(Post, database => database.Table("Post").AddIndex("by_hand", ["authorId"], predicate: predicate, method: method)["valid"] = valid).Should().ReportAtTheMarks();

    [Test]
    public void Columns_of_include_do_not_cover() =>
        Lint(Post, database => database.Table("Post").AddIndex("by_hand", ["id"], include: ["authorId"])).Should().ReportAtTheMarks();

    [Test]
    public void Lets_an_index_grow() =>
        Lint(Post, database =>
        {
            var index = database.Table("Post").AddIndex("by_hand", ["authorId"]);
            index["valid"] = false;
            database.Row(EvidenceSource.IndexProgress, ("index", index["oid"]));
        }).Should().ReportNothing();

    [Test]
    public void Accepts_the_columns_in_any_order() =>
        Lint(Composite, database => database.Table("Post").AddIndex("by_hand", ["authorId", "tenant", "id"])).Should().ReportNothing();

    [Test]
    public void Calls_a_cover_of_one_column_weak()
    {
        var found = Lint(Composite, database => database.Table("Post").HasRows(50_000).AddIndex("by_hand", ["tenant", "id", "authorId"])).Should().ReportAtTheMarks().Found.Single();

        (found.Detail, found.Severity.ToString()).Should().Be(("weak-fk-cover", "Suggestion"));
        found.Message.Should().StartWith("Of `tenant, authorId`, the foreign key `Post_tenant_authorId_fkey` of `public.Post` (50,000 rows) to `User`, `by_hand` finds only `tenant`");
    }

    [Test]
    public void Finds_the_field_though_the_constraint_has_another_order() =>
        Lint(Composite, database =>
        {
            var key = database.Table("Post").Constraint("Post_tenant_authorId_fkey");
            key["key"] = new[] { 3L, 2L };
            key["fkey"] = new[] { 2L, 1L };
        }).Should().ReportAtTheMarks();

    [Test]
    public void Judges_join_tables() =>
        Lint(Tags, database => database.Table("_PostToTag").DropIndex("_PostToTag_B_index")).Should().ReportAtTheMarks();

    [Test]
    public void Accepts_the_join_table_of_prisma_5() =>
        Lint(Tags, database =>
        {
            database.Table("_PostToTag").DropIndex("_PostToTag_AB_pkey");
            database.Table("_PostToTag").AddIndex("_PostToTag_AB_unique", ["A", "B"], IndexKind.Unique);
        }).Should().ReportNothing();

    [Test]
    public void Judges_partitions_with_their_table() =>
        Lint(Post, database =>
        {
            var partition = Partition(database);
            partition.AddForeignKey("part_fkey", ["authorId"], database.Table("User"), ["id"]);
        }).Should().ReportAtTheMarks();

    [Test]
    public void Accepts_an_index_of_each_partition() =>
        Lint(Post, database => Partition(database).AddIndex("by_hand", ["authorId"])).Should().ReportNothing();

    [Test]
    public void Leaves_out_what_a_key_to_a_partitioned_table_adds() =>
        Lint(Post, database =>
        {
            database.Table("Post").AddIndex("by_hand", ["authorId"]);
            var row = database.Table("Post").AddForeignKey("Post_id_fkey1", ["id", "authorId"], database.Table("User"), ["id", "id"]);
            row["parent"] = 77L;
        }).Should().ReportNothing();

    [Test]
    public void Leaves_out_extensions_and_migrations() =>
        Lint(Post, database =>
        {
            database.Table("Post").AddIndex("by_hand", ["authorId"]);
            foreach (var name in new[] { "_prisma_migrations", "spatial" })
            {
                var table = database.AddTable(name);
                table.AddColumn("ref", "integer");
                table.AddForeignKey(name + "_fkey", ["ref"], database.Table("User"), ["id"]);
                table.Set("ext", name == "spatial");
            }
        }).Should().ReportNothing();

    [Test]
    public void Keeps_to_what_the_rule_of_the_schema_leaves_out()
    {
        Lint(Post, _ => { }, (ForeignKeyWithoutIndexRule.Parents, "User")).Should().ReportNothing();
        Lint(Post, _ => { }, (ForeignKeyWithoutIndexRule.IgnoredModels, "Post")).Should().ReportNothing();
        Lint(Post, _ => { }, (ForeignKeyWithoutIndexRule.IgnoredFields, "Post.authorId")).Should().ReportNothing();
    }

    [TestCase(EvidenceSource.Indexes)]
    [TestCase(EvidenceSource.Constraints)]
    public void Says_that_nothing_is_known_without(string source)
    {
        Lint(Post, database => database.Without(source)).Should().ReportNothing();

        NotJudged.Should().Equal($"foreign-key-without-index-live: the role may not read {source}");
    }

    private static TableBuilder Partition(SnapshotBuilder database)
    {
        database.Table("Post").Set("kind", "p");
        var partition = database.AddTable("Post_2026").Set("is_partition", true).Set("parent", database.Table("Post").Oid);
        partition.AddColumn("id", "integer");
        partition.AddColumn("authorId", "integer");
        return partition;
    }
}
