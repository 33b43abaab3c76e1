using NUnit.Framework;
using PrismaLint.Rules.Migrations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Migrations;

public sealed class SetNotNullScanRuleTests : MigrationRuleTests<SetNotNullScanRule>
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
    public void Reports_the_scan_of_rows_that_were_filled() =>
        Lint("UPDATE \"User\" SET \"email\" = '';\nALTER TABLE \"User\" [|ALTER COLUMN \"email\" SET NOT NULL|];")
        .Should().Report("`SET NOT NULL` reads all of `User` under ACCESS EXCLUSIVE: reads and writes wait. A validated `CHECK (email IS NOT NULL)` before it spares the reading");

    [TestCase("ALTER TABLE \"User\" ALTER COLUMN \"email\" SET NOT NULL;")]
    [TestCase("ALTER TABLE \"User\" ALTER COLUMN \"name\" SET NOT NULL;")]
    [TestCase("ALTER TABLE \"User\" ADD CONSTRAINT c CHECK ((email IS NOT NULL)); ALTER TABLE \"User\" ALTER COLUMN \"email\" SET NOT NULL;")]
    [TestCase("ALTER TABLE \"User\" ALTER COLUMN \"name\" DROP NOT NULL;")]
    public void Leaves_what_fails_anyway_and_what_is_proved(string sql) => Lint(sql).Should().ReportNothing();
}
