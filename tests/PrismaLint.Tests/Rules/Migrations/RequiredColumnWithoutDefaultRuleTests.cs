using NUnit.Framework;
using PrismaLint.Rules.Migrations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Migrations;

public sealed class RequiredColumnWithoutDefaultRuleTests : MigrationRuleTests<RequiredColumnWithoutDefaultRule>
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
    public void Reports_a_required_column_without_a_default_at_its_name() =>
        Lint("""ALTER TABLE "Post" ADD COLUMN [|"slug"|] TEXT NOT NULL;""")
        .Should().Report("Adding `slug` as required, without a default, fails as soon as `Post` holds a row. Add it nullable, fill it, then make it required");

    [TestCase("ALTER TABLE \"Post\" ADD COLUMN a TEXT NOT NULL DEFAULT '';")]
    [TestCase("ALTER TABLE \"Post\" ADD COLUMN a SERIAL NOT NULL;")]
    [TestCase("ALTER TABLE \"Post\" ADD COLUMN a int GENERATED ALWAYS AS IDENTITY;")]
    [TestCase("ALTER TABLE \"Post\" ADD COLUMN a int NOT NULL GENERATED ALWAYS AS (id * 2) STORED;")]
    [TestCase("CREATE TABLE n (id int); ALTER TABLE n ADD COLUMN a TEXT NOT NULL;")]
    [TestCase("TRUNCATE \"Post\"; ALTER TABLE \"Post\" ADD COLUMN a TEXT NOT NULL;")]
    [TestCase("DELETE FROM \"Post\"; ALTER TABLE \"Post\" ADD COLUMN a TEXT NOT NULL;")]
    [TestCase("ALTER TABLE \"User\" ALTER COLUMN \"name\" SET NOT NULL;")]
    [TestCase("UPDATE \"User\" SET \"email\" = '' WHERE \"email\" IS NULL; ALTER TABLE \"User\" ALTER COLUMN \"email\" SET NOT NULL;")]
    [TestCase("DELETE FROM \"User\" WHERE \"email\" IS NULL; ALTER TABLE \"User\" ALTER COLUMN \"email\" SET NOT NULL;")]
    [TestCase("ALTER TABLE \"Post\" ADD COLUMN a TEXT DEFAULT 'x'; ALTER TABLE \"Post\" ALTER COLUMN a SET NOT NULL;")]
    [TestCase("ALTER TABLE \"User\" ADD CONSTRAINT c CHECK (\"email\" IS NOT NULL); ALTER TABLE \"User\" ALTER COLUMN \"email\" SET NOT NULL;")]
    public void Leaves_columns_whose_rows_have_a_value(string sql) => Lint(sql).Should().ReportNothing();

    [TestCase("ALTER TABLE \"User\" [|ALTER COLUMN \"email\" SET NOT NULL|];")]
    [TestCase("ALTER TABLE \"Post\" ADD COLUMN a TEXT; ALTER TABLE \"Post\" [|ALTER COLUMN a SET NOT NULL|];")]
    public void Reports_a_column_that_becomes_required_unfilled(string sql) => Lint(sql).Should().ReportAtTheMarks();
}
