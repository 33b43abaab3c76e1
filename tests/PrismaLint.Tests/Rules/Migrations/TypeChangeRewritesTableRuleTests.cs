using NUnit.Framework;
using PrismaLint.Rules.Migrations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Migrations;

public sealed class TypeChangeRewritesTableRuleTests : MigrationRuleTests<TypeChangeRewritesTableRule>
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
    public void Reports_a_change_that_writes_each_row() =>
        Lint("""ALTER TABLE "User" [|ALTER COLUMN "views" SET DATA TYPE BIGINT|];""")
        .Should().Report("`views` from `integer` to `bigint` writes `User` and its indexes anew under ACCESS EXCLUSIVE: reads and writes wait. Add a second column, fill it, switch over");

    [TestCase("ALTER TABLE \"User\" [|ALTER name TYPE varchar(10)|];")]
    [TestCase("ALTER TABLE \"Post\" [|ALTER title TYPE varchar(10)|];")]
    [TestCase("ALTER TABLE \"User\" [|ALTER \"deletedAt\" TYPE timestamptz(3)|];")]
    [TestCase("ALTER TABLE \"User\" [|ALTER email TYPE jsonb USING email::jsonb|];")]
    public void Reports_the_others(string sql) => Lint(sql).Should().ReportAtTheMarks();

    [TestCase("ALTER TABLE \"User\" ALTER name TYPE varchar(40);")]
    [TestCase("ALTER TABLE \"User\" ALTER name TYPE text;")]
    [TestCase("ALTER TABLE \"User\" ALTER \"deletedAt\" TYPE timestamp(6);")]
    [TestCase("ALTER TABLE \"User\" ALTER nowhere TYPE int;")]
    [TestCase("CREATE TABLE t (a int); ALTER TABLE t ALTER a TYPE bigint;")]
    [TestCase("CREATE TYPE \"Role_new\" AS ENUM ('USER'); ALTER TABLE \"User\" ALTER role TYPE \"Role_new\" USING (role::text::\"Role_new\");")]
    public void Leaves_what_only_the_catalog_notices(string sql) => Lint(sql).Should().ReportNothing();
}
