using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Security;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Security;

public sealed class ConnectionSecurityRuleTests : LiveRuleTests<ConnectionSecurityRule>
{
    private const string Schema = """
        datasource [|db|] {
          provider = "postgresql"
        }

        model Note {
          id Int @id
        }
        """;

    private const string Advice = "Set `ssl = on`, `hostssl` in `pg_hba.conf` and `sslmode=verify-full` in the URL";
    private static readonly string s_unmarked = MarkedText.Parse(Schema).Text;

    [Test]
    public void Reports_a_server_that_cannot_encrypt() =>
        Lint(Schema, Server("*", "off"))
        .Should().Report($"connections need not be encrypted: `ssl` is off. {Advice}")
        .And.Found.Single().Should().BeEquivalentTo(new { Detail = "ssl-not-enforced", Severity = DiagnosticSeverity.Error, IsOperational = true });

    [TestCase("")]
    [TestCase("localhost")]
    [TestCase("127.0.0.1, ::1")]
    public void Lets_a_server_that_only_its_own_machine_reaches_do_without(string addresses) =>
        Lint(s_unmarked, database =>
        {
            Server(addresses, "off")(database);
            Rules(database, ("host", "all", "scram-sha-256"));
        }).Should().ReportNothing();

    [Test]
    public void Lets_rules_stand_for_sockets_the_loopback_what_is_rejected_and_what_is_encrypted() =>
        Lint(s_unmarked, database =>
        {
            Server("*", "on")(database);
            Rules(database, ("local", null, "trust"), ("host", "127.0.0.1", "trust"), ("host", "::1", "md5"), ("host", "localhost", "password"), ("host", "samehost", "trust"), ("host", "all", "reject"), ("hostssl", "all", "scram-sha-256"), ("hostssl", "10.0.0.0", "cert"));
        }).Should().ReportNothing();

    [Test]
    public void Lets_no_rule_from_elsewhere_stand_for_no_way_in() =>
        Lint(s_unmarked, database =>
        {
            Server("*", "off")(database);
            Rules(database, ("local", null, "peer"), ("host", "127.0.0.1", "scram-sha-256"));
        }).Should().ReportNothing();

    [Test]
    public void Reports_rules_that_let_clients_in_without() =>
        Lint(Schema, database =>
        {
            Server("*", "on")(database);
            Rules(database, ("host", "all", "scram-sha-256"));
        }).Should().Report($"connections need not be encrypted: `pg_hba.conf` lets clients in without it (`host … all scram-sha-256`). {Advice}")
        .And.Found.Single().Severity.Should().Be(DiagnosticSeverity.Warning);

    [Test]
    public void Reports_clients_that_do_without() =>
        Lint(Schema, database =>
        {
            Server("*", "on")(database);
            database.Row(EvidenceSource.Clients, ("app", "a"), ("n", 5), ("plain_remote", 2)).Row(EvidenceSource.Clients, ("app", "b"), ("n", 5), ("plain_remote", 0));
        }).Should().Report($"connections need not be encrypted: 2 clients are connected from other machines without it. {Advice}");

    [TestCase(null, "the URL has no `sslmode=require`")]
    [TestCase("prefer", "the URL says `sslmode=prefer`")]
    [TestCase("disable", "the URL says `sslmode=disable`")]
    public void Reports_a_URL_that_does_not_ask_for_it(string? mode, string fact) =>
        Lint(Schema, database => Server("*", "on")(database.Set(EvidenceSource.Connection, ("is_local", false), ("sslmode", mode))))
        .Should().Report($"connections need not be encrypted: {fact}. {Advice}");

    [TestCase(true, null)]
    [TestCase(false, "require")]
    [TestCase(false, "verify-full")]
    public void Lets_a_URL_stand_that_is_local_or_asks_for_it(bool isLocal, string? mode) =>
        Lint(s_unmarked, database => Server("*", "on")(database.Set(EvidenceSource.Connection, ("is_local", isLocal), ("sslmode", mode)))).Should().ReportNothing();

    [Test]
    public void Reports_a_connection_of_its_own_from_elsewhere_and_old_protocols() =>
        Lint(Schema, database =>
        {
            database.Set(EvidenceSource.Server, ("my_ssl", false), ("my_local", false));
            database.Setting("listen_addresses", "*").Setting("ssl", "on").Setting("ssl_min_protocol_version", "TLSv1.1");
        }).Should().Report($"connections need not be encrypted: this very connection came from another machine without it; `ssl_min_protocol_version` is `TLSv1.1`. {Advice}");

    [Test]
    public void Reports_certificates_that_are_not_looked_at()
    {
        Lint(Schema, database => Server("*", "on")(database.Set(EvidenceSource.Connection, ("is_local", false), ("sslmode", "require"), ("sslaccept", "accept_invalid_certs"))))
            .Should().Report("the URL takes any certificate from a server on another machine (`sslaccept=accept_invalid_certs`): who answers is not known. `sslaccept=strict`, with `sslcert` where the authority is your own")
            .And.Found.Single().Should().BeEquivalentTo(new { Detail = "certificate-not-verified", Severity = DiagnosticSeverity.Warning, IsOperational = true });
        Lint(s_unmarked, database => Server("*", "on")(database.Set(EvidenceSource.Connection, ("is_local", true), ("sslmode", "require"), ("sslaccept", "accept_invalid_certs")))).Should().ReportNothing();
        Lint(s_unmarked, database => Server("*", "on")(database.Set(EvidenceSource.Connection, ("is_local", false), ("sslmode", "require"), ("sslaccept", "strict")))).Should().ReportNothing();
    }

    [Test]
    public void Reports_weak_ways_to_prove_who_one_is()
    {
        Lint(Schema, database =>
        {
            Server("*", "on")(database);
            Rules(database, ("hostssl", "0.0.0.0", "trust"), ("hostssl", "10.0.0.0", "md5"));
        }).Should().Report("`pg_hba.conf` lets clients from other machines in by `hostssl … 0.0.0.0 trust`, `hostssl … 10.0.0.0 md5`. Ask for `scram-sha-256`")
            .And.Found.Single().Should().BeEquivalentTo(new { Detail = "weak-auth", Severity = DiagnosticSeverity.Error, IsOperational = true });
        Lint(Schema, database =>
        {
            Server("*", "on")(database);
            Rules(database, ("hostssl", "10.0.0.0", "md5"));
        }).Found.Should().ContainSingle().Which.Severity.Should().Be(DiagnosticSeverity.Warning);
    }

    [TestCase(150018, DiagnosticSeverity.Error, "")]
    [TestCase(130000, DiagnosticSeverity.Warning, ", as it is by default before version 14")]
    public void Reports_weak_hashes(int version, DiagnosticSeverity severity, string why) =>
        Lint(Schema, database => Server("*", "on")(database.Set(EvidenceSource.Server, ("version_num", version)).Setting("password_encryption", "md5")))
        .Should().Report($"`password_encryption` is `md5`{why}: new passwords are stored so that they are quick to guess. Set it to `scram-sha-256` and the passwords anew")
        .And.Found.Single().Severity.Should().Be(severity);

    [Test]
    public void Judges_from_the_rest_where_it_may_not_read_the_rules()
    {
        Lint(Schema, database =>
        {
            Server("*", "off")(database);
            database.Without(EvidenceSource.HostBasedAuthentication);
        }).Should().ReportAtTheMarks();

        NotJudged.Should().Equal("weak-auth of pg_hba.conf: the role may not read `pg_hba.conf`");
    }

    [Test]
    public void Says_that_nothing_is_known_without_the_settings()
    {
        Lint(s_unmarked, database => database.Row(EvidenceSource.HostBasedAuthentication, ("type", "local")).Without(EvidenceSource.Settings)).Should().ReportNothing();

        NotJudged.Should().Equal("connection-security: the role may not read settings");
    }

    private static Action<SnapshotBuilder> Server(string addresses, string ssl) => database =>
        database.Setting("listen_addresses", addresses).Setting("ssl", ssl).Setting("ssl_min_protocol_version", "TLSv1.2");

    private static void Rules(SnapshotBuilder database, params (string Type, string? Address, string Method)[] rules)
    {
        foreach (var (type, address, method) in rules)
            database.Row(EvidenceSource.HostBasedAuthentication, ("type", type), ("address", address), ("auth_method", method));
    }
}
