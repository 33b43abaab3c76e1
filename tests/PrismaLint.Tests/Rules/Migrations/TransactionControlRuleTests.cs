using NUnit.Framework;
using PrismaLint.Rules.Migrations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Migrations;

public sealed class TransactionControlRuleTests : MigrationRuleTests<TransactionControlRule>
{
    protected override string Before => """
        CREATE TYPE "Role" AS ENUM ('USER', 'ADMIN');
        CREATE TABLE "User" ("id" INTEGER PRIMARY KEY, "email" TEXT, "name" VARCHAR(20) NOT NULL, "views" INTEGER NOT NULL DEFAULT 0, "role" "Role" NOT NULL DEFAULT 'USER', "deletedAt" TIMESTAMP(3), "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP);
        CREATE TABLE "Post" ("id" INTEGER PRIMARY KEY, "authorId" INTEGER, "title" TEXT NOT NULL);
        CREATE INDEX "User_name_idx" ON "User" ("name");
        CREATE UNIQUE INDEX "User_email_live" ON "User" ("email") WHERE "deletedAt" IS NULL;
        ALTER TABLE "User" ADD CONSTRAINT "views_positive" CHECK ("views" >= 0);
        """;

    [TestCase("[|BEGIN;|] SELECT 1;")]
    [TestCase("SELECT 1; [|COMMIT;|]")]
    [TestCase("BEGIN; [|BEGIN;|] COMMIT;")]
    public void Reports_what_does_not_come_out_even(string sql) => Lint(sql).Should().ReportAtTheMarks();

    [TestCase("BEGIN; SELECT 1; COMMIT; BEGIN; ROLLBACK;")]
    [TestCase("BEGIN; SAVEPOINT a; ROLLBACK TO a; COMMIT;")]
    [TestCase("CREATE FUNCTION f() RETURNS trigger AS $$ BEGIN; RETURN NEW; END $$ LANGUAGE plpgsql;")]
    public void Leaves_what_does(string sql) => Lint(sql).Should().ReportNothing();
}
