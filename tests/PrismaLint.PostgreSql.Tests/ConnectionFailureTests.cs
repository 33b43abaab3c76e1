using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using FluentAssertions;
using Npgsql;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Database.Testing;

namespace PrismaLint.PostgreSql.Tests;

public sealed class ConnectionFailureTests
{
    private const string Secret = "s3cr3t-Zq9";

    [Test]
    public void A_closed_port_refuses()
    {
        var port = FreePort();

        Fails($"postgresql://u:{Secret}@127.0.0.1:{port}/app", InspectionFailure.Unreachable).Should().Be($"cannot connect to 127.0.0.1:{port} (connection refused)");
        Fails($"postgresql://u:{Secret}@127.0.0.1:{port},127.0.0.1:{port}/app", InspectionFailure.Unreachable).Should().Be($"cannot connect to 127.0.0.1:{port}, 127.0.0.1:{port} (connection refused)");
        Fails($"Host=127.0.0.1;Port={port};Username=u;Password={Secret}", InspectionFailure.Unreachable).Should().Be($"cannot connect to 127.0.0.1:{port} (connection refused)");
    }

    [Test]
    public void A_host_that_is_not_there_is_not_found() =>
        Fails($"postgresql://u:{Secret}@nowhere.invalid/app", InspectionFailure.Unreachable).Should().Be("cannot connect to nowhere.invalid:5432 (host not found)");

    [Test]
    public void A_socket_that_is_not_there_is_named()
    {
        if (!OperatingSystem.IsWindows())
            Fails($"postgresql://u:{Secret}@localhost/app?host=/nowhere", InspectionFailure.Unreachable).Should().StartWith("cannot connect to /nowhere (");
    }

    [Test]
    public async Task Who_does_not_answer_or_answers_something_else_is_no_PostgreSQL()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        Fails($"postgresql://u:{Secret}@127.0.0.1:{port}/app?connect_timeout=1", InspectionFailure.Unreachable).Should().Be($"cannot connect to 127.0.0.1:{port} (no answer in time)");
        (await listener.AcceptTcpClientAsync()).Dispose();
        var answer = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 400 Bad Request\r\n\r\n"));
        });
        Fails($"postgresql://u:{Secret}@127.0.0.1:{port}/app?sslmode=disable", InspectionFailure.Unreachable).Should().StartWith($"cannot connect to 127.0.0.1:{port} (");
        await answer;
    }

    private static readonly TestCaseData[] s_failures =
    [
        new(new NpgsqlException(Secret, new SocketException((int)SocketError.HostUnreachable)), "cannot connect to h:5432 (no route)"),
        new(new NpgsqlException(Secret, new TimeoutException(Secret)), "cannot connect to h:5432 (no answer in time)"),
        new(new NpgsqlException(Secret, new AuthenticationException(Secret)), "cannot connect to h:5432 (its TLS certificate is not trusted: name its authority with `sslrootcert`, or ask for less with `sslmode=require`)"),
        new(new NpgsqlException(Secret, new FileNotFoundException(Secret)), "a certificate or key that the connection URL names cannot be read"),
        new(new FileNotFoundException(Secret), "a certificate or key that the connection URL names cannot be read"),
        new(new NpgsqlException(Secret, new IOException(Secret)), "cannot connect to h:5432 (the connection was closed)"),
        new(new NpgsqlException("SSL " + Secret), "cannot connect to h:5432 (it does not speak TLS)"),
        new(new NpgsqlException(Secret), "cannot connect to h:5432 (it does not answer as PostgreSQL does)"),
        new(new ArgumentException(Secret), "the connection URL asks for something that cannot be done"),
        new(new PostgresException(Secret + " is unknown", "FATAL", "FATAL", "XX000"), "h:5432 refuses the inspection of database `app` (XX000)"),
        new(new PostgresException("Tenant or user not found", "FATAL", "FATAL", "XX000"), "h:5432 refuses the inspection of database `app` (XX000): Tenant or user not found"),
        new(new PostgresException("starting up", "FATAL", "FATAL", "57P03"), "h:5432 does not take connections yet: it is starting or stopping"),
        new(new PostgresException("too many", "FATAL", "FATAL", "53300"), "h:5432 has no free connection for `u`"),
    ];

    [TestCaseSource(nameof(s_failures))]
    public void Says_what_happened_in_words_of_its_own(Exception exception, string message) =>
        ConnectionFailures.Describe(exception, ConnectionUrl.Parse($"postgresql://u:{Secret}@h/app"))?.Message.Should().Be(message);

    [Test]
    public void A_missing_certificate_is_a_mistake_in_the_url()
    {
        using var database = InspectedServer.CreateDatabase();

        Fails(InspectedServer.Url(database, "u", Secret, "&sslmode=require&sslidentity=nowhere.p12&sslpassword=" + Secret), InspectionFailure.Usage, InspectionFailure.Unreachable, InspectionFailure.Refused);
    }

    [Test]
    public void A_login_or_a_database_that_is_not_there_is_named()
    {
        using var database = InspectedServer.CreateDatabase();
        var url = InspectedServer.Url(database, "nobody", Secret);

        Fails(url, InspectionFailure.Refused).Should().Contain($"refuses the login of `nobody` to database `{database.Name}`").And.Contain("role \"nobody\" does not exist");
        Fails(InspectedServer.Url(database, InspectedServer.Plain, Secret).Replace(database.Name, "nowhere", StringComparison.Ordinal), InspectionFailure.Refused)
            .Should().StartWith("there is no database `nowhere` at ").And.EndWith($"(login `{InspectedServer.Plain}`)");
        database.Execute($"revoke connect on database {database.Name} from public");
        Fails(InspectedServer.Url(database, InspectedServer.Plain, Secret), InspectionFailure.Refused).Should().Contain($"may not connect to database `{database.Name}`");
    }

    [Test]
    public void A_wrong_password_is_not_shown()
    {
        using var database = InspectedServer.CreateDatabase("create role guarded login password 'right'");
        var file = Path.Combine(InspectedServer.Cluster.Folder, "data", "pg_hba.conf");
        var lines = File.ReadAllText(file);
        try
        {
            File.WriteAllText(file, "local all guarded scram-sha-256\nhost all guarded all scram-sha-256\n" + lines);
            database.Query<bool>("select pg_reload_conf()");
            Thread.Sleep(200);

            Fails(InspectedServer.Url(database, "guarded", Secret), InspectionFailure.Refused).Should().EndWith($"refuses the login of `guarded` to database `{database.Name}`: wrong password");
            Fails(InspectedServer.Url(database, "guarded"), InspectionFailure.Refused).Should().EndWith("asks for a password of `guarded`, and the connection URL has none");
            DatabaseInspector.Inspect(ConnectionUrl.Parse(InspectedServer.Url(database, "guarded", "right")), new InspectionOptions(), null, CancellationToken.None).Server.Role.Should().Be("guarded");
        }
        finally
        {
            File.WriteAllText(file, lines);
            database.Execute("drop role guarded");
            database.Query<bool>("select pg_reload_conf()");
        }
    }

    [Test]
    public void The_second_of_two_hosts_will_do()
    {
        using var database = InspectedServer.CreateDatabase();
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        if (OperatingSystem.IsWindows())
            return;

        var url = ConnectionUrl.Parse($"postgresql://{PostgreSqlCluster.User}@%2Fnowhere,{Uri.EscapeDataString(settings.Host ?? "")}:{settings.Port}/{database.Name}");

        DatabaseInspector.Inspect(url, new InspectionOptions(), null, CancellationToken.None).Server.Role.Should().Be(PostgreSqlCluster.User);
    }

    private static string Fails(string text, params InspectionFailure[] kinds)
    {
        var failure = FluentActions.Invoking(() => DatabaseInspector.Inspect(ConnectionUrl.Parse(text), new InspectionOptions(), null, CancellationToken.None))
            .Should().Throw<InspectionException>().Which;
        failure.Kind.Should().BeOneOf(kinds);
        failure.ToString().Should().NotContain(Secret);
        return failure.Message;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
