using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Migrations;
using PrismaLint.Text;

namespace PrismaLint.Tests.Migrations;

/// <summary>What migrations make decides what the schema leaves open, where no database is at hand.</summary>
public sealed class MigrationEvidenceTests
{
    private const string Schema = """
        datasource db {
          provider = "postgresql"
        }

        model User {
          id        Int       @id
          email     String
          deletedAt DateTime?
          posts     Post[]

          @@unique([email, deletedAt])
        }

        model Post {
          id       Int   @id
          authorId Int?
          author   User? @relation(fields: [authorId], references: [id])
        }

        """;

    private const string Users = "CREATE TABLE \"User\" (\"id\" INTEGER PRIMARY KEY, \"email\" TEXT NOT NULL, \"deletedAt\" TIMESTAMP(3));\nCREATE UNIQUE INDEX \"User_email_deletedAt_key\" ON \"User\"(\"email\", \"deletedAt\");\n";
    private const string Posts = "CREATE TABLE \"Post\" (\"id\" INTEGER PRIMARY KEY, \"authorId\" INTEGER REFERENCES \"User\"(\"id\"));\n";

    [TestCase("", "PL3001 PL5002")]
    [TestCase("CREATE UNIQUE INDEX ON \"User\"(\"email\") WHERE \"deletedAt\" IS NULL;", "PL3001")]
    [TestCase("CREATE UNIQUE INDEX ON \"User\"(\"email\") WHERE \"id\" > 5;", "PL3001 PL5002")]
    [TestCase("CREATE INDEX ON \"Post\"(\"authorId\") WHERE \"authorId\" IS NOT NULL;", "PL5002")]
    [TestCase("CREATE INDEX CONCURRENTLY i ON \"Post\"(\"authorId\") INCLUDE (\"id\");", "PL5002")]
    [TestCase("CREATE INDEX i ON \"Post\"(\"authorId\") INCLUDE (\"id\"); DROP INDEX i;", "PL3001 PL5002")]
    // The schema does not declare it, and Prisma sees it: the next migration drops it.
    [TestCase("CREATE INDEX \"Post_authorId_idx\" ON \"Post\"(\"authorId\");", "PL3001 PL5002")]
    public void An_index_by_hand_counts(string sql, string expected) => Find(Users + Posts + sql).Should().Be(expected);

    [Test]
    public void A_history_that_begins_in_the_middle_decides_nothing() =>
        Find(Users + "CREATE UNIQUE INDEX ON \"User\"(\"email\") WHERE \"deletedAt\" IS NULL;").Should().Be("PL3001 PL5002");

    [Test]
    public void Off_is_off() =>
        Find(Users + Posts + "CREATE UNIQUE INDEX ON \"User\"(\"email\") WHERE \"deletedAt\" IS NULL;", MigrationScope.Off).Should().Be("PL3001 PL5002");

    [Test]
    public void No_rule_of_the_database_runs_on_it() =>
        Lint(Users + Posts, MigrationScope.New).Should().NotContain(id => id.StartsWith("PL8", System.StringComparison.Ordinal));

    private static string Find(string sql, MigrationScope scope = MigrationScope.New) =>
        string.Join(" ", Lint(sql, scope).Where(id => id is "PL3001" or "PL5002").OrderBy(id => id, System.StringComparer.Ordinal));

    private static IEnumerable<string> Lint(string sql, MigrationScope scope)
    {
        var source = SchemaSource.FromText("schema.prisma", Schema) with
        {
            Migrations = new MigrationHistory("migrations", [new MigrationFile("1_a", new SourceText("migrations/1_a/migration.sql", sql))]),
        };
        return Linter.Lint(source, new LintOptions { Migrations = scope }).Diagnostics.Select(diagnostic => diagnostic.Id);
    }
}
