using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Drift;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Drift;

public sealed class MissingExtensionRuleTests : LiveRuleTests<MissingExtensionRule>
{
    private const string Schema = """
        generator client {
          provider        = "prisma-client-js"
          previewFeatures = ["postgresqlExtensions"]
        }

        datasource db {
          provider   = "postgresql"
          extensions = [citext, [|uuid_ossp(map: "uuid-ossp", schema: "ext", version: "1.1")|]]
        }
        """;

    private static string Unmarked => Schema.Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal);

    [Test]
    public void Reports_an_extension_that_is_not_there() =>
        Lint(Schema, database => database.Row(EvidenceSource.Extensions, ("name", "citext"), ("version", "1.6"), ("schema", "public")))
        .Should().Report("the database has no extension `uuid-ossp`: what uses it fails. `CREATE EXTENSION \"uuid-ossp\"`");

    [Test]
    public void Takes_another_schema_or_version_lightly() =>
        Lint(Schema, database =>
        {
            database.Row(EvidenceSource.Extensions, ("name", "citext"), ("version", "1.6"), ("schema", "public"));
            database.Row(EvidenceSource.Extensions, ("name", "uuid-ossp"), ("version", "1.2"), ("schema", "public"));
        }).Should().Report("the extension `uuid-ossp` lies in the schema `public`, not `ext` and has the version 1.2, not 1.1");

    [Test]
    public void Says_that_nothing_is_known_without_the_extensions()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Extensions)).Should().ReportNothing();

        NotJudged.Should().Equal("missing-extension: the role may not read extensions");
    }
}
