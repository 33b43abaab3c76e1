using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using FluentAssertions;
using Npgsql;
using NUnit.Framework;
using PrismaLint.Database.Testing;

namespace PrismaLint.Cli.Tests;

/// <summary><c>inspect</c> against a real server.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class InspectTests : IDisposable
{
    private const string Password = "s3cr3t-w0rd";

    private const string Schema = """
        datasource db {
          provider = "postgresql"
          url      = env("SHOP_URL")
        }

        model User {
          id    Int    @id @default(autoincrement())
          email String
          posts Post[]

          @@index([email])
        }

        model Post {
          id       Int  @id @default(autoincrement())
          authorId Int
          author   User @relation(fields: [authorId], references: [id])
        }

        """;

    private const string Sql = """
        CREATE TABLE "User" (id serial PRIMARY KEY, email text NOT NULL);
        CREATE INDEX "User_email_idx" ON "User" (email);
        CREATE TABLE "Post" (id serial PRIMARY KEY, "authorId" integer NOT NULL, CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" (id) ON DELETE RESTRICT ON UPDATE CASCADE);
        UPDATE pg_index SET indisvalid = false WHERE indexrelid = '"User_email_idx"'::regclass;
        CREATE SCHEMA other;
        CREATE TABLE other.thing (id integer PRIMARY KEY);
        """;

    private readonly Tool _tool = new();
    private readonly TestDatabase _database = DatabaseServer.CreateDatabase();

    public InspectTests()
    {
        _database.Execute(Sql);
        _tool.Write("schema.prisma", Schema);
    }

    public void Dispose()
    {
        _tool.Dispose();
        _database.Dispose();
    }

    [Test]
    public void Schema_and_database_are_judged_together()
    {
        var result = Inspect();
        result.ExitCode.Should().Be(1, result.Error);
        var sections = result.Output.Split("Database (schema.prisma)\n");
        sections.Should().HaveCount(2);
        // What the database shows with figures is not said a second time by the schema alone.
        sections[0].Should().BeEmpty();
        sections[1].Should().Contain("11:3 error `User_email_idx` on `public.User` is invalid").And.Contain("PL8002").And.NotContain("PL3001");
        result.Error.Should().Contain("\nPostgreSQL ").And.Contain(", 2 tables in `public`, ");
    }

    [Test]
    public void What_was_saved_gives_the_same_bytes_without_the_server()
    {
        var live = Inspect("--save", "db.json", "--format", "json");
        live.ExitCode.Should().Be(1, live.Error);
        var saved = _tool.Run("check", "schema.prisma", "--snapshot", "db.json", "--format", "json");
        saved.ExitCode.Should().Be(1);
        saved.Output.Should().Be(live.Output);
        using var json = JsonDocument.Parse(live.Output);
        json.RootElement.GetProperty("diagnostics").EnumerateArray().Select(found => found.GetProperty("id").GetString()).Should().Contain("PL8002").And.Contain("PL8005");

        var file = _tool.Read("db.json");
        file.Should().NotContain(Password).And.NotContain(Host).And.NotContain("postgresql://");
        Inspect("--save", "again.json").ExitCode.Should().Be(1);
        Stable(_tool.Read("again.json")).Should().Be(Stable(file), "two runs differ in what changes by itself alone");

        static string Stable(string text) => text[..text.IndexOf("\"volatile\"", StringComparison.Ordinal)];
    }

    [Test]
    public void The_URL_comes_from_the_variable_that_the_schema_names_or_a_file()
    {
        RunWith("SHOP_URL", Url(), "inspect").ExitCode.Should().Be(1);
        RunWith("DATABASE_URL", Url(), "inspect").ExitCode.Should().Be(1);
        RunWith("ELSEWHERE", Url(), "inspect", "--url-env", "ELSEWHERE").ExitCode.Should().Be(1);
        _tool.Write(".env", $"SHOP_URL=\"{Url()}\"\n");
        _tool.Run("inspect", "--env-file", ".env").ExitCode.Should().Be(1);
        var unasked = _tool.Run("inspect");
        unasked.ExitCode.Should().Be(2);
        unasked.Error.Should().Contain("SHOP_URL").And.Contain("--env-file");
    }

    [Test]
    public void Other_schemas_are_looked_at_where_they_are_named()
    {
        Saved().GetProperty("schemas").EnumerateArray().Select(name => name.GetString()).Should().Equal("public");
        Saved("--schema", "other", "--schema", "public").GetProperty("schemas").EnumerateArray().Select(name => name.GetString()).Should().Equal("other", "public");
        _tool.Write("schema.prisma", Schema.Replace("provider = \"postgresql\"", "provider = \"postgresql\"\n  schemas = [\"other\"]", StringComparison.Ordinal));
        Saved().GetProperty("schemas").EnumerateArray().Select(name => name.GetString()).Should().Equal("other");
    }

    [Test]
    public void Names_of_roles_and_statements_can_be_left_out()
    {
        Inspect("--save", "db.json", "--no-roles", "--no-statements");
        _tool.Read("db.json").Should().NotContain($"\"{PostgreSqlCluster.User}\"").And.Contain("\"statements\": {\"kind\": \"notAsked\"}");
    }

    [TestCase("postgresql://u:{0}@127.0.0.1:1/shop", 3, "Cannot connect to 127.0.0.1:1 (connection refused)")]
    [TestCase("postgresql://u:{0}@no-such-host.invalid/shop", 3, "Cannot connect to no-such-host.invalid:5432 (host not found)")]
    [TestCase("postgresql://nobody:{0}@localhost/{1}?host={2}", 3, "refuses the login of `nobody` to database `")]
    [TestCase("postgresql://prismalint:{0}@localhost/elsewhere?host={2}", 3, "There is no database `elsewhere` at ")]
    [TestCase("postgresql://u:{0}@127.0.0.1:1/shop?sslrootcert=none.pem&sslmode=verify-full", 3, "127.0.0.1:1")]
    [TestCase("postgresql://u:{0}#x@127.0.0.1/shop", 2, "ercent-encode the password")]
    [TestCase("postgresql://u:{0}@127.0.0.1:port/shop", 2, "The port of the connection URL is not a number")]
    [TestCase("mysql://u:{0}@127.0.0.1/shop", 2, "MySQL")]
    [TestCase("prisma://accelerate.invalid/?api_key={0}", 2, "give the direct URL")]
    [TestCase("Host=127.0.0.1;Port=1;Username=u;Password={0}", 3, "127.0.0.1:1")]
    [TestCase("Host=127.0.0.1;Pass word={0}", 2, "neither a URL")]
    [TestCase("{0}", 2, "no connection URL")]
    public void What_keeps_it_from_a_database_is_one_line_without_the_password(string url, int exitCode, string expected)
    {
        foreach (var format in new[] { "text", "json", "sarif" })
        {
            var given = string.Format(System.Globalization.CultureInfo.InvariantCulture, url, Password, _database.Name, Host);
            var result = RunWith("DATABASE_URL", given, "inspect", "--format", format, "--save", "db.json");
            result.ExitCode.Should().Be(exitCode, result.Error);
            result.Error.Split('\n').Where(line => line.StartsWith("prismalint: error: ", StringComparison.Ordinal)).Should().ContainSingle().Which.Should().Contain(expected);
            (result.Output + result.Error).Should().NotContain(Password).And.NotContain("   at ");
            if (exitCode == 3)
                result.Output.Should().Contain("PL3001", "the schema is checked still");
            System.IO.File.Exists(_tool.PathOf("db.json")).Should().BeFalse();
        }
    }

    [Test]
    public void A_wrong_password_is_named_and_not_shown()
    {
        _database.Execute("CREATE ROLE careful LOGIN PASSWORD 'right'");
        try
        {
            // The server trusts whoever comes, but for this one.
            _database.Execute("""
                DO $$ DECLARE rules text := pg_read_file(current_setting('hba_file')); BEGIN
                  EXECUTE format('COPY (SELECT ''local all careful scram-sha-256'' UNION ALL SELECT regexp_split_to_table(%L, ''\n'')) TO %L', rules, current_setting('hba_file'));
                END $$;
                """);
            _database.Query<bool>("SELECT pg_reload_conf()");
            System.Threading.SpinWait.SpinUntil(() => _database.Query<long>("SELECT count(*) FROM pg_hba_file_rules WHERE auth_method = 'scram-sha-256'")[0] > 0, 5000);
            var result = RunWith("DATABASE_URL", Url("careful"), "inspect");
            result.ExitCode.Should().Be(3, result.Error);
            result.Error.Should().Contain("refuses the login of `careful` to database `").And.Contain("wrong password");
            (result.Output + result.Error).Should().NotContain(Password);
        }
        finally
        {
            _database.Execute("DROP ROLE careful");
        }
    }

    [Test]
    public void A_role_without_rights_sees_what_it_may_and_the_run_says_what_it_did_not_judge()
    {
        _database.Execute("CREATE ROLE plain LOGIN");
        try
        {
            var url = Url("plain");
            var result = RunWith("DATABASE_URL", url, "inspect", "--format", "json", "--save", "db.json");
            result.ExitCode.Should().Be(1, result.Error);
            _tool.Read("db.json").Should().Contain("\"kind\": \"denied\"");
            using var json = JsonDocument.Parse(result.Output);
            json.RootElement.GetProperty("diagnostics").EnumerateArray().Select(found => found.GetProperty("id").GetString()).Should().Contain("PL8005");
            var isComplete = json.RootElement.GetProperty("notJudged").GetArrayLength() == 0;
            RunWith("DATABASE_URL", url, "inspect", "--require-complete").ExitCode.Should().Be(isComplete ? 1 : 4);
        }
        finally
        {
            _database.Execute("DROP ROLE plain");
        }
    }

    [Test]
    public void A_table_that_another_session_holds_is_left_out_and_the_run_goes_on()
    {
        using var other = new NpgsqlConnection(_database.ConnectionString);
        other.Open();
        using var command = new NpgsqlCommand("BEGIN; LOCK TABLE \"Post\" IN ACCESS EXCLUSIVE MODE", other);
        command.ExecuteNonQuery();
        var result = Inspect("--require-complete");
        result.ExitCode.Should().Be(4, result.Error);
        result.Error.Should().Contain("holds them locked: `").And.Contain("Post");
        result.Output.Should().Contain("PL8005");
    }

    [Test]
    public void The_SQL_of_a_role_needs_no_server()
    {
        var result = _tool.Run("inspect", "--print-role-sql");
        result.ExitCode.Should().Be(0, result.Error);
        result.Output.Should().Contain("grant pg_monitor to prismalint_ro;").And.Contain("in schema public to prismalint_ro");
        result.Error.Should().BeEmpty();
        RunWith("DATABASE_URL", $"postgresql://u:{Password}@127.0.0.1:1/shop?schema=sales", "inspect", "--print-role-sql").Output
            .Should().Contain("grant connect on database shop to prismalint_ro;").And.Contain("in schema sales to prismalint_ro").And.NotContain(Password);
    }

    [Test]
    public void Options_of_the_run_beat_the_configuration()
    {
        Inspect("--min-days", "0", "--instances", "3", "--app-role", "shop").ExitCode.Should().Be(1);
        Inspect("--min-days", "-1").ExitCode.Should().Be(2);
        Inspect("--instances", "many").ExitCode.Should().Be(2);
        Inspect("--app-role", "").ExitCode.Should().Be(2);
        var both = _tool.Run("inspect", "--url", Url(), "--url-env", "X");
        both.ExitCode.Should().Be(2);
        both.Error.Should().Contain("one of the two");
    }

    [Test]
    public void Without_a_schema_for_PostgreSQL_there_is_nothing_to_inspect()
    {
        _tool.Write("schema.prisma", "datasource db {\n  provider = \"sqlite\"\n}\n");
        var result = Inspect();
        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("None of the schemas is for PostgreSQL");
    }

    private static string Host => new NpgsqlConnectionStringBuilder(DatabaseServer.Cluster.ConnectionString("postgres")).Host ?? "";

    private string Url(string user = PostgreSqlCluster.User)
    {
        var settings = new NpgsqlConnectionStringBuilder(_database.ConnectionString);
        return FormattableString.Invariant($"postgresql://{user}:{Password}@localhost:{settings.Port}/{_database.Name}?host={Uri.EscapeDataString(Host)}");
    }

    private ToolResult Inspect(params string[] options) => RunWith("DATABASE_URL", Url(), ["inspect", "schema.prisma", .. options]);

    private ToolResult RunWith(string variable, string value, params string[] arguments) =>
        _tool.Run("", new Dictionary<string, string> { [variable] = value }, arguments);

    private JsonElement Saved(params string[] options)
    {
        Inspect(["--save", "db.json", .. options]).ExitCode.Should().BeLessThan(2);
        using var json = JsonDocument.Parse(_tool.Read("db.json"));
        return json.RootElement.Clone();
    }
}
