using NUnit.Framework;
using PrismaLint.Rules.Migrations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Migrations;

public sealed class EnumValueUsedTooEarlyRuleTests : MigrationRuleTests<EnumValueUsedTooEarlyRule>
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
    public void Reports_a_default_of_a_value_that_is_not_committed() =>
        Lint("ALTER TYPE \"Role\" ADD VALUE 'OWNER';\n[|ALTER TABLE \"User\" ALTER COLUMN \"role\" SET DEFAULT 'OWNER';|]")
        .Should().Report("`OWNER` of `Role` is used in the migration that adds it, and that fails: it can be used once the migration has been committed. Put this into the next one");

    [TestCase("ALTER TYPE \"Role\" ADD VALUE 'OWNER'; [|UPDATE \"User\" SET role = 'OWNER';|]")]
    [TestCase("ALTER TYPE \"Role\" ADD VALUE 'OWNER'; [|ALTER TABLE \"User\" ADD CHECK (role <> 'OWNER');|]")]
    public void Reports_other_uses(string sql) => Lint(sql).Should().ReportAtTheMarks();

    [TestCase("ALTER TYPE \"Role\" ADD VALUE 'OWNER'; ALTER TYPE \"Role\" ADD VALUE 'ROOT' AFTER 'OWNER';")]
    [TestCase("ALTER TYPE \"Role\" ADD VALUE 'OWNER'; COMMIT; UPDATE \"User\" SET role = 'OWNER';")]
    [TestCase("UPDATE \"User\" SET name = 'OWNER'; ALTER TYPE \"Role\" ADD VALUE 'OWNER';")]
    [TestCase("CREATE TYPE t AS ENUM ('a'); ALTER TYPE t ADD VALUE 'b'; CREATE TABLE x (y t DEFAULT 'b');")]
    public void Leaves_what_works(string sql) => Lint(sql).Should().ReportNothing();
}
