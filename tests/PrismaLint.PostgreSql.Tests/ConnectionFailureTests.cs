using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
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
