using System;
using System.Linq;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;
using PrismaLint.Database.Testing;
using PrismaLint.Database.Tests.Live;
using PrismaLint.Planning;
using PrismaLint.Planning.Facts;

namespace PrismaLint.Database.Tests.Planning;

/// <summary>What tables and indexes of known content take in a server, and what is estimated.</summary>
public sealed class StorageEstimateTests
{
    private const int Rows = 200_000;

    private const string Schema = """
        datasource db {
          provider = "postgresql"
        }
        model Event {
          id        BigInt   @id @default(autoincrement())
          isRead    Boolean
          accountId BigInt
          createdAt DateTime @db.Timestamptz(3)
          kind      Int
          name      String   @db.VarChar(40)
          @@index([createdAt])
          @@index([accountId, createdAt, id])
          @@index([name, id])
        }
        model Person {
          id      String   @id @default(uuid())
          token   String   @unique @default(cuid())
          age     Int?
          bornAt  DateTime? @db.Timestamptz(3)
          isAdult Boolean?
          amount  Decimal  @db.Decimal(8, 2)
          key     String   @db.Uuid
          @@index([age, id])
          @@index([key])
        }
        model Page {
          id    Int    @id @default(autoincrement())
          body  String
        }
        model Visit {
          id     Int @id @default(autoincrement())
          siteId Int
          @@index([siteId])
        }
        """;

    private const string Sql = """
        CREATE TABLE "Event" (id bigserial PRIMARY KEY, "isRead" boolean NOT NULL, "accountId" bigint NOT NULL, "createdAt" timestamptz(3) NOT NULL, kind int NOT NULL, name varchar(40) NOT NULL);
        INSERT INTO "Event" ("isRead", "accountId", "createdAt", kind, name)
          SELECT i % 2 = 0, i % 1000, timestamptz '2020-01-01' + i * interval '1 minute', i % 7, lpad(i::text, 10 + i % 21, 'x') FROM generate_series(1, 200000) AS i;
        CREATE INDEX "Event_createdAt_idx" ON "Event" ("createdAt");
        CREATE INDEX "Event_accountId_createdAt_id_idx" ON "Event" ("accountId", "createdAt", id);
        CREATE INDEX "Event_name_id_idx" ON "Event" (name, id);
        CREATE TABLE "Person" (id text PRIMARY KEY, token text NOT NULL, age int, "bornAt" timestamptz(3), "isAdult" boolean, amount decimal(8, 2) NOT NULL, key uuid NOT NULL);
        INSERT INTO "Person" SELECT gen_random_uuid()::text, 'c' || left(md5(i::text), 24), CASE WHEN random() < 0.5 THEN i END,
          CASE WHEN random() < 0.5 THEN now() END, CASE WHEN random() < 0.5 THEN true END, i % 1000 + 0.25, gen_random_uuid() FROM generate_series(1, 200000) AS i;
        REINDEX TABLE "Person";
        CREATE UNIQUE INDEX "Person_token_key" ON "Person" (token);
        CREATE INDEX "Person_age_id_idx" ON "Person" (age, id);
        CREATE INDEX "Person_key_idx" ON "Person" (key);
        CREATE TABLE "Page" (id serial PRIMARY KEY, body text NOT NULL);
        ALTER TABLE "Page" ALTER body SET STORAGE EXTERNAL;
        INSERT INTO "Page" (body) SELECT repeat('x', 5000) FROM generate_series(1, 4000);
        CREATE TABLE "Visit" (id serial PRIMARY KEY, "siteId" int NOT NULL);
        INSERT INTO "Visit" ("siteId") SELECT i % 2000 FROM generate_series(1, 200000) AS i;
        CREATE INDEX "Visit_siteId_idx" ON "Visit" ("siteId");
        """;

    [Test]
    public void Without_a_database_tables_and_indexes_of_the_assumed_widths_are_met_within_a_tenth()
    {
        using var database = DatabaseServer.CreateDatabase();
        database.Execute(Sql);
        var context = Planner.CreateContext(new PlanRequest(SchemaSource.FromText("schema.prisma", Schema)));
        using var scope = new AssertionScope();
        Compare(database, context, "Event", Rows);
        Compare(database, context, "Person", Rows);
    }

    [Test]
    public void With_statistics_long_values_and_equal_keys_are_met_too()
    {
        using var live = new LiveDatabase(Sql);
        live.Database.Execute("ANALYZE");
        var context = Planner.CreateContext(new PlanRequest(SchemaSource.FromText("schema.prisma", Schema)) { Options = LintOptions.Default with { Snapshot = live.Snapshot() } });
        using var scope = new AssertionScope();
        Compare(live.Database, context, "Event", Rows);
        Compare(live.Database, context, "Person", Rows);
        Compare(live.Database, context, "Visit", Rows);
    }

    [Test]
    public void Values_longer_than_a_row_may_be_lie_beside_the_table()
    {
        using var database = DatabaseServer.CreateDatabase();
        database.Execute(Sql);
        var columns = new[] { new ColumnWidth(4, 4), new ColumnWidth(5004, 4) { IsVarying = true, MayBeStoredAside = true } };
        var aside = StorageEstimate.MoveAside(columns);
        var real = database.Query<long>("SELECT pg_relation_size(reltoastrelid) FROM pg_class WHERE relname = 'Page'").Single() / 4000.0;
        TestContext.Out.WriteLine($"{aside:0} estimated, {real:0} measured");
        aside.Should().BeInRange(real * 0.9, real * 1.1);
    }

    private static void Compare(TestDatabase database, PlanContext context, string model, int rows)
    {
        var storage = context.Storage.Of(context.Schema.FindModel(model) ?? throw new InvalidOperationException(model)) ?? throw new InvalidOperationException(model);
        Check(database, $"\"{model}\"", storage.RowBytes - storage.AsideBytes, rows);
        foreach (var index in storage.Indexes)
            Check(database, $"\"{index.Index.Name}\"", index.EntryBytes, rows);
    }

    private static void Check(TestDatabase database, string relation, double bytes, int rows)
    {
        var real = database.Query<long>($"SELECT pg_relation_size('{relation}')").Single() / (double)rows;
        TestContext.Out.WriteLine($"{relation}: {bytes:0.00} estimated, {real:0.00} measured, {(bytes / real) - 1:+0.0 %;-0.0 %}");
        bytes.Should().BeInRange(real * 0.9, real * 1.1, $"{relation} takes that");
    }
}
