using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FluentAssertions;
using Npgsql;
using NUnit.Framework;
using PrismaLint.Database.Testing;

namespace PrismaLint.Database.Tests;

public sealed class PostgreSqlClusterTests
{
    [Test]
    public void A_cluster_is_gone_once_it_is_disposed_of()
    {
        string folder, connection;
        using (var cluster = PostgreSqlCluster.Start())
        {
            (folder, connection) = (cluster.Folder, cluster.ConnectionString("postgres"));
            Directory.Exists(folder).Should().BeTrue();
            // Left open, as a test does that fails.
            new NpgsqlConnection(connection).Open();
        }
        Directory.Exists(folder).Should().BeFalse();
        FluentActions.Invoking(() => new NpgsqlConnection(connection).Open()).Should().Throw<NpgsqlException>();
    }

    [Test]
    public void A_cluster_takes_settings()
    {
        using var cluster = PostgreSqlCluster.Start(new PostgreSqlClusterOptions { Settings = new Dictionary<string, string> { ["max_connections"] = "7" } });
        using var database = cluster.CreateDatabase();
        database.Query<string>("SELECT setting FROM pg_settings WHERE name = 'max_connections'").Should().Equal("7");
    }

    [Test]
    public void A_setting_that_the_server_refuses_is_told()
    {
        FluentActions.Invoking(() => PostgreSqlCluster.Start(new PostgreSqlClusterOptions { Settings = new Dictionary<string, string> { ["no_such"] = "1" } }))
            .Should().Throw<InvalidOperationException>().WithMessage("*no_such*");
    }

    [Test]
    public void Databases_know_nothing_of_each_other()
    {
        using TestDatabase one = DatabaseServer.CreateDatabase(), other = DatabaseServer.CreateDatabase();
        one.Execute("CREATE TABLE t (id int)");
        other.Query<string>("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'").Should().BeEmpty();
    }

    [Test]
    public void A_database_is_dropped_whoever_is_still_connected()
    {
        string name;
        using (var database = DatabaseServer.CreateDatabase())
        {
            name = database.Name;
            new NpgsqlConnection(database.ConnectionString).Open();
        }
        using var other = DatabaseServer.CreateDatabase();
        other.Query<string>("SELECT datname::text FROM pg_database").Should().NotContain(name);
    }

    [Test]
    public void A_version_that_cannot_be_had_is_told_in_one_sentence()
    {
        PostgreSqlInstallation.FindAll().Should().NotBeEmpty();
        new PostgreSqlMissingException(99, "installing needs root").Message.Should()
            .StartWith("No server of PostgreSQL 99 was found (installing needs root): install one (`apt-get install postgresql`").And.NotContain("\n");
    }

    [Test]
    public void The_newest_version_comes_first() =>
        PostgreSqlInstallation.FindAll().Select(found => found.Version).Should().BeInDescendingOrder().And.OnlyContain(version => version.Major >= 9);
}
