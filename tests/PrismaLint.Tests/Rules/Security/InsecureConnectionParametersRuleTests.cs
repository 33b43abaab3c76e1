using NUnit.Framework;
using PrismaLint.Rules.Security;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Security;

public sealed class InsecureConnectionParametersRuleTests : RuleTests<InsecureConnectionParametersRule>
{
    [Test]
    public void Reports_the_parameter_alone_and_makes_it_strict() =>
        Lint("datasource db {\n  provider = \"postgresql\"\n  url = \"postgresql://a@db.company.com/x?schema=public&[|sslmode=disable|]\"\n}")
            .Should().Report("`url` of `datasource db` has `sslmode=disable`: the connection is not encrypted")
            .And.BecomeWhenFixed("datasource db {\n  provider = \"postgresql\"\n  url = \"postgresql://a@db.company.com/x?schema=public&sslmode=verify-full\"\n}");

    [Test]
    public void Reports_each_parameter_of_SQL_Server() =>
        Lint("datasource db {\n  provider = \"sqlserver\"\n  url = \"sqlserver://db.company.com:1433;[|encrypt=false|];[|trustServerCertificate=true|]\"\n}").ReportAtTheMarks();

    [TestCase("postgresql://a@localhost/x?sslmode=disable")]
    [TestCase("postgresql://a@10.0.0.7/x?sslmode=disable")]
    [TestCase("postgresql://a@172.20.1.1/x?sslmode=disable")]
    [TestCase("postgresql://a@postgres:5432/x?sslmode=disable")]
    [TestCase("postgresql://a@db.company.com/x?sslmode=require")]
    [TestCase("postgresql://a@db.company.com/sslmode=disable")]
    public void Accepts_local_servers_and_other_values(string url) =>
        Lint($"datasource db {{\n  provider = \"postgresql\"\n  url = \"{url}\"\n}}").Should().ReportNothing();
}
