using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Naming;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Naming;

public sealed class IdentifierTooLongRuleTests : RuleTests<IdentifierTooLongRule>
{
    private static string Letters(int count) => new('a', count);

    [Test]
    public void Reports_names_from_64_bytes_on() =>
        Lint($$"""
            enum Kind {
              A [|@map("{{Letters(64)}}")|]
              B @map("{{Letters(63)}}")
            }

            model User {
              id Int @id
              [|{{Letters(64)}}|] Int
              {{Letters(63)}} Int

              @@map("{{Letters(63)}}")
            }
            """)
        .Should().Report(
            "The name of enum value `Kind.A` in the database has 64 bytes; PostgreSQL allows 63",
            $"The name of field `User.{Letters(64)}` in the database has 64 bytes; PostgreSQL allows 63")
        .And.OfferNoFix();

    [Test]
    public void Counts_bytes_on_postgresql_and_characters_on_sql_server()
    {
        var name = new string('é', 40);
        Lint($"model User {{\n  id Int @id\n\n  [|@@map(\"{name}\")|]\n}}\n").Should().Report("The name of model `User` in the database has 80 bytes; PostgreSQL allows 63");
        Lint($"model User {{\n  id Int @id\n\n  @@map(\"{name}\")\n}}\n", Provider.SqlServer).Should().ReportNothing();
        Lint($"model User {{\n  id Int @id\n\n  [|@@map(\"{Letters(129)}\")|]\n}}\n", Provider.SqlServer)
            .Should().Report("The name of model `User` in the database has 129 characters; SQL Server allows 128");
    }

    [Test]
    public void Accepts_a_long_field_with_a_short_column() =>
        Lint($"model User {{\n  id Int @id\n  {Letters(70)} Int @map(\"short\")\n}}\n").Should().ReportNothing();

    [Test]
    public void Passes_over_a_broken_model_and_databases_without_limit()
    {
        Lint($"model User {{\n  id Int @id\n  = 7\n  {Letters(70)} Int\n}}\n").Should().ReportNothing();
        Lint($"model User {{\n  id Int @id\n  {Letters(70)} Int\n}}\n", Provider.Sqlite).Should().ReportNothing();
    }
}
