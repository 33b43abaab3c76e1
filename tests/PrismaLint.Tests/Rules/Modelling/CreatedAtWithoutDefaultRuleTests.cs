using System.Linq;
using NUnit.Framework;
using PrismaLint.Rules.Modelling;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Modelling;

public sealed class CreatedAtWithoutDefaultRuleTests : RuleTests<CreatedAtWithoutDefaultRule>
{
    [Test]
    public void Reports_the_field_and_adds_the_default() =>
        Lint("model A {\n  id Int @id\n  [|createdAt|] DateTime\n}")
            .Should().Report("`A.createdAt` has no default: each insert must bring the moment of creation along")
            .And.BecomeWhenFixed("model A {\n  id Int @id\n  createdAt DateTime @default(now())\n}");

    [Test]
    public void Reports_a_habit_once() =>
        Lint(string.Concat(Enumerable.Range(0, 5).Select(i => $"model M{i} {{\n  id Int @id\n  {(i == 0 ? "[|created_at|]" : "created_at")} DateTime\n}}\n")))
            .Should().Report("`M0.created_at` and 4 more fields have no default: each insert must bring the moment of creation along");

    [TestCase("createdAt DateTime @default(now())")]
    [TestCase("createdAt DateTime?")]
    [TestCase("created DateTime")]
    [TestCase("createdAt DateTime\n  x Missing")]
    public void Accepts_defaults_optional_fields_and_other_names(string column) => Lint($"model A {{\n  id Int @id\n  {column}\n}}").Should().ReportNothing();
}
