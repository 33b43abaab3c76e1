using NUnit.Framework;
using PrismaLint.Rules.Migrations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Migrations;

public sealed class LockTimeoutMissingRuleTests : MigrationRuleTests<LockTimeoutMissingRule>
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
    public void Reports_the_first_statement_that_waits_and_sets_a_limit() =>
        Lint("SELECT 1;\n[|ALTER TABLE \"Post\" ADD COLUMN a int;|]\nDROP TABLE \"Post\";")
        .Should().ReportAtTheMarks()
        .BecomeWhenFixed("SET lock_timeout = '1s';\nSELECT 1;\nALTER TABLE \"Post\" ADD COLUMN a int;\nDROP TABLE \"Post\";");

    [TestCase("SET LOCAL lock_timeout = '2s'; ALTER TABLE \"Post\" ADD COLUMN a int;")]
    [TestCase("CREATE TABLE t (a int); ALTER TABLE t ADD COLUMN b int;")]
    [TestCase("CREATE INDEX CONCURRENTLY ON \"Post\" (title);")]
    public void Leaves_what_waits_for_nobody(string sql) => Lint(sql).Should().ReportNothing();
}
