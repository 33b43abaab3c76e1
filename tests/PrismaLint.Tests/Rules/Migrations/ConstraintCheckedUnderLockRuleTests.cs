using NUnit.Framework;
using PrismaLint.Rules.Migrations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Migrations;

public sealed class ConstraintCheckedUnderLockRuleTests : MigrationRuleTests<ConstraintCheckedUnderLockRule>
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
    public void Reports_a_foreign_key_checked_at_once_and_splits_it() =>
        Lint("""ALTER TABLE "Post" [|ADD CONSTRAINT "k" FOREIGN KEY ("authorId") REFERENCES "User"("id")|];""")
        .Should().Report("`FOREIGN KEY` `k` looks up every row of `Post` in `User` under SHARE ROW EXCLUSIVE: writes to both wait. `NOT VALID` here and `VALIDATE CONSTRAINT` in a later migration do not block")
        .And.BecomeWhenFixed("""ALTER TABLE "Post" ADD CONSTRAINT "k" FOREIGN KEY ("authorId") REFERENCES "User"("id") NOT VALID;""");

    [TestCase("ALTER TABLE \"Post\" [|ADD CHECK (id > 0)|];")]
    [TestCase("ALTER TABLE \"Post\" [|ADD UNIQUE (title)|];")]
    [TestCase("ALTER TABLE \"Post\" [|ADD CONSTRAINT x EXCLUDE USING gist (id WITH =)|];")]
    [TestCase("ALTER TABLE \"Post\" ADD CONSTRAINT x CHECK (id > 0) NOT VALID; ALTER TABLE \"Post\" [|VALIDATE CONSTRAINT x|];")]
    public void Reports_the_others(string sql) => Lint(sql).Should().ReportAtTheMarks();

    [TestCase("ALTER TABLE \"Post\" ADD CONSTRAINT x CHECK (id > 0) NOT VALID;")]
    [TestCase("ALTER TABLE \"User\" ADD CONSTRAINT x UNIQUE USING INDEX \"User_name_idx\";")]
    [TestCase("ALTER TABLE \"User\" VALIDATE CONSTRAINT views_positive;")]
    [TestCase("CREATE TABLE n (id int); ALTER TABLE n ADD FOREIGN KEY (id) REFERENCES \"User\"(id);")]
    public void Leaves_what_blocks_nobody(string sql) => Lint(sql).Should().ReportNothing();
}
