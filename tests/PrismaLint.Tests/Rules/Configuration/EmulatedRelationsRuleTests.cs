using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Rules.Configuration;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Configuration;

public sealed class EmulatedRelationsRuleTests : RuleTests<EmulatedRelationsRule>
{
    [Test]
    public void Reports_the_property_and_removes_it() =>
        Lint("datasource db {\n  provider = \"postgresql\"\n  url = env(\"U\")\n  [|relationMode = \"prisma\"|]\n}")
            .Should().Report("`relationMode = \"prisma\"` leaves PostgreSQL without foreign keys: only this client keeps relations whole")
            .And.BecomeWhenFixed("datasource db {\n  provider = \"postgresql\"\n  url = env(\"U\")\n}");

    [TestCase("mysql", "prisma", 0)]
    [TestCase("mongodb", "prisma", 0)]
    [TestCase("sqlserver", "prisma", 1)]
    [TestCase("sqlite", "foreignKeys", 0)]
    [TestCase("sqlite", "nonsense", 0)]
    public void Knows_which_databases_have_foreign_keys(string provider, string mode, int findings) =>
        Lint($"datasource db {{\n  provider = \"{provider}\"\n  url = env(\"U\")\n  relationMode = \"{mode}\"\n}}").Found.Should().HaveCount(findings);
}
