using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database.Testing;
using PrismaLint.Planning;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Inputs;

namespace PrismaLint.Database.Tests.Planning;

/// <summary>The queries of the performance section, on a server that counts statements and on databases that do not.</summary>
public sealed class MonitoringTests
{
    private const string Schema = """
        datasource db {
          provider = "postgresql"
        }

        model Parent {
          id       Int     @id @default(autoincrement())
          children Child[]
        }

        model Child {
          id       Int    @id @default(autoincrement())
          parentId Int
          clicks   Int    @default(0)
          parent   Parent @relation(fields: [parentId], references: [id], onDelete: Cascade)
        }
        """;

    private const string Tables = """
        CREATE TABLE "Parent" (id serial PRIMARY KEY);
        CREATE TABLE "Child" (id serial PRIMARY KEY, "parentId" int NOT NULL REFERENCES "Parent" ON DELETE CASCADE, clicks int NOT NULL DEFAULT 0);
        """;

    private PostgreSqlCluster? _cluster;

    private PostgreSqlCluster Cluster => _cluster ??= PostgreSqlCluster.Start(new PostgreSqlClusterOptions
    {
        Settings = new Dictionary<string, string> { ["shared_preload_libraries"] = "pg_stat_statements" },
    });

    [OneTimeTearDown]
    public void Stop() => _cluster?.Dispose();

    [Test]
    public void All_queries_run_with_and_without_the_extension()
    {
        using var database = Cluster.CreateDatabase();
        database.Execute(Tables);
        foreach (var sql in Queries())
            database.Execute(sql);

        database.Execute("CREATE SCHEMA \"Odd place\"; CREATE EXTENSION pg_stat_statements SCHEMA \"Odd place\"");
        foreach (var sql in Queries())
            database.Execute(sql);
    }

    [Test]
    public void Statements_are_listed_where_the_server_counts_them()
    {
        var statements = Queries().First(sql => sql.Contains("pg_stat_statements"));
        using var database = Cluster.CreateDatabase();
        Count(database, statements).Should().Be(0);

        database.Execute("CREATE EXTENSION pg_stat_statements");
        database.Execute("SELECT 1");
        Count(database, statements).Should().BePositive();
    }

    [Test]
    public void An_extension_that_is_not_loaded_gives_no_row()
    {
        using var database = DatabaseServer.CreateDatabase();
        database.Execute("CREATE EXTENSION pg_stat_statements");

        Count(database, Queries().First(sql => sql.Contains("pg_stat_statements"))).Should().Be(0);
    }

    private static long Count(TestDatabase database, string sql) => database.Query<long>($"SELECT count(*) FROM ({sql.TrimEnd(';')}) AS found").Single();

    private static string[] Queries()
    {
        var inputs = PlanInputs.None with { Replicas = 1, StalenessSeconds = 1, RecoveryPointMinutes = 5 };
        var plan = Planner.Create(new PlanRequest(SchemaSource.FromText("schema.prisma", Schema)) { Inputs = inputs, Sections = [5] });
        return [.. plan.Document?.Statements().Where(pair => pair.Sql.Role == SqlRole.Monitoring).Select(pair => pair.Sql.Text) ?? []];
    }
}
