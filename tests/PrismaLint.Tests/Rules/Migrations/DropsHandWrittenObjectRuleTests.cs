using NUnit.Framework;
using PrismaLint.Rules.Migrations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Migrations;

public sealed class DropsHandWrittenObjectRuleTests : MigrationRuleTests<DropsHandWrittenObjectRule>
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
    public void Reports_a_partial_index_that_goes() =>
        Lint("-- DropIndex\n[|DROP INDEX \"User_email_live\";|]")
        .Should().Report("`User_email_live` (partial) was written by hand in `20240101000000_before`, and the schema cannot say it: was this drop meant?");

    [TestCase("ALTER TABLE \"User\" [|DROP CONSTRAINT \"views_positive\"|];")]
    public void Reports_a_check_that_goes(string sql) => Lint(sql).Should().ReportAtTheMarks();

    [TestCase("DROP INDEX \"User_name_idx\";")]
    [TestCase("DROP INDEX IF EXISTS \"User_email_live\";")]
    [TestCase("DROP INDEX \"User_email_live\"; CREATE UNIQUE INDEX \"other\" ON \"User\" (\"email\") WHERE \"deletedAt\" IS NULL;")]
    [TestCase("CREATE INDEX i ON \"User\" (lower(name)); DROP INDEX i;")]
    [TestCase("ALTER TABLE \"User\" DROP CONSTRAINT \"views_positive\", ADD CONSTRAINT \"views_positive\" CHECK (views >= 1);")]
    public void Leaves_what_was_meant(string sql) => Lint(sql).Should().ReportNothing();
}
