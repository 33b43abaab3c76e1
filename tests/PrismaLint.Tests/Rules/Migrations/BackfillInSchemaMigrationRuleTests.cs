using NUnit.Framework;
using PrismaLint.Rules.Migrations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Migrations;

public sealed class BackfillInSchemaMigrationRuleTests : MigrationRuleTests<BackfillInSchemaMigrationRule>
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
    public void Reports_rows_filled_behind_an_alter_table() =>
        Lint("ALTER TABLE \"Post\" ADD COLUMN slug TEXT;\n[|UPDATE \"Post\" SET slug = title;|]")
        .Should().Report("`UPDATE` of the rows of `Post` in the migration that alters it: its lock stays until all rows are done. Fill them in batches, apart");

    [TestCase("UPDATE \"Post\" SET title = '';")]
    [TestCase("ALTER TABLE \"User\" ADD COLUMN x TEXT; UPDATE \"Post\" SET title = '';")]
    [TestCase("ALTER TABLE \"Post\" ADD COLUMN x TEXT; INSERT INTO \"Post\" (id, title) VALUES (1, '');")]
    [TestCase("CREATE TABLE t (a int); ALTER TABLE t ADD COLUMN b int; INSERT INTO t SELECT 1, 2;")]
    public void Leaves_the_others(string sql) => Lint(sql).Should().ReportNothing();
}
