using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Relations;
using PrismaLint.Rules.Shared;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Relations;

public sealed class CompositeKeyPartiallyNullableRuleTests : RuleTests<CompositeKeyPartiallyNullableRule>
{
    private static string Schema(string orgId, string number, string field = "[|unit|]") => $$"""
        model Unit {
          orgId  Int
          number Int
          people Person[]

          @@id([orgId, number])
        }

        model Person {
          id     Int   @id
          orgId  {{orgId}}
          number {{number}}
          {{field}}   Unit? @relation(fields: [orgId, number], references: [orgId, number])
        }
        """;

    [Test]
    public void Reports_the_relation_over_half_a_key() =>
        Lint(Schema("Int", "Int?"))
            .Should().Report("The foreign key of `Person.unit` goes unchecked once `number` is null, whatever stands in `orgId`").And.OfferNoFix();

    [TestCase("Int", "Int")]
    [TestCase("Int?", "Int?")]
    [TestCase("Int", "Int?\n  = 7")]
    public void Accepts_all_or_none_and_passes_over_a_broken_neighbour(string orgId, string number) =>
        Lint(Schema(orgId, number, "unit")).Should().ReportNothing();

    [Test]
    public void Accepts_the_tenant_beside_one_optional_column()
    {
        Lint(Schema("Int", "Int?", "unit"), (Tenancy.TenantColumn, "org_id")).Should().ReportNothing();
        Lint(Schema("Int?", "Int"), (Tenancy.TenantColumn, "orgId")).ReportAtTheMarks();
        Lint(Schema("Int", "Int?"), (Tenancy.TenantColumn, "tenantId")).ReportAtTheMarks();
    }

    [Test]
    public void Says_nothing_without_constraints() =>
        Lint("datasource db {\n  provider = \"mysql\"\n  url = env(\"U\")\n  relationMode = \"prisma\"\n}\n\n" + Schema("Int", "Int?", "unit")).Should().ReportNothing();

    [Test]
    public void Speaks_for_each_database_with_constraints() => Lint(Schema("Int", "Int?"), Provider.SqlServer).ReportAtTheMarks();
}
