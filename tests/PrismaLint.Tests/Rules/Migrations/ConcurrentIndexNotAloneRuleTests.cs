using NUnit.Framework;
using PrismaLint.Rules.Migrations;
using PrismaLint.Semantics;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Migrations;

public sealed class ConcurrentIndexNotAloneRuleTests : MigrationRuleTests<ConcurrentIndexNotAloneRule>
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
    public void Reports_it_between_begin_and_commit_whatever_the_version() =>
        Lint("BEGIN;\n[|CREATE INDEX CONCURRENTLY i ON \"Post\" (title);|]\nCOMMIT;")
        .Should().Report("`CREATE INDEX CONCURRENTLY` fails between `BEGIN` and `COMMIT`: PostgreSQL does not run it in a transaction");

    [Test]
    public void Reports_it_beside_others_before_prisma_7_4()
    {
        Version = PrismaVersion.V7;
        Minor = 3;
        Lint("[|DROP INDEX CONCURRENTLY \"User_name_idx\";|]\nALTER TABLE \"Post\" ADD COLUMN a int;").Should().ReportAtTheMarks();
        Version = PrismaVersion.V6;
        Lint("[|DROP INDEX CONCURRENTLY \"User_name_idx\";|]\nALTER TABLE \"Post\" ADD COLUMN a int;").Should().ReportAtTheMarks();
    }

    [Test]
    public void Leaves_index_statements_from_7_4_on_and_reports_the_others()
    {
        Version = PrismaVersion.V7;
        Minor = 4;
        Lint("DROP INDEX CONCURRENTLY \"User_name_idx\";\n[|VACUUM \"Post\";|]").Should().ReportAtTheMarks();
    }

    [Test]
    public void Says_nothing_of_a_version_that_nobody_knows_nor_of_a_statement_alone()
    {
        (Version, Minor) = (PrismaVersion.Unknown, null);
        Lint("DROP INDEX CONCURRENTLY \"User_name_idx\";\nSELECT 1;").Should().ReportNothing();
        Version = PrismaVersion.V6;
        Lint("-- alone\nDROP INDEX CONCURRENTLY \"User_name_idx\";").Should().ReportNothing();
    }
}
