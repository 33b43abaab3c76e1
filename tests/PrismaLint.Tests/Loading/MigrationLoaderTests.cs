using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Loading;
using PrismaLint.Migrations;

namespace PrismaLint.Tests.Loading;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MigrationLoaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestCase("prisma/schema.prisma")]
    [TestCase("prisma")]
    public void Reads_the_migrations_beside_the_schema(string schema)
    {
        _folder.With("prisma/schema.prisma", Datasource).With("prisma/migrations/2_b/migration.sql", "SELECT 1;\n").With("prisma/migrations/1_a/migration.sql", "a\r\nb\n").With("prisma/migrations/3_c/notes.md", "").With("prisma/migrations/migration_lock.toml", "");

        var found = Load(schema) ?? throw new InvalidOperationException("no migrations");

        found.Folder.Should().Be("prisma/migrations");
        found.Files.Select(file => file.Name).Should().Equal("1_a", "2_b");
        found.Files.Select(file => file.IsNew).Should().Equal(false, true);
        found.EmptyFolders.Should().Equal("3_c");
        found.Lock.Should().NotBeNull();
        found.Files[0].Checksums.Should().Contain([Hash("a\r\nb\n"), Hash("a\nb\n"), Hash("a\r\nb\r\n")]);
    }

    [Test]
    public void Finds_them_above_a_folder_of_schema_files()
    {
        _folder.With("prisma/schema/a.prisma", Datasource).With("prisma/migrations/1_a/migration.sql", "");

        Load("prisma/schema").Should().NotBeNull();
    }

    [Test]
    public void Says_that_there_are_none()
    {
        _folder.With("schema.prisma", Datasource);

        Load("schema.prisma").Should().BeNull();
    }

    private const string Datasource = "datasource db {\n  provider = \"postgresql\"\n}\n";

    private MigrationHistory? Load(string path) => SchemaLoader.Load([path], _folder.Path).Schemas.Single().Migrations;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
