using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Security;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Security;

public sealed class CredentialsInSchemaRuleTests : RuleTests<CredentialsInSchemaRule>
{
    [Test]
    public void Reports_a_password_without_showing_it_and_replaces_it() =>
        Lint("datasource db {\n  provider = \"postgresql\"\n  url = [|\"postgresql://app:k9-Zq@db.company.com/app\"|]\n}")
            .Should().Report("`url` of `datasource db` holds a password")
            .And.BecomeWhenFixed("datasource db {\n  provider = \"postgresql\"\n  url = env(\"DATABASE_URL\")\n}");

    [TestCase("postgresql://app:k9-Zq@db.company.com/app", DiagnosticSeverity.Warning)]
    [TestCase("postgresql://db.company.com:5432/app", DiagnosticSeverity.Warning)]
    [TestCase("mongodb+srv://u:k9-Zq@cluster0.company.net/db", DiagnosticSeverity.Warning)]
    [TestCase("sqlserver://db.company.com:1433;user=app;password={k9;Zq}", DiagnosticSeverity.Warning)]
    [TestCase("prisma://accelerate.prisma-data.net/?api_key=k9Zq", DiagnosticSeverity.Warning)]
    [TestCase("postgresql://postgres:postgres@localhost:5432/app", DiagnosticSeverity.Suggestion)]
    [TestCase("postgresql://app:k9-Zq@db:5432/app", DiagnosticSeverity.Suggestion)]
    [TestCase("mysql://root:password@db.company.com/app", DiagnosticSeverity.Suggestion)]
    [TestCase("postgresql://johndoe:randompassword@db.example.com/mydb", DiagnosticSeverity.Suggestion)]
    public void Rates_passwords_that_everybody_knows_lower(string url, DiagnosticSeverity severity)
    {
        var found = Lint($"datasource db {{\n  provider = \"postgresql\"\n  url = [|\"{url}\"|]\n}}").ReportAtTheMarks().Found.Single();

        found.Severity.Should().Be(severity);
        found.ToString().Should().NotContain("k9").And.NotContain("company");
    }

    [TestCase("env(\"DATABASE_URL\")")]
    [TestCase("\"file:./dev.db\"")]
    [TestCase("\"postgresql://localhost:5432/app\"")]
    [TestCase("\"not a url\"")]
    public void Accepts_variables_files_and_open_local_servers(string value) =>
        Lint($"datasource db {{\n  provider = \"postgresql\"\n  url = {value}\n}}").Should().ReportNothing();

    [Test]
    public void Reports_every_property_of_a_broken_datasource_too() =>
        Lint("datasource db {\n  provider = \"nonsense\"\n  url = [|\"x://a:b7!@h.company.com/x\"|]\n  directUrl = [|\"x://a:b7!@h.company.com/y\"|]\n}").ReportAtTheMarks();
}
