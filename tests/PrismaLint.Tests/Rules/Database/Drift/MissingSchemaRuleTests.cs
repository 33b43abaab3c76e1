using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Drift;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Drift;

public sealed class MissingSchemaRuleTests : LiveRuleTests<MissingSchemaRule>
{
    private const string Schema = """
        datasource db {
          provider = "postgresql"
          schemas  = ["public", [|"audit"|], "spare"]
        }

        model User {
          id Int @id

          @@schema("public")
        }

        model Event {
          id Int @id

          @@schema("audit")
        }
        """;

    private static string Unmarked => Schema.Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal);

    [Test]
    public void Reports_a_schema_that_is_not_there() =>
        Lint(Schema, database => database.Row(EvidenceSource.Namespaces, ("name", "public")))
        .Should().Report("the database has no schema `audit`: every query of `Event` fails. `CREATE SCHEMA \"audit\"`");

    [Test]
    public void Says_of_a_schema_that_was_not_inspected_that_it_is_not_judged()
    {
        Lint(Unmarked, database => database.Row(EvidenceSource.Namespaces, ("name", "public")).Row(EvidenceSource.Namespaces, ("name", "audit"))).Should().ReportNothing();

        NotJudged.Should().Equal("drift: the schema `audit` was not inspected");
    }

    [Test]
    public void Says_that_nothing_is_known_without_the_schemas()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Namespaces)).Should().ReportNothing();

        NotJudged.Should().Equal("missing-schema: the role may not read namespaces");
    }
}
