using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Modelling;
using PrismaLint.Rules.Shared;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Modelling;

public sealed class SoftDeleteUniqueBlocksReuseRuleTests : RuleTests<SoftDeleteUniqueBlocksReuseRule>
{
    private const string Generator = "generator client {\n  provider = \"prisma-client\"\n  output = \"x\"\n  previewFeatures = [\"partialIndexes\"]\n}\n";

    [Test]
    public void Reports_a_unique_that_deleted_rows_occupy_and_makes_it_partial() =>
        Lint(Generator + "model User {\n  id Int @id\n  email String [|@unique|]\n  deletedAt DateTime?\n}")
            .Should().Report("A soft-deleted `User` keeps its `email` taken: `@unique` does not look at `deletedAt`; a partial `@@unique([email], where: …)` over living rows does")
            .And.BecomeWhenFixed(Generator + "model User {\n  id Int @id\n  email String\n  deletedAt DateTime?\n\n  @@unique([email], where: { deletedAt: null })\n}");

    [Test]
    public void Makes_a_partial_unique_of_a_compound_one_and_keeps_its_names()
    {
        var fix = Lint(Generator + "model Page {\n  id Int @id\n  orgId Int\n  slug String\n  deleted Boolean @default(false)\n  [|@@unique([orgId, slug], map: \"page_slug\")|]\n}")
            .ReportAtTheMarks().Found.Single().Fixes.Single();

        fix.Safety.Should().Be(FixSafety.Unsafe);
        fix.Edits.Single().NewText.Should().Be("@@unique([orgId, slug], where: { deleted: false }, map: \"page_slug\")");
    }

    [TestCase(Provider.PostgreSql, "a unique index `WHERE deletedAt IS NULL` in a migration, instead of this one, does")]
    [TestCase(Provider.MySql, "MySQL has no partial index, so a required `deletedAt` with a constant default inside the unique does")]
    public void Names_the_way_out_of_each_database(Provider provider, string wayOut) =>
        Lint("model User {\n  id Int @id\n  email String [|@unique|]\n  deletedAt DateTime?\n}", provider)
            .Should().Report("A soft-deleted `User` keeps its `email` taken: `@unique` does not look at `deletedAt`; " + wayOut).And.OfferNoFix();

    [TestCase("user_name String @unique", "deleted_at DateTime?", 1)]
    [TestCase("useremail String @unique", "deletedat DateTime?", 1)]
    [TestCase("email String @unique", "isDeleted Boolean @default(false)", 1)]
    [TestCase("email String @unique", "deletedAt BigInt @default(0)", 1)]
    [TestCase("email String", "deletedAt DateTime?\n  @@unique([email], where: { deletedAt: null })", 0)]
    [TestCase("email String", "deletedAt BigInt @default(0)\n  @@unique([email, deletedAt])", 0)]
    [TestCase("email String @unique", "archivedAt DateTime?", 0)]
    [TestCase("email String", "deletedAt DateTime?", 0)]
    [TestCase("stripeId String @unique", "deletedAt DateTime?", 0)]
    [TestCase("code String @unique @default(cuid())", "deletedAt DateTime?", 0)]
    [TestCase("number Int @unique", "deletedAt DateTime?", 0)]
    [TestCase("email String @unique\n  x Missing", "deletedAt DateTime?", 0)]
    public void Looks_at_the_marker_and_at_the_value(string column, string marker, int findings) =>
        Lint(Generator + $"model User {{\n  id Int @id\n  {column}\n  {marker}\n}}").Found.Should().HaveCount(findings);

    [TestCase("DeletedUser")]
    [TestCase("user_history")]
    [TestCase("AuditLogs")]
    public void Leaves_records_of_what_is_gone_alone(string name) =>
        Lint($"model {name} {{\n  id Int @id\n  email String @unique\n  deletedAt DateTime?\n}}").Should().ReportNothing();

    [Test]
    public void Takes_no_foreign_key_for_a_value_that_people_choose() =>
        Lint("""
            model Domain {
              name  String @id
              sites Site?
            }
            model Site {
              id         Int       @id
              domainName String    @unique
              domain     Domain    @relation(fields: [domainName], references: [name])
              deletedAt  DateTime?
            }
            """).Should().ReportNothing();

    [Test]
    public void Obeys_its_options()
    {
        const string User = "model User {\n  id Int @id\n  callsign String @unique\n  email String @unique\n  removedAt DateTime?\n}";
        Lint(User, (SoftDelete.MarkerNames, "removedAt")).Found.Should().ContainSingle();
        Lint(User, (SoftDelete.MarkerNames, "removed_at"), (ChosenValues.BusinessWords, "callsign, email")).Found.Should().HaveCount(2);
        Lint(User, (SoftDelete.MarkerNames, "removedAt"), (SoftDeleteUniqueBlocksReuseRule.Intended, "User.email")).Should().ReportNothing();
    }
}
