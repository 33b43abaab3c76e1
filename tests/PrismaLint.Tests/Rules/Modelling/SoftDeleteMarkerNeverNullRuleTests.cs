using NUnit.Framework;
using PrismaLint.Rules.Modelling;
using PrismaLint.Rules.Shared;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Modelling;

public sealed class SoftDeleteMarkerNeverNullRuleTests : RuleTests<SoftDeleteMarkerNeverNullRule>
{
    [Test]
    public void Reports_a_marker_with_a_default_and_makes_it_optional() =>
        Lint("model User {\n  id Int @id\n  [|deletedAt|] DateTime @default(now()) @db.Timestamptz(3)\n}")
            .Should().Report("`User.deletedAt` has `@default(now())`: every row is born deleted")
            .And.BecomeWhenFixed("model User {\n  id Int @id\n  deletedAt DateTime? @db.Timestamptz(3)\n}");

    [TestCase("[|deleted_at|] DateTime", "is required")]
    [TestCase("[|deletedAt|] DateTime? @updatedAt", "is set by `@updatedAt`")]
    public void Says_why_the_marker_is_never_null(string column, string reason) =>
        Lint($"model User {{\n  id Int @id\n  {column}\n}}").Should().Report($"`User.{(column.Contains("_at") ? "deleted_at" : "deletedAt")}` {reason}: every row is born deleted");

    [TestCase("User", "deletedAt DateTime?")]
    [TestCase("User", "deletedAt DateTime @default(\"1970-01-01T00:00:00Z\")")]
    [TestCase("DeletedUser", "deletedAt DateTime @default(now())")]
    [TestCase("User", "createdAt DateTime @default(now())")]
    [TestCase("User", "deletedAt DateTime @default(now())\n  x Missing")]
    public void Accepts_markers_that_tell_rows_apart(string model, string column) =>
        Lint($"model {model} {{\n  id Int @id\n  {column}\n}}").Should().ReportNothing();

    [Test]
    public void Knows_the_names_that_are_configured() =>
        Lint("model User {\n  id Int @id\n  [|trashedAt|] DateTime\n}", (SoftDelete.MarkerNames, "trashed_at")).ReportAtTheMarks();
}
