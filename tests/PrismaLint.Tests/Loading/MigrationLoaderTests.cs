using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Loading;

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
        _folder.With("prisma/schema.prisma", "").With("prisma/migrations/2_b/migration.sql", "SELECT 1;\n").With("prisma/migrations/1_a/migration.sql", "a\r\nb\n").With("prisma/migrations/3_c/notes.md", "").With("prisma/migrations/migration_lock.toml", "");

        var found = MigrationLoader.Load(schema, _folder.Path) ?? [];

        found.Select(file => file.Name).Should().Equal("1_a", "2_b");
        found[0].Checksums.Should().BeEquivalentTo(Hash("a\r\nb\n"), Hash("a\nb\n"), Hash("a\r\nb\r\n"));
        found[1].Checksums.Should().BeEquivalentTo(Hash("SELECT 1;\n"), Hash("SELECT 1;\r\n"));
    }

    [Test]
    public void Finds_them_above_a_folder_of_schema_files()
    {
        _folder.With("prisma/schema/a.prisma", "").With("prisma/migrations/1_a/migration.sql", "");

        MigrationLoader.Load("prisma/schema", _folder.Path).Should().ContainSingle();
    }

    [Test]
    public void Says_that_there_are_none()
    {
        _folder.With("schema.prisma", "");

        MigrationLoader.Load("schema.prisma", _folder.Path).Should().BeNull();
        MigrationLoader.Load("gone.prisma", _folder.Path).Should().BeNull();
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
