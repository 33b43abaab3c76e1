using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Modelling;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Modelling;

public sealed class SoftDeleteUniqueWithNullableMarkerRuleTests : RuleTests<SoftDeleteUniqueWithNullableMarkerRule>
{
    private const string Generator = "generator client {\n  provider = \"prisma-client\"\n  output = \"x\"\n  previewFeatures = [\"partialIndexes\"]\n}\n";

    [Test]
    public void Reports_a_unique_that_binds_no_living_row_and_makes_it_partial() =>
        Lint(Generator + "model User {\n  id Int @id\n  email String\n  deletedAt DateTime?\n\n  [|@@unique([email, deletedAt])|]\n}")
            .Should().Report("`@@unique([email, deletedAt])` does not keep two living `User` apart: their `deletedAt` is null, and nulls differ; `NULLS NOT DISTINCT` in the migration (PostgreSQL 15) or a partial `@@unique([email], where: …)` over living rows does")
            .And.BecomeWhenFixed(Generator + "model User {\n  id Int @id\n  email String\n  deletedAt DateTime?\n\n  @@unique([email], where: { deletedAt: null })\n}");

    [TestCase(Provider.PostgreSql, 1)]
    [TestCase(Provider.CockroachDb, 1)]
    [TestCase(Provider.Sqlite, 1)]
    [TestCase(Provider.MySql, 1)]
    [TestCase(Provider.SqlServer, 0)]
    [TestCase(Provider.Unknown, 0)]
    public void Knows_where_nulls_differ(Provider provider, int findings) =>
        Lint("model User {\n  id BigInt @id\n  email String\n  deletedAt DateTime?\n  @@unique([email, deletedAt])\n}", provider).Found.Should().HaveCount(findings);

    [TestCase("deletedAt DateTime?", "@@unique([email, deletedAt])\n  @@unique([email], where: { deletedAt: null })")]
    [TestCase("deletedAt DateTime?", "@@unique([email, deletedAt])\n  @@unique([email])")]
    [TestCase("deletedAt DateTime @default(\"9999-12-31T00:00:00Z\")", "@@unique([email, deletedAt])")]
    [TestCase("isDeleted Boolean", "@@unique([email, isDeleted])")]
    [TestCase("deletedAt DateTime?", "@@unique([id, deletedAt])")]
    [TestCase("deletedAt DateTime?", "@@unique([email, seenAt])")]
    [TestCase("deletedAt DateTime?", "@@index([email, deletedAt])")]
    [TestCase("deletedAt DateTime?\n  x Missing", "@@unique([email, deletedAt])")]
    public void Accepts_markers_that_work_and_uniques_that_hold_otherwise(string marker, string index) =>
        Lint(Generator + $"model User {{\n  id Int @id\n  email String\n  seenAt DateTime?\n  {marker}\n  {index}\n}}").Should().ReportNothing();

    [TestCase("// NULLS NOT DISTINCT in the migration\n  @@unique([email, deletedAt])")]
    [TestCase("/// nulls not distinct\n  @@unique([email, deletedAt])")]
    [TestCase("@@unique([email, deletedAt]) // Nulls Not Distinct")]
    [TestCase("@@unique([email, deletedAt]) /// made `NULLS NOT DISTINCT` by hand")]
    [TestCase("// The migration replaces this one by an index that\n  // treats nulls as not distinct.\n  // Prisma must not drop it.\n  @@unique([email, deletedAt])")]
    public void Believes_a_comment_that_says_that_nulls_are_not_distinct(string unique) =>
        Lint($"model User {{\n  id Int @id\n  email String\n  deletedAt DateTime?\n\n  {unique}\n}}").Should().ReportNothing();

    [TestCase("// nulls are distinct\n  [|@@unique([email, deletedAt])|]")]
    [TestCase("// NULLS NOT DISTINCT\n\n  [|@@unique([email, deletedAt])|]")]
    [TestCase("@@index([email]) // NULLS NOT DISTINCT\n  [|@@unique([email, deletedAt])|]")]
    [TestCase("[|@@unique([email, deletedAt])|]\n  // NULLS NOT DISTINCT\n  @@index([email])")]
    [TestCase("// not distinct: every address once\n  [|@@unique([email, deletedAt])|]")]
    public void Does_not_take_other_comments_for_one(string unique) =>
        Lint($"model User {{\n  id Int @id\n  email String\n  deletedAt DateTime?\n\n  {unique}\n}}").Should().ReportAtTheMarks();
}
