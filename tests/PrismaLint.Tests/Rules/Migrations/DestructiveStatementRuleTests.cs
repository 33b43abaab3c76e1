using NUnit.Framework;
using PrismaLint.Rules.Migrations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Migrations;

public sealed class DestructiveStatementRuleTests : MigrationRuleTests<DestructiveStatementRule>
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
    public void Reports_a_dropped_column() =>
        Lint("""ALTER TABLE "User" [|DROP COLUMN "views"|], ADD COLUMN "x" TEXT;""")
        .Should().Report("`DROP COLUMN` takes the values of `views` along, and running clients still ask for it. Deploy clients without it first");

    [TestCase("DROP TABLE [|\"Post\"|];")]
    [TestCase("[|DROP TYPE \"Role\";|]")]
    [TestCase("[|DROP SCHEMA app CASCADE;|]")]
    [TestCase("ALTER TABLE \"Post\" [|RENAME COLUMN title TO headline|];")]
    [TestCase("ALTER TABLE \"Post\" [|RENAME TO \"Article\"|];")]
    [TestCase("[|ALTER TYPE \"Role\" RENAME VALUE 'USER' TO 'MEMBER';|]")]
    [TestCase("ALTER TABLE \"Post\" [|ALTER COLUMN title DROP NOT NULL|];")]
    [TestCase("ALTER TABLE \"Post\" [|DISABLE TRIGGER ALL|];")]
    [TestCase("[|TRUNCATE \"Post\" CASCADE;|]")]
    [TestCase("[|DELETE FROM \"Post\";|]")]
    [TestCase("[|UPDATE \"Post\" SET title = '';|]")]
    public void Reports_what_else_breaks_or_loses(string sql) => Lint(sql).Should().ReportAtTheMarks();

    [TestCase("CREATE TYPE \"Role_new\" AS ENUM ('USER'); ALTER TYPE \"Role\" RENAME TO \"Role_old\"; ALTER TYPE \"Role_new\" RENAME TO \"Role\"; DROP TYPE \"Role_old\";")]
    [TestCase("CREATE TABLE t (id int); DROP TABLE t;")]
    [TestCase("ALTER TABLE \"Post\" ADD COLUMN a int; ALTER TABLE \"Post\" DROP COLUMN a;")]
    [TestCase("ALTER TABLE \"User\" ALTER COLUMN email DROP NOT NULL;")]
    [TestCase("DELETE FROM \"Post\" WHERE id = 1;")]
    [TestCase("ALTER TABLE \"Post\" ADD COLUMN a int; UPDATE \"Post\" SET a = 1;")]
    [TestCase("DROP INDEX \"User_name_idx\";")]
    [TestCase("ALTER TABLE \"Post\" DROP COLUMN \"title\", ADD COLUMN \"headline\" TEXT NOT NULL;")]
    [TestCase("DROP TABLE \"Post\"; CREATE TABLE \"Article\" (\"id\" INTEGER PRIMARY KEY, \"authorId\" INTEGER, \"title\" TEXT NOT NULL);")]
    public void Leaves_what_nobody_misses(string sql) => Lint(sql).Should().ReportNothing();
}
