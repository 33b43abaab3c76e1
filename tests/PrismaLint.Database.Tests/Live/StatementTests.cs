using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using Npgsql;
using NUnit.Framework;
using PrismaLint.Configuration;
using PrismaLint.Database.Testing;
using PrismaLint.Diagnostics;
using PrismaLint.PostgreSql;

namespace PrismaLint.Database.Tests.Live;

/// <summary>What rules find in a server that counts statements, under traffic in the words of Prisma.</summary>
public sealed class StatementTests
{
    private const string Schema = """
        datasource db {
          provider = "postgresql"
        }

        model User {
          id    Int    @id
          email String @unique
          posts Post[]
        }

        model Post {
          id       Int    @id @default(autoincrement())
          title    String
          authorId Int
          author   User   @relation(fields: [authorId], references: [id])

          @@index([authorId])
        }

        model Event {
          id   Int    @id @default(autoincrement())
          kind String
          note String
        }
        """;

    private const string Tables = """
        CREATE EXTENSION pg_stat_statements;
        CREATE TABLE "User" (id integer PRIMARY KEY, email text NOT NULL UNIQUE);
        CREATE TABLE "Post" (id serial PRIMARY KEY, title text NOT NULL, "authorId" integer NOT NULL REFERENCES "User");
        CREATE INDEX "Post_authorId_idx" ON "Post" ("authorId");
        CREATE TABLE "Event" (id serial PRIMARY KEY, kind text NOT NULL, note text NOT NULL);
        CREATE TABLE "_prisma_migrations" (id text);
        INSERT INTO "User" SELECT i, i || '@example.org' FROM generate_series(1, 200) i;
        INSERT INTO "Post" (title, "authorId") SELECT 'p' || i, 1 + i % 200 FROM generate_series(1, 1000) i;
        INSERT INTO "Event" (kind, note) SELECT md5(i::text), repeat(md5(i::text), 10) FROM generate_series(1, 20000) i;
        ANALYZE;
        """;

    private PostgreSqlCluster? _cluster;

    private PostgreSqlCluster Cluster => _cluster ??= PostgreSqlCluster.Start(new PostgreSqlClusterOptions
    {
        Settings = new Dictionary<string, string> { ["shared_preload_libraries"] = "pg_stat_statements", ["pg_stat_statements.track"] = "all" },
    });

    [OneTimeTearDown]
    public void Stop() => _cluster?.Dispose();

    [Test]
    public void Finds_what_traffic_shows_at_the_lines_of_the_schema()
    {
        using var database = Cluster.CreateDatabase();
        database.Execute(Tables);
        database.Execute("SELECT pg_stat_statements_reset()");
        Send(database);

        var found = Inspect(database).Diagnostics.Where(diagnostic => s_ids.Contains(diagnostic.Id)).ToArray();

        found.Select(diagnostic => $"{diagnostic.Id} {diagnostic.Detail} {diagnostic.Object} {diagnostic.Location.Start.Line + 1}").Should().BeEquivalentTo(
            "PL8055 n-plus-one Post.authorId 14", "PL8057 unbounded-query Event 20", "PL8025 missing-index-for-query Event.kind 22", "PL8060 hot-like Event.note 23", "PL8059 insert-loop Post 11");
        found.Should().OnlyContain(diagnostic => !diagnostic.Message.Contains("example.org"));
        found.Single(diagnostic => diagnostic.Id == "PL8055").Message.Should().StartWith("`Post.findMany where authorId` runs once for each `User`: 400 calls with 5 rows each");
    }

    [Test]
    public void Finds_nothing_in_traffic_that_is_as_it_should_be()
    {
        using var database = Cluster.CreateDatabase();
        database.Execute(Tables);
        database.Execute("SELECT pg_stat_statements_reset()");
        using (var connection = Open(database))
        {
            for (var i = 1; i <= 400; i++)
            {
                Run(connection, """SELECT "public"."User"."id", "public"."User"."email" FROM "public"."User" WHERE ("public"."User"."id" = $1 AND 1=1) LIMIT $2 OFFSET $3""", 1 + i % 200, 1L, 0L);
                Run(connection, """SELECT "public"."Post"."id", "public"."Post"."title" FROM "public"."Post" WHERE "public"."Post"."authorId" = $1 ORDER BY "public"."Post"."id" ASC LIMIT $2 OFFSET $3""", 1 + i % 200, 10L, 0L);
                Run(connection, """SELECT "public"."Event"."id" FROM "public"."Event" WHERE 1=1 ORDER BY "public"."Event"."id" DESC LIMIT $1 OFFSET $2""", 20L, 0L);
            }
        }

        Inspect(database).Diagnostics.Where(diagnostic => s_ids.Contains(diagnostic.Id)).Select(diagnostic => $"{diagnostic.Id} {diagnostic.Message}").Should().BeEmpty();
    }

    [Test]
    public void Sees_no_others_without_pg_monitor()
    {
        using var database = Cluster.CreateDatabase();
        database.Execute(Tables);
        database.Execute("CREATE ROLE nobody_special LOGIN");
        Send(database);
        using var other = Open(database);

        var snapshot = Snapshot(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = "nobody_special" }.ConnectionString);

        snapshot.FirstRow(EvidenceSource.Activity).Number("hidden").Should().BePositive();
        var report = Linter.Lint(SchemaSource.FromText("schema.prisma", Schema), new LintOptions { Snapshot = snapshot });
        report.Diagnostics.Where(diagnostic => s_ids.Contains(diagnostic.Id)).Should().BeEmpty();
        report.NotJudged.Where(missing => s_ids.Contains(missing.RuleId)).Select(missing => missing.Reason).Distinct().Should().Contain("the role sees no statements but its own");
        report.NotJudged.Where(missing => missing.RuleId == "PL8048").Select(missing => missing.Check).Distinct().Should().BeEquivalentTo("long-transaction", "blocked-session");
    }

    [Test]
    public void Reads_the_timeouts_that_sessions_begin_with()
    {
        using var database = Cluster.CreateDatabase();
        database.Execute($"ALTER DATABASE {database.Name} SET lock_timeout = '3s'; CREATE ROLE timed LOGIN; ALTER ROLE timed SET statement_timeout = '9s'; ALTER ROLE timed IN DATABASE {database.Name} SET timezone = 'Asia/Tokyo'");

        var snapshot = Snapshot(database.ConnectionString);

        snapshot.FindSetting("statement_timeout").Should().Be("0", "those of the inspection do not count");
        snapshot.FindSetting("lock_timeout").Should().Be("3000");
        snapshot.Rows(EvidenceSource.RoleSettings).Select(row => $"{row.FindText("role")} {row.Flag("here")} {string.Join(",", row.Texts("config"))}").Should().BeEquivalentTo(
            " True lock_timeout=3s", "timed False statement_timeout=9s", "timed True TimeZone=Asia/Tokyo");
    }

    [Test]
    public void Sees_a_session_that_waits_and_one_that_is_idle_in_transaction()
    {
        using var database = Cluster.CreateDatabase();
        database.Execute(Tables);
        using var holder = Open(database);
        using var waiter = Open(database);
        Run(holder, "BEGIN");
        Run(holder, """UPDATE "User" SET email = 'x' WHERE id = 1""");
        Run(holder, "SELECT pg_advisory_lock(1)");
        using var second = Open(database);
        using var third = Open(database);
        using var update = new NpgsqlCommand("""UPDATE "User" SET email = 'y' WHERE id = 1""", waiter);
        using var update2 = new NpgsqlCommand("""UPDATE "User" SET email = 'z' WHERE id = 1""", second);
        using var leader = new NpgsqlCommand("SELECT pg_advisory_lock(1)", third);
        var waiting = new[] { update.ExecuteNonQueryAsync(), update2.ExecuteNonQueryAsync(), leader.ExecuteNonQueryAsync() };
        while (database.Query<long>("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")[0] < 3)
            System.Threading.Thread.Sleep(20);

        var report = Inspect(database, "prismalint.PL8048.idle_seconds = 0\nprismalint.PL8048.wait_seconds = 0\nprismalint.PL8048.transaction_seconds = 1000\n");

        report.Diagnostics.Where(diagnostic => diagnostic.Id == "PL8048").Select(diagnostic => $"{diagnostic.Detail} {diagnostic.Object}").Should().BeEquivalentTo("idle-in-transaction pg_stat_activity", "blocked-session User");
        Run(holder, "ROLLBACK");
        Run(holder, "SELECT pg_advisory_unlock(1)");
        System.Threading.Tasks.Task.WaitAll(waiting);
    }

    private static readonly string[] s_ids = ["PL8025", "PL8055", "PL8056", "PL8057", "PL8059", "PL8060"];

    // findMany, and for each of its rows the children; whole tables; look-ups without an index; a loop of create.
    private static void Send(TestDatabase database)
    {
        using var connection = Open(database);
        for (var page = 0; page < 4; page++)
        {
            Run(connection, """SELECT "public"."User"."id", "public"."User"."email" FROM "public"."User" WHERE 1=1 ORDER BY "public"."User"."id" ASC LIMIT $1 OFFSET $2""", 100L, 100L * (page % 2));
            for (var i = 1; i <= 100; i++)
                Run(connection, """SELECT "public"."Post"."id", "public"."Post"."title", "public"."Post"."authorId" FROM "public"."Post" WHERE "public"."Post"."authorId" = $1 OFFSET $2""", 100 * (page % 2) + i, 0L);
        }
        for (var i = 0; i < 12; i++)
            Run(connection, """SELECT "public"."Event"."id", "public"."Event"."kind" FROM "public"."Event" WHERE 1=1 OFFSET $1""", 0L);
        for (var i = 0; i < 600; i++)
        {
            Run(connection, """SELECT "public"."Event"."id" FROM "public"."Event" WHERE "public"."Event"."kind" = $1 LIMIT $2 OFFSET $3""", "nothing", 1L, 0L);
            if (i % 5 == 0)
                Run(connection, """SELECT "public"."Event"."id" FROM "public"."Event" WHERE "public"."Event"."note" ILIKE ($1 || $2 || $3) OFFSET $4""", "%", "nothing", "%", 0L);
        }
        for (var i = 0; i < 1000; i++)
            Run(connection, """INSERT INTO "public"."Post" ("title","authorId") VALUES ($1,$2) RETURNING "public"."Post"."id" """, "t", 1 + i % 200);
    }

    private static LintReport Inspect(TestDatabase database, string configuration = "") => Linter.Lint(SchemaSource.FromText("schema.prisma", Schema), new LintOptions
    {
        Snapshot = Snapshot(database.ConnectionString),
        Configuration = LintConfiguration.Create([new ConfigurationFile(new Text.SourceText(".editorconfig", "root = true\n[*.prisma]\nprismalint.statement_hours = 0\n" + configuration), "/.editorconfig") { IsNamed = true }], "/"),
    });

    private static DatabaseSnapshot Snapshot(string connectionString)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        return CatalogReader.Read(connection);
    }

    private static NpgsqlConnection Open(TestDatabase database)
    {
        var connection = new NpgsqlConnection(database.ConnectionString);
        connection.Open();
        return connection;
    }

    private static void Run(NpgsqlConnection connection, string sql, params object[] values)
    {
        using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        command.ExecuteNonQuery();
    }
}
