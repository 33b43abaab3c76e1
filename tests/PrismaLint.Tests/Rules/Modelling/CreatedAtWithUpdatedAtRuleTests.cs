using NUnit.Framework;
using PrismaLint.Rules.Modelling;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Modelling;

public sealed class CreatedAtWithUpdatedAtRuleTests : RuleTests<CreatedAtWithUpdatedAtRule>
{
    [Test]
    public void Reports_the_attribute_and_replaces_it() =>
        Lint("model A {\n  id Int @id\n  createdAt DateTime [|@updatedAt|] @map(\"created_at\")\n}")
            .Should().Report("`A.createdAt` carries `@updatedAt`: each update overwrites the moment of creation")
            .And.BecomeWhenFixed("model A {\n  id Int @id\n  createdAt DateTime @default(now()) @map(\"created_at\")\n}");

    [Test]
    public void Removes_the_attribute_where_there_is_a_default() =>
        Lint("model A {\n  id Int @id\n  created_on DateTime @default(now()) [|@updatedAt|]\n}")
            .ReportAtTheMarks().BecomeWhenFixed("model A {\n  id Int @id\n  created_on DateTime @default(now())\n}");

    [TestCase("updatedAt DateTime @updatedAt")]
    [TestCase("createdAt DateTime @default(now())")]
    [TestCase("createdAt DateTime @updatedAt\n  x Missing")]
    public void Accepts_each_in_its_place(string column) => Lint($"model A {{\n  id Int @id\n  {column}\n}}").Should().ReportNothing();
}
