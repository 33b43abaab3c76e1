using System;
using System.Diagnostics;
using System.Linq;
using System.Text;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Database.Statements;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Database.Statements;

/// <summary>Texts are those that Prisma Client 7.10 left in pg_stat_statements, and some written by hand.</summary>
public sealed class StatementReaderTests
{
    private const string Schema = """
        datasource db {
          provider = "postgresql"
          schemas  = ["public", "shop"]
        }

        model User {
          id       Int     @id
          email    String  @unique
          name     String?
          role     Role
          active   Boolean
          meta     Json
          labels   String[]
          posts    Post[]

          @@schema("public")
        }

        model Post {
          id        Int      @id
          title     String
          authorId  Int      @map("author_id")
          author    User     @relation(fields: [authorId], references: [id])
          createdAt DateTime
          tags      Tag[]

          @@map("posts")
          @@schema("public")
        }

        model Tag {
          id    Int    @id
          posts Post[]

          @@schema("public")
        }

        model Stock {
          shopId Int
          itemId Int

          @@id([shopId, itemId])
          @@schema("shop")
        }

        enum Role {
          USER
          ADMIN

          @@schema("public")
        }
        """;

    private static readonly DatabaseSnapshot s_snapshot = SnapshotBuilder.From(SemanticModel.Create(SyntaxTree.Parse("schema.prisma", Schema))).Build();

    // The default dialect: everything qualified, 1=1 for no filter, always OFFSET.
    [TestCase("""SELECT "public"."User"."id", "public"."User"."role"::text FROM "public"."User" WHERE $3=$4 ORDER BY "public"."User"."id" ASC LIMIT $1 OFFSET $2""", "Select User limit order id")]
    [TestCase("""SELECT "public"."User"."id" FROM "public"."User" WHERE $2=$3 OFFSET $1""", "Select User")]
    [TestCase("""SELECT "public"."User"."id" FROM "public"."User" WHERE 1=1 OFFSET $1""", "Select User")]
    [TestCase("""SELECT "public"."posts"."id" FROM "public"."posts" WHERE "public"."posts"."author_id" IN ($1,$2,$3) OFFSET $4""", "Select posts where author_id In")]
    [TestCase("""SELECT "public"."posts"."id" FROM "public"."posts" WHERE "public"."posts"."author_id" = $1 OFFSET $2""", "Select posts where author_id Equal")]
    [TestCase("""SELECT "public"."User"."id" FROM "public"."User" WHERE ("public"."User"."id" = $1 AND $4=$5) LIMIT $2 OFFSET $3""", "Select User where id Equal limit lookup")]
    [TestCase("""SELECT "public"."Tag"."id", "t0"."A" FROM "public"."Tag" INNER JOIN "public"."_PostToTag" AS "t0" ON "public"."Tag"."id" = "t0"."B" WHERE "t0"."A" IN ($1,$2) OFFSET $3""", "Select Tag where id Equal join; _PostToTag.B Equal, _PostToTag.A In")]
    [TestCase("""SELECT "public"."posts"."id" FROM "public"."posts" WHERE ("public"."posts"."title" ILIKE ($1 || $2 || $3) AND "public"."posts"."createdAt" >= $4) ORDER BY "public"."posts"."createdAt" DESC LIMIT $5 OFFSET $6""", "Select posts where title InsensitiveLike, createdAt Range limit order createdAt")]
    [TestCase("""SELECT "public"."User"."id" FROM "public"."User" WHERE ("public"."User"."role" = CAST($1::text AS "public"."Role") AND "public"."User"."active" = $2) OFFSET $3""", "Select User where role Equal, active Equal")]
    [TestCase("""SELECT "public"."User"."id" FROM "public"."User" WHERE ("public"."User"."email" = $1 OR "public"."User"."name" IS NULL) OFFSET $2""", "Select User where email Equal?, name NullTest?")]
    [TestCase("""SELECT "public"."User"."id" FROM "public"."User" WHERE (NOT "public"."User"."id" = $1) OFFSET $2""", "Select User where id Equal?")]
    [TestCase("""SELECT "public"."User"."id" FROM "public"."User" WHERE ("public"."User"."meta"#>ARRAY[$1]::text[])::jsonb::jsonb = $2 OFFSET $3""", "Select User where meta JsonPath")]
    [TestCase("""SELECT "public"."User"."id" FROM "public"."User" WHERE "public"."User"."labels" @> $1 OFFSET $2""", "Select User where labels Contains")]
    [TestCase("""SELECT "shop"."Stock"."shopId" FROM "shop"."Stock" WHERE (("shop"."Stock"."shopId" = $1 AND "shop"."Stock"."itemId" = $2) AND $5=$6) LIMIT $3 OFFSET $4""", "Select Stock where shopId Equal, itemId Equal limit lookup")]
    [TestCase("""SELECT COUNT(*) AS "_count$_all" FROM (SELECT "public"."posts"."id" FROM "public"."posts" WHERE "public"."posts"."author_id" = $1 OFFSET $2) AS "sub" """, "Select posts where author_id Equal aggregate")]
    [TestCase("""SELECT "public"."User"."id" FROM "public"."User" LEFT JOIN "public"."posts" AS "j0" ON ("j0"."author_id") = ("public"."User"."id") WHERE ("j0"."title" = $1 AND ("j0"."id" IS NOT NULL)) OFFSET $2""", "Select User where id Equal?; posts.author_id Equal?, posts.title Equal, posts.id NullTest")]
    [TestCase("""SELECT "public"."User"."id" FROM "public"."User" WHERE ("public"."User"."id") IN (SELECT "t1"."author_id" FROM "public"."posts" AS "t1" WHERE ("t1"."title" = $1 AND "t1"."author_id" IS NOT NULL)) OFFSET $2""", "Select User where id In; posts.title Equal, posts.author_id NullTest")]
    // The dialect of relationJoins.
    [TestCase("""SELECT "t0"."id", "t0"."author_id" AS "authorId" FROM "public"."posts" AS "t0" WHERE "t0"."author_id" = $1""", "Select posts where author_id Equal")]
    [TestCase("""SELECT "t0"."id" FROM "public"."User" AS "t0" LIMIT $1""", "Select User limit")]
    [TestCase("""SELECT "t0"."id", "User_posts"."__prisma_data__" AS "posts" FROM "public"."User" AS "t0" LEFT JOIN LATERAL (SELECT COALESCE(JSONB_AGG("__prisma_data__"), $2) AS "__prisma_data__" FROM (SELECT "t3"."__prisma_data__" FROM (SELECT JSONB_BUILD_OBJECT($3, "t2"."id") AS "__prisma_data__" FROM (SELECT "t1".* FROM "public"."posts" AS "t1" WHERE "t0"."id" = "t1"."author_id" /* root select */) AS "t2" /* inner select */) AS "t3" /* middle select */) AS "t4" /* outer select */) AS "User_posts" ON $4 WHERE "t0"."email" = $1""", "Select User where email Equal lookup; User.id Equal, posts.author_id Equal")]
    // Writes.
    [TestCase("""INSERT INTO "public"."posts" ("title","author_id") VALUES ($1,$2) RETURNING "public"."posts"."id" """, "Insert posts rows 1")]
    [TestCase("""INSERT INTO "public"."posts" ("title","author_id") VALUES ($1,$2), ($3,$4)""", "Insert posts rows 2")]
    [TestCase("""INSERT INTO "public"."User" ("email","role") VALUES ($1,CAST($2::text AS "public"."Role")) ON CONFLICT ("email") DO UPDATE SET "role" = $3 WHERE $4=$5 RETURNING "id" """, "Insert User rows 1 upsert")]
    [TestCase("""INSERT INTO archive SELECT * FROM posts WHERE "author_id" = $1""", "Insert ? rows 0; posts.author_id Equal")]
    [TestCase("""UPDATE "public"."User" SET "name" = $1 WHERE ("public"."User"."id" = $2 AND $3=$4) RETURNING "public"."User"."id" """, "Update User where id Equal lookup")]
    [TestCase("""DELETE FROM "public"."posts" WHERE ("public"."posts"."author_id" = $1 AND $2=$3)""", "Delete posts where author_id Equal")]
    // By hand.
    [TestCase("""select p.id from posts p where p.author_id = $1 and lower(p.title) = $2 limit 5""", "Select posts where author_id Equal limit")]
    [TestCase("""select title from posts where author_id = any($1) and "createdAt" between $2 and $3""", "Select posts where author_id In, createdAt Range")]
    [TestCase("""SELECT "name" FROM "User" WHERE "email" LIKE ? FETCH FIRST ? ROWS ONLY""", "Select User where email Like limit")]
    [TestCase("""SELECT * FROM "Stock" WHERE ("shopId", "itemId") IN (($1,$2),($3,$4))""", "Select Stock where shopId In, itemId In")]
    [TestCase("""select count(*) over () from posts""", "Select posts")]
    [TestCase("""SELECT DISTINCT author_id FROM posts GROUP BY author_id HAVING count(*) > $1""", "Select posts grouped distinct")]
    [TestCase("""WITH x AS (SELECT id FROM posts WHERE author_id = $1) SELECT * FROM x""", "Select ? unplain; posts.author_id Equal")]
    [TestCase("""WITH x AS (SELECT 1) DELETE FROM posts WHERE id = $1""", "Delete posts where id Equal unplain lookup")]
    [TestCase("""SELECT id FROM posts WHERE author_id = $1 UNION SELECT id FROM "Tag" """, "Select posts where author_id Equal unplain")]
    [TestCase("""SELECT "meta" ? $1 FROM "User" WHERE "meta" ? $1 AND "active" """, "Select User where meta Contains, active Equal")]
    [TestCase("""SELECT id FROM posts WHERE extract(epoch FROM "createdAt") > 5 AND author_id IS DISTINCT FROM $1""", "Select posts where author_id Other")]
    [TestCase("""SELECT id FROM generate_series($1, $2) g(id)""", "Select ? unplain")]
    [TestCase("""COPY posts TO STDOUT""", "Unknown ?")]
    [TestCase("""SELECT "id" FROM "User" WHERE "email" = 'it''s' -- "name" = 1""", "Select User where email Equal lookup")]
    [TestCase("""SELECT x.id FROM (posts x JOIN "User" u ON u.id = x.author_id) WHERE u.email = $1""", "Select posts where author_id Equal join; User.id Equal, User.email Equal")]
    public void Reads(string sql, string expected) => Show(Read(sql)).Should().Be(expected);

    [TestCase("SELECT \"a")]
    [TestCase("SELECT 'a")]
    [TestCase("SELECT $x$ a")]
    [TestCase("/* /* ")]
    [TestCase("SELECT * FROM posts WHERE (((")]
    [TestCase("SELECT * FROM posts WHERE )))")]
    [TestCase("INSERT INTO")]
    [TestCase("UPDATE")]
    [TestCase("DELETE FROM \"public\".")]
    [TestCase("WITH")]
    [TestCase("WITH x AS (SELECT")]
    [TestCase("SELECT ( [ ) ] FROM posts WHERE [ ( ] = )")]
    [TestCase("")]
    public void Never_fails(string sql)
    {
        var read = () => Read(sql);
        read.Should().NotThrow();
    }

    [Test]
    public void Never_fails_whatever_the_words()
    {
        string[] words =
        [
            "select", "from", "where", "(", ")", "[", "]", ",", ".", "and", "or", "not", "in", "=", "like", "between", "\"posts\"", "posts", "author_id", "$1", "'x'", "as", "with", "join", "on", "left", "lateral", "union",
            "insert into", "update", "set", "delete from", "values", "order by", "limit", "::", "||", "is", "null", "exists", "any", "cast", "->", "any(", "(select", "with x as (",
        ];
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Join(" ", Enumerable.Range(0, random.Next(40)).Select(_ => words[random.Next(words.Length)]));
            var read = () => Read((i % 3 == 0 ? "select * from posts where " : "") + text);
            read.Should().NotThrow("{0}", text);
        }
    }

    [TestCase("(")]
    [TestCase("(select 1 from posts where id in ")]
    [TestCase("(with x as ")]
    [TestCase("(with x as (select 1) select ")]
    [TestCase("not ")]
    [TestCase("(a = 1 or ")]
    [TestCase("a in (1, ")]
    [TestCase("$1 || ")]
    [TestCase("($1, $2), ")]
    [TestCase("a = any(")]
    [TestCase("/* ")]
    [TestCase("$a$ $b")]
    public void Takes_time_in_proportion_to_the_text(string piece)
    {
        var text = new StringBuilder("select * from posts where ");
        for (var i = 0; i < 20_000; i++)
            text.Append(piece);
        var clock = Stopwatch.StartNew();
        Read(text.ToString());
        Read("values " + text);
        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(2));
    }

    [Test]
    public void Lists_of_any_length_are_one_statement()
    {
        Workload("""SELECT "public"."posts"."id" FROM "public"."posts" WHERE "public"."posts"."author_id" IN ($1,$2) OFFSET $3""",
            """SELECT "public"."posts"."id" FROM "public"."posts" WHERE "public"."posts"."author_id" IN ($1,$2,$3,$4) OFFSET $5""",
            """SELECT "public"."posts"."id" FROM "public"."posts" WHERE "public"."posts"."author_id" IN ($1 /*, ... */) OFFSET $2""")
            .Statements.Select(statement => (statement.Calls, statement.Rows, statement.MeanTime)).Should().Equal((6, 12, 4.5));

        Workload("INSERT INTO posts VALUES ($1,$2),($3,$4)", "INSERT INTO posts VALUES ($1,$2),($3,$4),($5,$6)", "INSERT INTO posts VALUES ($1,$2)").Statements.Should().HaveCount(2);
    }

    [Test]
    public void Leaves_out_what_is_no_traffic_of_the_tables()
    {
        Workload("SELECT count(*) FROM pg_stat_statements", "SELECT * FROM pg_catalog.pg_class", "SELECT $1", "SELECT * FROM \"_prisma_migrations\"", "SELECT * FROM unknown").Statements.Should().BeEmpty();
    }

    private static Workload Workload(params string[] texts)
    {
        var builder = SnapshotBuilder.From(SemanticModel.Create(SyntaxTree.Parse("schema.prisma", Schema)));
        builder.AddTable("_prisma_migrations").AddColumn("id", "text");
        for (var i = 0; i < texts.Length; i++)
            builder.Row(EvidenceSource.Statements, ("queryid", $"{i}"), ("query", texts[i]), ("calls", i + 1), ("rows", 2 * (i + 1)), ("total_exec_time", i == 0 ? 9.0 : 9.0));
        return PrismaLint.Database.Statements.Workload.Read(builder.Build(), "public");
    }

    private static StatementShape Read(string sql) => StatementReader.Read(StatementTokens.Read(sql), new TableNames(s_snapshot, "public"));

    private static string Show(StatementShape shape)
    {
        var text = new StringBuilder($"{shape.Command} {shape.Table?.Name ?? "?"}");
        if (shape.Filters.Count > 0)
            text.Append(" where ").AppendJoin(", ", shape.Filters.Select(filter => filter.Column.Name + " " + Show(filter)));
        if (shape.Command == StatementCommand.Insert)
            text.Append(" rows ").Append(shape.InsertedRows);
        foreach (var (word, holds) in new[]
        {
            ("limit", shape.HasLimit), ("aggregate", shape.IsAggregate), ("grouped", shape.IsGrouped), ("distinct", shape.IsDistinct), ("join", shape.HasInnerJoin), ("upsert", shape.IsUpsert),
            ("unplain", !shape.IsPlain && shape.Command is not (StatementCommand.Unknown or StatementCommand.Insert)), ("lookup", shape.IsLookup), ("order " + string.Join(", ", shape.OrderBy.Select(column => column.Name)), shape.OrderBy.Count > 0),
        })
        {
            if (holds)
                text.Append(' ').Append(word);
        }
        if (shape.OtherFilters.Count > 0)
            text.Append("; ").AppendJoin(", ", shape.OtherFilters.Select(filter => $"{filter.Column.Table.Name}.{filter.Column.Name} {Show(filter)}"));
        return text.ToString();
    }

    private static string Show(StatementFilter filter) => filter.Operator + (filter.IsRequired ? "" : "?");
}
