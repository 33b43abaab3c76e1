using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Rules.Configuration;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Configuration;

public sealed class PooledUrlWithoutDirectUrlRuleTests : RuleTests<PooledUrlWithoutDirectUrlRule>
{
    [Test]
    public void Reports_a_pool_without_a_way_past_it() =>
        Lint("datasource db {\n  provider = \"postgresql\"\n  [|url = env(\"POSTGRES_PRISMA_URL\")|]\n}")
            .Should().Report("`url` of `datasource db` leads to a connection pool and there is no `directUrl`: migrations cannot run through it");

    [TestCase("env(\"DB_POOLED_URL\")", 1)]
    [TestCase("\"postgresql://h.company.com:6543/x\"", 1)]
    [TestCase("\"postgresql://ep-1-pooler.company.com/x\"", 1)]
    [TestCase("\"postgresql://h.company.com/x?pgbouncer=true\"", 1)]
    [TestCase("env(\"DATABASE_URL\")", 0)]
    [TestCase("env(\"POSTGRES_PRISMA_URL\")\n  directUrl = env(\"D\")", 0)]
    [TestCase("", 0)]
    public void Tells_a_pool_by_the_URL_or_the_variable(string url, int findings) =>
        Lint($"datasource db {{\n  provider = \"postgresql\"\n  url = {url}\n}}").Found.Should().HaveCount(findings);
}
