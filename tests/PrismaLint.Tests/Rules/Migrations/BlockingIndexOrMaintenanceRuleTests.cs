using NUnit.Framework;
using PrismaLint.Rules.Migrations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Migrations;

public sealed class BlockingIndexOrMaintenanceRuleTests : MigrationRuleTests<BlockingIndexOrMaintenanceRule>
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
    public void Reports_an_index_built_on_a_table_that_was_there() =>
        Lint("""[|CREATE INDEX "i" ON "Post" ("title");|]""")
        .Should().Report("Building `i` takes a SHARE lock on `Post`: writes wait until it is done. `CREATE INDEX CONCURRENTLY`, in a migration of its own, lets them through")
        .And.BecomeWhenFixed("""CREATE INDEX CONCURRENTLY "i" ON "Post" ("title");""");

    [TestCase("[|CREATE UNIQUE INDEX ON \"Post\" (\"title\");|]\nSELECT 1;")]
    [TestCase("[|DROP INDEX \"User_name_idx\";|]")]
    [TestCase("[|REINDEX TABLE \"Post\";|]")]
    [TestCase("[|VACUUM FULL \"Post\";|]")]
    [TestCase("[|CLUSTER \"Post\";|]")]
    [TestCase("[|REFRESH MATERIALIZED VIEW mv;|]")]
    [TestCase("ALTER TABLE \"Post\" [|DETACH PARTITION p|];")]
    public void Reports_what_else_blocks(string sql) => Lint(sql).Should().ReportAtTheMarks();

    [TestCase("CREATE INDEX CONCURRENTLY \"i\" ON \"Post\" (\"title\");")]
    [TestCase("DROP INDEX CONCURRENTLY \"User_name_idx\";")]
    [TestCase("DROP INDEX IF EXISTS \"never_made\";")]
    [TestCase("REINDEX TABLE CONCURRENTLY \"Post\";")]
    [TestCase("VACUUM \"Post\";")]
    [TestCase("CREATE TABLE \"New\" (\"id\" INTEGER); CREATE INDEX \"i\" ON \"New\" (\"id\");")]
    public void Leaves_what_lets_others_through(string sql) => Lint(sql).Should().ReportNothing();

    [Test]
    public void Offers_no_fix_where_other_statements_share_the_transaction() =>
        Lint("[|CREATE INDEX ON \"Post\" (\"title\");|]\nSELECT 1;").Should().ReportAtTheMarks().OfferNoFix();
}
