using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using Npgsql;
using NUnit.Framework;

namespace PrismaLint.PostgreSql.Tests;

public sealed class ConnectionUrlTests
{
    private const string Secret = "s3cr3t-Zq9";

    [TestCase("postgresql://u:p@db.example.com/app", "db.example.com", 5432, "u", "p", "app")]
    [TestCase("postgres://u:p@db.example.com:6543/app", "db.example.com", 6543, "u", "p", "app")]
    [TestCase("POSTGRES://u:p@h/app", "h", 5432, "u", "p", "app")]
    [TestCase("postgresql://u:p@h", "h", 5432, "u", "p", "u")]
    [TestCase("postgresql://u:p@h/", "h", 5432, "u", "p", "u")]
    [TestCase("postgresql://u:p@h?schema=x", "h", 5432, "u", "p", "u")]
    [TestCase("postgresql://u@h/app", "h", 5432, "u", null, "app")]
    [TestCase("postgresql://h/app", "h", 5432, null, null, "app")]
    [TestCase("postgresql:///app", "localhost", 5432, null, null, "app")]
    [TestCase("postgresql://u:a@b@c@h/app", "h", 5432, "u", "a@b@c", "app")]
    [TestCase("postgresql://u:a:b@h/app", "h", 5432, "u", "a:b", "app")]
    [TestCase("postgresql://us%40er:p%2F%23%3F%25@h/my%20db", "h", 5432, "us@er", "p/#?%", "my db")]
    [TestCase("postgresql://u:100%zz%4@h/app", "h", 5432, "u", "100%zz%4", "app")]
    [TestCase("postgresql://u:p%C3%A4ß@h/app", "h", 5432, "u", "päß", "app")]
    [TestCase("postgresql://u:p@[::1]/app", "::1", 5432, "u", "p", "app")]
    [TestCase("postgresql://u:p@[2001:db8::2]:5433/app", "2001:db8::2", 5433, "u", "p", "app")]
    [TestCase("postgresql://u:p@localhost/app?host=/var/run/postgresql", "/var/run/postgresql", 5432, "u", "p", "app")]
    [TestCase("postgresql://u:p@/app?host=/cloudsql/a:b:c", "/cloudsql/a:b:c", 5432, "u", "p", "app")]
    [TestCase("postgresql://u:p@%2Fvar%2Frun%2Fpostgresql/app", "/var/run/postgresql", 5432, "u", "p", "app")]
    [TestCase("postgresql://u:p@%2Fvar%2Frun:5433/app", "/var/run", 5433, "u", "p", "app")]
    [TestCase("postgresql://u:p@h1:1,h2:2/app", "h1:1,h2:2", 1, "u", "p", "app")]
    [TestCase("postgresql://u:p@h1,[::1]:2/app", "h1:5432,[::1]:2", 5432, "u", "p", "app")]
    [TestCase("postgresql://h/?user=u&password=p&dbname=app&port=5433", "h", 5433, "u", "p", "app")]
    [TestCase("Host=h;Port=5433;Username=u;Password=p=1;Database=app", "h", 5433, "u", "p=1", "app")]
    [TestCase("Server=h;User Id=u;Password='p;x'", "h", 5432, "u", "p;x", "u")]
    public void Reads(string text, string host, int port, string? user, string? password, string? database)
    {
        var url = ConnectionUrl.Parse(text);
        var settings = url.CreateSettings();

        (settings.Host, settings.Username, settings.Password, settings.Database).Should().Be((host, user, password, database));
        url.Port.Should().Be(port);
        url.Warnings.Should().BeEmpty();
    }

    [TestCase("db.example.com:5432", "postgresql://u:p@db.example.com/app")]
    [TestCase("[::1]:5433", "postgresql://u:p@[::1]:5433/app")]
    [TestCase("/run/pg", "postgresql://u:p@localhost/app?host=/run/pg")]
    [TestCase("h1:1, h2:2", "postgresql://u:p@h1:1,h2:2/app")]
    public void Names_host_and_port(string endpoint, string text) => ConnectionUrl.Parse(text).Endpoint.Should().Be(endpoint);

    [TestCase(" postgresql://u:p@h/app ")]
    [TestCase("\"postgresql://u:p@h/app\"")]
    [TestCase("' postgresql://u:p@h/app\n'")]
    public void Takes_quotes_and_blanks_away_and_says_so(string text)
    {
        var url = ConnectionUrl.Parse(text);

        (url.Endpoint, url.Database).Should().Be(("h:5432", "app"));
        url.Warnings.Should().Equal("blanks or quotes around the connection URL are not part of it");
    }

    [TestCase("sslmode=disable", SslMode.Disable)]
    [TestCase("sslmode=prefer", SslMode.Prefer)]
    [TestCase("", SslMode.Prefer)]
    [TestCase("sslmode=require", SslMode.Require)]
    [TestCase("sslmode=require&sslaccept=accept_invalid_certs", SslMode.Require)]
    [TestCase("sslaccept=strict&sslmode=require", SslMode.VerifyFull)]
    [TestCase("sslmode=no-verify", SslMode.Require)]
    [TestCase("sslmode=verify-ca", SslMode.VerifyCA)]
    [TestCase("sslmode=verify-full", SslMode.VerifyFull)]
    public void Knows_the_words_for_encryption(string query, SslMode mode) =>
        ConnectionUrl.Parse("postgresql://u:p@h/app?" + query).CreateSettings().SslMode.Should().Be(mode);

    [Test]
    public void Files_of_certificates_are_relative_to_the_schema()
    {
        ConnectionUrl.Parse("postgresql://u:p@h/app?sslcert=ca.pem", "/project/prisma").CreateSettings().RootCertificate.Should().Be("/project/prisma/ca.pem");
        ConnectionUrl.Parse("postgresql://u:p@h/app?sslrootcert=/etc/ca.pem&sslcert=c.pem&sslkey=c.key", "/p").CreateSettings()
            .Should().Match<NpgsqlConnectionStringBuilder>(settings => settings.RootCertificate == "/etc/ca.pem" && settings.SslCertificate == "/p/c.pem" && settings.SslKey == "/p/c.key");
        ConnectionUrl.Parse("postgresql://u:p@h/app?sslidentity=c.p12&sslpassword=x", "/p").CreateSettings()
            .Should().Match<NpgsqlConnectionStringBuilder>(settings => settings.SslCertificate == "/p/c.p12" && settings.SslPassword == "x");
    }

    [Test]
    public void Keeps_what_the_application_wants_as_facts()
    {
        var url = ConnectionUrl.Parse("postgresql://app:p@ep-x-pooler.eu.example.com/app?schema=shop&connection_limit=5&pool_timeout=20&pgbouncer=true&application_name=web&connect_timeout=3&socket_timeout=7&channel_binding=require");
        var settings = url.CreateSettings();
        var facts = ConnectionFacts.TableOf(url).Rows.Single();

        (settings.Timeout, settings.CommandTimeout, settings.ChannelBinding, settings.ApplicationName).Should().Be((3, 7, ChannelBinding.Require, "prismalint inspect"));
        (url.Schema, url.IsLocal, url.IsPooler).Should().Be(("shop", false, true));
        (facts.Text("schema"), facts.Number("connection_limit"), facts.Number("pool_timeout"), facts.Flag("pgbouncer"), facts.Text("application_name")).Should().Be(("shop", 5, 20, true, "web"));
        (facts.Flag("is_local"), facts.Flag("is_pooler_host"), facts.FindText("app_role")).Should().Be((false, true, null));
        url.Warnings.Should().BeEmpty();
    }

    [TestCase("options=-c%20search_path%3Dshop,public", "shop")]
    [TestCase("options=--search_path=shop%20-c%20x=1", "shop")]
    [TestCase("options=-csearch_path%3D%22%24user%22,shop&schema=own", "own")]
    public void A_search_path_names_the_schema(string query, string schema) =>
        ConnectionUrl.Parse("postgresql://u:p@h/app?" + query).Schema.Should().Be(schema);

    [Test]
    public void The_settings_of_an_inspection_win()
    {
        var settings = ConnectionUrl.Parse("Host=h;Username=u;Pooling=true;Include Error Detail=true;Log Parameters=true;Multiplexing=true;Options=-c x=1;Max Auto Prepare=9;Search Path=shop").CreateSettings();

        (settings.Pooling, settings.Enlist, settings.Multiplexing, settings.IncludeErrorDetail, settings.LogParameters, settings.PersistSecurityInfo).Should().Be((false, false, false, false, false, false));
        (settings.ApplicationName, settings.Timeout, settings.CommandTimeout, settings.MaxAutoPrepare, settings.Options, settings.SearchPath).Should().Be(("prismalint inspect", 10, 20, 0, null, null));
    }

    [Test]
    public void A_string_of_pairs_tells_its_facts_too()
    {
        var url = ConnectionUrl.Parse("Host=h;Username=u;Timeout=3;SSL Mode=VerifyFull;Maximum Pool Size=7;Application Name=web;Search Path=shop");

        url.CreateSettings().Timeout.Should().Be(3);
        url.Parameters.Should().Equal(new Dictionary<string, string> { ["sslmode"] = "verify-full", ["connection_limit"] = "7", ["application_name"] = "web" });
        url.Schema.Should().Be("shop");
    }

    [TestCase("localhost", true)]
    [TestCase("127.0.0.1", true)]
    [TestCase("[::1]", true)]
    [TestCase("db", true)]
    [TestCase("10.1.2.3", true)]
    [TestCase("db.example.com", false)]
    [TestCase("[2001:db8::2]", false)]
    [TestCase("localhost:1,db.example.com:2", false)]
    [TestCase("%2Frun%2Fpg", true)]
    public void Tells_a_local_host(string host, bool isLocal) => ConnectionUrl.Parse($"postgresql://u:p@{host}/app").IsLocal.Should().Be(isLocal);

    [Test]
    public void A_supabase_pooler_wants_the_project_behind_the_role() =>
        ConnectionUrl.Parse("postgresql://postgres.abcdef:p@aws-0-eu.pooler.supabase.com:6543/postgres").Role.Should().Be("postgres");

    [TestCase("foo=bar", "the parameter `foo` of the connection URL is not known, and is left out")]
    [TestCase("connect_timeout=soon", "the value of `connect_timeout` in the connection URL is no number, and is left out")]
    [TestCase("sslmode=maybe", "the value of `sslmode` in the connection URL is not known, and is left out")]
    [TestCase("a%20b=c", "a parameter of the connection URL has a name that is none, and is left out")]
    public void Warns_of_parameters_without_their_values(string query, string warning) =>
        ConnectionUrl.Parse("postgresql://u:p@h/app?" + query).Warnings.Should().Equal(warning);

    [TestCase("postgresql://u:" + Secret + "/x@h/app", "percent-encode the password")]
    [TestCase("postgresql://u:x/" + Secret + "@h/app", "percent-encode the password")]
    [TestCase("postgresql://u:x#" + Secret + "@h/app", "percent-encode the password")]
    [TestCase("postgresql://u:x?" + Secret + "@h/app", "percent-encode the password")]
    [TestCase("postgresql://u:x@y/" + Secret + "@h/app", "percent-encode the password")]
    [TestCase("postgresql://u:x@y#" + Secret + "@h/app", "percent-encode the password")]
    [TestCase("postgresql://u:x@y?" + Secret + "=1@h/app", "percent-encode the password")]
    [TestCase("postgresql://u:12/" + Secret + "@h/app", "percent-encode the password")]
    [TestCase("postgresql://u:" + Secret, "percent-encode the password")]
    [TestCase("postgresql://u:" + Secret + "@h:port/app", "the port")]
    [TestCase("postgresql://u:" + Secret + "@h:70000/app", "the port")]
    [TestCase("postgresql:u:" + Secret + "@h/app", "begins with `postgresql://`")]
    [TestCase("u:" + Secret + "@h/app", "begins with `postgresql://`")]
    [TestCase("prisma://accelerate.prisma-data.net/?api_key=" + Secret, "proxy URL cannot be inspected")]
    [TestCase("prisma+postgres://localhost:51213/?api_key=" + Secret, "proxy URL cannot be inspected")]
    [TestCase("mysql://u:" + Secret + "@h/app", "MySQL")]
    [TestCase("file:./dev-" + Secret + ".db", "SQLite")]
    [TestCase("sqlserver://h;password=" + Secret, "SQL Server")]
    [TestCase("mongodb+srv://u:" + Secret + "@h/app", "MongoDB")]
    [TestCase("jdbc:postgresql://h/app?password=" + Secret, "JDBC")]
    [TestCase("env(\"" + Secret + "\")", "--url-env")]
    [TestCase("DATABASE_URL=postgresql://u:" + Secret + "@h/app", "cannot be read")]
    [TestCase("postgresql%3A//u:" + Secret + "@h/app?schema=x", "cannot be read")]
    [TestCase("Host=h;Pass=" + Secret + ";Nonsense=1", "cannot be read")]
    [TestCase("Host=h;Port=" + Secret, "cannot be read")]
    [TestCase("host=h user=u password=" + Secret, "write a URL")]
    [TestCase("Username=u;Password=" + Secret, "no `Host`")]
    [TestCase(Secret, "no connection URL")]
    [TestCase("//u:" + Secret + "@h?a=b", "no connection URL")]
    [TestCase("", "empty")]
    [TestCase("\"\"", "empty")]
    public void Says_what_is_wrong_and_never_the_password(string text, string part)
    {
        var failure = FluentActions.Invoking(() => ConnectionUrl.Parse(text)).Should().Throw<InspectionException>().Which;

        failure.Kind.Should().Be(InspectionFailure.Usage);
        failure.Message.Should().Contain(part);
        failure.InnerException.Should().BeNull();
        failure.ToString().Should().NotContain(Secret).And.NotContain("s3cr3t");
    }

    [TestCase("postgresql://u:" + Secret + "@h/app?foo=1&sslpassword=" + Secret)]
    [TestCase("  postgresql://u:" + Secret + "@h1:1,h2/app/x?bar=" + Secret)]
    [TestCase("Host=h;Username=u;Password=" + Secret)]
    public void No_member_gives_the_password_back(string text)
    {
        var url = ConnectionUrl.Parse(text).With("--url");
        var facts = ConnectionFacts.TableOf(url);

        string.Join('\n', url.Warnings.Append(url.ToString()).Append(url.Endpoint).Append(url.User).Append(url.Database).Concat(url.Parameters.Values)).Should().NotContain(Secret);
        facts.Rows.Single().Should().NotBeNull();
        facts.Values.Single().OfType<string>().Should().NotContain(value => value.Contains(Secret));
        url.IsRevealedBy("x" + Secret).Should().BeTrue();
    }
}
