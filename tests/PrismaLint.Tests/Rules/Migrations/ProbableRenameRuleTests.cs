using NUnit.Framework;
using PrismaLint.Rules.Migrations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Migrations;

public sealed class ProbableRenameRuleTests : MigrationRuleTests<ProbableRenameRule>
{
    protected override string Before => """
        CREATE TYPE "Role" AS ENUM ('USER', 'ADMIN');
        CREATE TABLE "User" ("id" INTEGER PRIMARY KEY, "email" TEXT, "name" VARCHAR(20) NOT NULL, "views" INTEGER NOT NULL DEFAULT 0, "role" "Role" NOT NULL DEFAULT 'USER', "deletedAt" TIMESTAMP(3), "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP);
        CREATE TABLE "Post" ("id" INTEGER PRIMARY KEY, "authorId" INTEGER, "title" TEXT NOT NULL);
        CREATE INDEX "User_name_idx" ON "User" ("name");
        CREATE UNIQUE INDEX "User_email_live" ON "User" ("email") WHERE "deletedAt" IS NULL;
        ALTER TABLE "User" ADD CONSTRAINT "views_positive" CHECK ("views" >= 0);
        """;

    [Test]
    public void Reports_a_column_dropped_and_added_in_another_style_and_renames_it() =>
        Lint("""ALTER TABLE "User" [|DROP COLUMN "created_at"|], ADD COLUMN "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;""")
        .Should().Report("`created_at` of `User` goes and `createdAt` of the same type comes: probably a rename, and the values are lost. `RENAME COLUMN` keeps them")
        .And.BecomeWhenFixed("""ALTER TABLE "User" RENAME COLUMN "created_at" TO "createdAt";""");

    [TestCase("ALTER TABLE \"Post\" [|DROP COLUMN \"title\"|], ADD COLUMN \"headline\" TEXT NOT NULL;")]
    [TestCase("ALTER TABLE \"Post\" [|DROP COLUMN \"title\"|]; ALTER TABLE \"Post\" ADD COLUMN \"postTitle\" TEXT NOT NULL, ADD COLUMN \"body\" TEXT NOT NULL;")]
    [TestCase("[|DROP TABLE \"Post\";|] CREATE TABLE \"Article\" (\"id\" INTEGER PRIMARY KEY, \"authorId\" INTEGER, \"title\" TEXT NOT NULL);")]
    [TestCase("CREATE TYPE [|\"Role_new\"|] AS ENUM ('USER', 'OWNER'); ALTER TYPE \"Role\" RENAME TO \"Role_old\"; ALTER TYPE \"Role_new\" RENAME TO \"Role\";")]
    public void Reports_what_else_looks_like_one(string sql) => Lint(sql).Should().ReportAtTheMarks();

    [TestCase("ALTER TABLE \"Post\" DROP COLUMN \"title\", ADD COLUMN \"headline\" TEXT;")]
    [TestCase("ALTER TABLE \"Post\" DROP COLUMN \"title\", ADD COLUMN \"score\" INTEGER NOT NULL;")]
    [TestCase("ALTER TABLE \"Post\" DROP COLUMN \"title\", ADD COLUMN \"body\" TEXT NOT NULL, ADD COLUMN \"lead\" TEXT NOT NULL;")]
    [TestCase("ALTER TABLE \"Post\" ADD COLUMN \"headline\" TEXT NOT NULL; UPDATE \"Post\" SET \"headline\" = \"title\"; ALTER TABLE \"Post\" DROP COLUMN \"title\";")]
    [TestCase("ALTER TABLE \"Post\" DROP COLUMN \"title\"; ALTER TABLE \"User\" ADD COLUMN \"title\" TEXT NOT NULL;")]
    [TestCase("CREATE TYPE \"Role_new\" AS ENUM ('USER', 'ADMIN', 'OWNER');")]
    public void Leaves_what_is_none(string sql) => Lint(sql).Should().ReportNothing();
}
