using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;

namespace PrismaLint.Database.Tests.Live;

/// <summary>What is found of indexes and tables in databases as they come about, and above all what is not.</summary>
public sealed class StructureTests
{
    // What Prisma's migrations make of the schema, and then what careful people add by hand.
    private const string Innocent = """
        CREATE TYPE "Role" AS ENUM ('USER', 'ADMIN');
        CREATE TABLE "User" (id serial PRIMARY KEY, email text NOT NULL, role "Role" NOT NULL DEFAULT 'USER', country char(2), "createdAt" timestamptz(3) NOT NULL DEFAULT now(), "deletedAt" timestamptz(3));
        CREATE UNIQUE INDEX "User_email_key" ON "User" (email) WHERE "deletedAt" IS NULL;
        CREATE TABLE "Profile" (id serial PRIMARY KEY, "userId" integer);
        CREATE UNIQUE INDEX "Profile_userId_key" ON "Profile" ("userId");
        ALTER TABLE "Profile" ADD CONSTRAINT "Profile_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" (id) ON DELETE SET NULL ON UPDATE CASCADE;
        CREATE TABLE "Post" (id serial PRIMARY KEY, "authorId" integer NOT NULL, "editorId" integer, title text NOT NULL, data jsonb);
        ALTER TABLE "Post" ADD CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" (id) ON DELETE RESTRICT ON UPDATE CASCADE;
        ALTER TABLE "Post" ADD CONSTRAINT "Post_editorId_fkey" FOREIGN KEY ("editorId") REFERENCES "User" (id) ON DELETE SET NULL ON UPDATE CASCADE;
        CREATE INDEX post_author_title ON "Post" ("authorId", lower(title));
        CREATE INDEX post_editor ON "Post" ("editorId") WHERE "editorId" IS NOT NULL;
        CREATE INDEX post_title ON "Post" (title, id DESC);
        CREATE INDEX post_title_up ON "Post" (title, id);
        CREATE INDEX post_title_pattern ON "Post" (title text_pattern_ops);
        CREATE INDEX post_data ON "Post" USING gin (data);
        CREATE INDEX post_data_kind ON "Post" ((data ->> 'kind'));
        CREATE TABLE "Tag" (id serial PRIMARY KEY, name text NOT NULL);
        CREATE TABLE "_PostToTag" ("A" integer NOT NULL REFERENCES "Post" (id) ON DELETE CASCADE ON UPDATE CASCADE, "B" integer NOT NULL REFERENCES "Tag" (id) ON DELETE CASCADE ON UPDATE CASCADE);
        CREATE UNIQUE INDEX "_PostToTag_AB_unique" ON "_PostToTag" ("A", "B");
        CREATE INDEX "_PostToTag_B_index" ON "_PostToTag" ("B");
        CREATE TABLE "Event" (id bigint GENERATED ALWAYS AS IDENTITY, "userId" integer NOT NULL REFERENCES "User" (id) ON DELETE RESTRICT ON UPDATE CASCADE, at timestamptz(3) NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
        CREATE TABLE event_2025 PARTITION OF "Event" FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
        CREATE TABLE event_2026 PARTITION OF "Event" FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
        CREATE INDEX "Event_userId_idx" ON "Event" ("userId");
        CREATE TABLE "Note" (id serial PRIMARY KEY, "eventId" bigint NOT NULL, "eventAt" timestamptz(3) NOT NULL,
          CONSTRAINT "Note_eventId_eventAt_fkey" FOREIGN KEY ("eventId", "eventAt") REFERENCES "Event" (id, at) ON DELETE RESTRICT ON UPDATE CASCADE);
        CREATE INDEX "Note_eventAt_eventId_idx" ON "Note" ("eventAt", "eventId");
        CREATE UNLOGGED TABLE cache (key text PRIMARY KEY, value jsonb);
        CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0);
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TRIGGER replica_only BEFORE UPDATE ON "Post" FOR EACH ROW EXECUTE FUNCTION touch();
        ALTER TABLE "Post" ENABLE REPLICA TRIGGER replica_only;
        INSERT INTO "User" (email) SELECT 'user' || g FROM generate_series(1, 500) g;
        INSERT INTO "Post" ("authorId", title) SELECT g % 500 + 1, 'title' || g FROM generate_series(1, 20000) g;
        INSERT INTO "Event" ("userId", at) SELECT g % 500 + 1, '2025-06-01'::timestamptz + g * interval '1 hour' FROM generate_series(1, 8000) g;
        """;

    // Counters of a session are written when it ends, so what ANALYZE counts must come in another one.
    private const string Later = """
        ANALYZE;
        DELETE FROM "Post" WHERE id <= 10;
        INSERT INTO "Tag" (name) VALUES ('one');
        INSERT INTO cache VALUES ('one', NULL);
        INSERT INTO "Note" ("eventId", "eventAt") SELECT id, at FROM "Event" LIMIT 1;
        """;

    private const string Schema = """
        model User {
          id        Int       @id @default(autoincrement())
          email     String    @unique
          role      Role      @default(USER)
          country   String?   @db.Char(2)
          createdAt DateTime  @default(now()) @db.Timestamptz(3)
          deletedAt DateTime? @db.Timestamptz(3)
          profile   Profile?
          posts     Post[]    @relation("author")
          edited    Post[]    @relation("editor")
          events    Event[]
        }

        model Profile {
          id     Int   @id @default(autoincrement())
          userId Int?  @unique
          user   User? @relation(fields: [userId], references: [id])
        }

        model Post {
          id       Int    @id @default(autoincrement())
          authorId Int
          editorId Int?
          title    String
          data     Json?
          author   User   @relation("author", fields: [authorId], references: [id])
          editor   User?  @relation("editor", fields: [editorId], references: [id])
          tags     Tag[]
        }

        model Tag {
          id    Int    @id @default(autoincrement())
          name  String
          posts Post[]
        }

        model Event {
          id     BigInt   @default(autoincrement())
          userId Int
          at     DateTime @db.Timestamptz(3)
          user   User     @relation(fields: [userId], references: [id])
          notes  Note[]

          @@id([id, at])
          @@index([userId])
        }

        model Note {
          id      Int      @id @default(autoincrement())
          eventId BigInt
          eventAt DateTime @db.Timestamptz(3)
          event   Event    @relation(fields: [eventId, eventAt], references: [id, at])

          @@index([eventAt, eventId])
        }

        enum Role {
          USER
          ADMIN
        }
        """;

    private static readonly string[] s_rules =
    [
        "PL8002", "PL8003", "PL8004", "PL8005", "PL8006", "PL8007", "PL8008", "PL8009", "PL8010", "PL8011", "PL8020", "PL8021", "PL8022", "PL8023", "PL8024", "PL8026",
        "PL8027", "PL8028", "PL8029", "PL8030", "PL8031", "PL8032", "PL8033", "PL8034", "PL8035", "PL8036", "PL8037", "PL3001", "PL5001", "PL5002",
    ];

    [TestCase("")]
    [TestCase("prismalint.PL8009.server = false\nprismalint.min_days = 0\nprismalint.PL8004.min_size = 100\n")]
    public void Finds_nothing_where_nothing_is_wrong(string configuration)
    {
        using var database = new LiveDatabase(Innocent);
        database.Database.Execute(Later);

        Find(database, "prismalint.PL8009.server = false\n" + configuration).Should().BeEmpty();
    }

    [Test]
    public void Finds_each_fault_at_its_line()
    {
        using var database = new LiveDatabase(Innocent);
        database.Database.Execute(Later);
        database.Database.Execute("""
            DROP INDEX post_author_title;
            CREATE INDEX post_title_again ON "Post" (title, id);
            DROP INDEX "Event_userId_idx";
            ALTER TABLE "Tag" DROP CONSTRAINT "Tag_pkey" CASCADE;
            ALTER TABLE "Post" DISABLE TRIGGER ALL;
            SELECT setval('"Note_id_seq"', 2000000000);
            ALTER TABLE "Note" ADD CONSTRAINT positive CHECK (id > 0) NOT VALID;
            ALTER TABLE "Profile" ADD CONSTRAINT again FOREIGN KEY ("userId") REFERENCES "User" (id);
            ALTER TABLE "Note" SET UNLOGGED;
            UPDATE "Post" SET title = title;
            """);

        Find(database, "prismalint.PL8009.server = false\n").Should().BeEquivalentTo(
            "PL8002 22 authorId", "PL8002 39 userId", "PL8003 20 Post", "PL8006 48 Note", "PL8007 49 id", "PL8009 20 Post", "PL8011 31 Tag",
            "PL8027 48 Note", "PL8032 17 user", "PL8033 20 Post", "PL8033 26 author", "PL8033 27 editor", "PL8033 28 tags");
    }

    private static string[] Find(LiveDatabase database, string configuration) =>
    [
        .. database.Inspect(Schema, configuration).Diagnostics
            .Where(found => s_rules.Contains(found.Id))
            .Select(found => $"{found.Id} {found.Location.Start.Line + 1} {found.Location.Source.Content.Substring(found.Location.Span.Start, found.Location.Span.Length)}"),
    ];
}
