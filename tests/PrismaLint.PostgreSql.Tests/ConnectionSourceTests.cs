using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.PostgreSql.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ConnectionSourceTests
{
    private readonly Dictionary<string, string> _environment = [];

    private ConnectionSource Source => new() { Environment = name => _environment.GetValueOrDefault(name) };

    [Test]
    public void The_order_is_url_variable_direct_database_datasource_config()
    {
        const string Config = "export default defineConfig({ datasource: { url: env('CONFIG') } })";
        _environment["CONFIG"] = "postgresql://config@h/app";
        var source = Source with { PrismaConfig = Config };
        source.Resolve().Origin.Should().Be("CONFIG");
        _environment["SCHEMA"] = "postgresql://schema@h/app";
        source = source with { Datasource = DatasourceOf("url = env(\"SCHEMA\")") };
        source.Resolve().Origin.Should().Be("SCHEMA");
        _environment["DATABASE_URL"] = "postgresql://database@h/app";
        source.Resolve().Origin.Should().Be("DATABASE_URL");
        _environment["DIRECT_URL"] = "postgresql://direct@h/app";
        source.Resolve().Origin.Should().Be("DIRECT_URL");
        _environment["NAMED"] = "postgresql://named@h/app";
        (source with { UrlVariable = "NAMED" }).Resolve().User.Should().Be("named");
        (source with { UrlVariable = "NAMED", Url = "postgresql://given@h/app" }).Resolve().User.Should().Be("given");
    }

    [Test]
    public void The_direct_url_of_the_datasource_comes_before_its_url()
    {
        _environment["POOLED"] = "postgresql://app:p@h:6543/app?pgbouncer=true&connection_limit=1";
        _environment["UNPOOLED"] = "postgresql://owner:p@h/app";
        var url = (Source with { Datasource = DatasourceOf("url = env(\"POOLED\")\n directUrl = env(\"UNPOOLED\")") }).Resolve();
        var facts = ConnectionFacts.TableOf(url).Rows.Single();

        (url.Origin, url.User, url.HasDirectUrl, url.Application?.User).Should().Be(("UNPOOLED", "owner", true, "app"));
        (facts.Number("port"), facts.Flag("pgbouncer"), facts.Number("connection_limit"), facts.Text("app_role"), facts.Flag("has_direct_url")).Should().Be((6543, true, 1, "app", true));
    }

    [Test]
    public void The_application_role_is_that_of_DATABASE_URL()
    {
        _environment["DATABASE_URL"] = "postgresql://app:p@h/app";

        Role(Source with { Url = "postgresql://owner@h/app" }).Should().Be("app");
        Role(Source).Should().Be("app");
        _environment["DATABASE_URL"] = "prisma://accelerate/?api_key=x";
        Role(Source with { Url = "postgresql://owner@h/app" }).Should().BeNull();

        static string? Role(ConnectionSource source) => ConnectionFacts.TableOf(source.Resolve()).Rows.Single().FindText("app_role");
    }

    [Test]
    public void A_proxy_url_steps_back_behind_one_that_can_be_inspected()
    {
        _environment["DATABASE_URL"] = "prisma://accelerate/?api_key=x";
        _environment["UNPOOLED"] = "postgresql://owner:p@h/app";

        (Source with { Datasource = DatasourceOf("url = env(\"DATABASE_URL\")\n directUrl = env(\"UNPOOLED\")") }).Resolve().User.Should().Be("owner");
        FluentActions.Invoking(Source.Resolve).Should().Throw<InspectionException>().WithMessage("*proxy URL*");
    }

    [Test]
    public void The_env_file_counts_where_the_process_has_no_such_variable()
    {
        const string File = "DATABASE_URL=postgresql://file@h/app\nDIRECT_URL=\n";

        (Source with { EnvFile = File }).Resolve().User.Should().Be("file");
        _environment["DATABASE_URL"] = "postgresql://process@h/app";
        (Source with { EnvFile = File }).Resolve().User.Should().Be("process");
    }

    [Test]
    public void Says_which_variables_would_do()
    {
        FluentActions.Invoking((Source with { Datasource = DatasourceOf("url = env(\"PG\")") }).Resolve).Should().Throw<InspectionException>()
            .WithMessage("no database to inspect: set DIRECT_URL, DATABASE_URL or PG, name a variable with --url-env, or give --url; the variables of a .env file count with --env-file FILE");
        FluentActions.Invoking((Source with { UrlVariable = "X", EnvFile = "" }).Resolve).Should().Throw<InspectionException>().WithMessage("the variable `X` of --url-env is not set");
    }

    [TestCase("A=b", "b")]
    [TestCase("export A = b # comment", "b")]
    [TestCase("# A=x\nA=b#c", "b#c")]
    [TestCase("A=\"b # c\" # d", "b # c")]
    [TestCase("A='b \"${B}\"'", "b \"${B}\"")]
    [TestCase("A=\"b\\\"c\"", "b\"c")]
    [TestCase("A=x\nA=b", "b")]
    [TestCase("\uFEFFA=b\r\nB=c", "b")]
    [TestCase("nonsense\n=x\nA=b", "b")]
    [TestCase("B=c\nA=\"a${B}${NONE}${NONE:-d}\\$\"", "acd$")]
    [TestCase("B=c\nA=${HOME}", "/home/me")]
    [TestCase("A=\"two\nlines\"\nB=c", "two\nlines")]
    [TestCase("A=\"open\nB=c", "\"open")]
    public void Reads_env_files(string text, string value) =>
        EnvFile.Parse(text, name => name == "HOME" ? "/home/me" : null)["A"].Should().Be(value);

    [TestCase("datasource: { url: env('X') }", "X")]
    [TestCase("datasource: { url: env<Env>(\"X\"), }", "X")]
    [TestCase("datasource: { url: process.env.X! }", "X")]
    [TestCase("\"datasource\": { \"url\": process.env['X'] ?? '' }", "X")]
    [TestCase("datasource: {\n // url: env('OLD')\n /* url: env('OLDER') */ shadowDatabaseUrl: env('S'), url: env('X') }", "X")]
    [TestCase("x: 'http://h', datasource: { url: env('X') }", "X")]
    [TestCase("url: env('Y'), datasource: { url: makeUrl() }", null)]
    [TestCase("datasource: { url: 'postgresql://u:p@h/app' }", null)]
    public void Reads_the_variable_of_a_prisma_config(string body, string? variable) =>
        PrismaConfigVariables.Find($"export default defineConfig({{ {body} }})", "url").Should().Be(variable);

    private static DatasourceSymbol DatasourceOf(string body)
    {
        var tree = SyntaxTree.Parse(new SourceText("schema.prisma", $"datasource db {{\n provider = \"postgresql\"\n {body}\n}}\n"));
        return SemanticModel.Create([tree]).Datasource ?? throw new InvalidOperationException("no datasource");
    }
}
