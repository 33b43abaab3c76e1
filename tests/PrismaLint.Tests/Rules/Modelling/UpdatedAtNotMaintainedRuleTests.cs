using System.Linq;
using NUnit.Framework;
using PrismaLint.Rules.Modelling;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Modelling;

public sealed class UpdatedAtNotMaintainedRuleTests : RuleTests<UpdatedAtNotMaintainedRule>
{
    [Test]
    public void Reports_the_field_and_adds_the_attribute() =>
        Lint("model A {\n  id Int @id\n  [|updatedAt|] DateTime @default(now()) // when\n}")
            .Should().Report("`A.updatedAt` has no `@updatedAt`: updates leave the moment as it is")
            .And.BecomeWhenFixed("model A {\n  id Int @id\n  updatedAt DateTime @default(now()) @updatedAt // when\n}");

    [Test]
    public void Reports_a_habit_once() =>
        Lint(string.Concat(Enumerable.Range(0, 5).Select(i => $"model M{i} {{\n  id Int @id\n  {(i == 0 ? "[|updated_at|]" : "updated_at")} DateTime?\n}}\n")))
            .Should().Report("`M0.updated_at` and 4 more fields have no `@updatedAt`: updates leave the moment as it is");

    [TestCase("updatedAt DateTime @updatedAt")]
    [TestCase("lastModified DateTime")]
    [TestCase("updatedBy String")]
    [TestCase("/// Kept by a trigger\n  updatedAt DateTime")]
    [TestCase("updatedAt DateTime @default(dbgenerated(\"now()\"))")]
    [TestCase("updatedAt DateTime\n  x Missing")]
    public void Accepts_fields_that_somebody_keeps(string column) => Lint($"model A {{\n  id Int @id\n  {column}\n}}").Should().ReportNothing();
}
