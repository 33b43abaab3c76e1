using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning;
using PrismaLint.Planning.Document;
using PrismaLint.Reporting.Plans;

namespace PrismaLint.Tests.Planning.Sections;

/// <summary>Section 7, and the changes that fixes of findings ask for.</summary>
public sealed class MigrationPlanTests
{
    private const string Datasource = "datasource db {\n  provider = \"postgresql\"\n}\n";

    private const string Shop = Datasource + """
        model Customer {
          id     Int     @id
          orders Order[]
        }

        model Order {
          id         Int      @id
          customerId Int
          referrerId Int?
          customer   Customer @relation(fields: [customerId], references: [id])
          referrer   Customer? @relation("Referrer", fields: [referrerId], references: [id])
        }
        """;

    private const string Moments = Datasource + """
        model Event {
          id    Int       @id
          a     DateTime  @db.Timestamptz(6)
          b     DateTime  @db.Timestamptz(6)
          c     DateTime  @db.Timestamptz(6)
          d     DateTime  @db.Timestamptz(6)
          e     DateTime  @db.Timestamptz(6)
          plain DateTime?
          found DateTime?

          @@index([found])
        }

        model Place {
          id Int @id
          f  DateTime @db.Timestamptz(6)
          g  DateTime @db.Timestamptz(6)
          h  DateTime @db.Timestamptz(6)
        }
        """;

    [Test]
    public void Indexes_of_a_table_are_one_step_with_one_verification()
    {
        var change = Changes(Shop.Replace("orders Order[]", "orders Order[]\n  referred Order[] @relation(\"Referrer\")")).Single(change => change.Kind == PlanChangeKind.Index);

        change.Subject.Should().Be("Order");
        change.RuleIds.Should().Equal("PL3001");
        var step = change.Steps.Should().ContainSingle().Subject;
        step.Sql.Should().Be("CREATE INDEX CONCURRENTLY \"Order_customerId_idx\" ON \"Order\" (\"customerId\");\nCREATE INDEX CONCURRENTLY \"Order_referrerId_idx\" ON \"Order\" (\"referrerId\");");
        step.Lock.Should().Be("SHARE UPDATE EXCLUSIVE on Order: neither reads nor writes wait while the index is built");
        step.Verification.Should().Contain("to_regclass").And.Contain("Order_referrerId_idx");
        step.Expected.Should().Be("no row");
        step.Rollback.Should().Be("DROP INDEX CONCURRENTLY \"Order_referrerId_idx\";\nDROP INDEX CONCURRENTLY \"Order_customerId_idx\";");
    }

    [Test]
    public void An_index_that_another_fix_makes_needful_names_the_rule_that_asks_for_it()
    {
        // The partial unique of PL5001 no longer serves the foreign key.
        const string Tenants = Datasource + """
            generator client {
              provider        = "prisma-client"
              output          = "client"
              previewFeatures = ["partialIndexes"]
            }

            model Tenant {
              id    Int    @id
              users User[]
            }

            model User {
              id        Int       @id
              tenantId  Int
              email     String
              deletedAt DateTime? @db.Timestamptz(6)
              tenant    Tenant    @relation(fields: [tenantId], references: [id])

              @@unique([tenantId, email])
            }
            """;
        var indexes = Changes(Tenants).Where(change => change is { Kind: PlanChangeKind.Index, Subject: "User" }).ToArray();

        indexes.Should().HaveCount(2);
        indexes.Single(change => change.RuleIds.Contains("PL3001")).RuleIds.Should().Equal("PL3001");
        indexes.Single(change => change.RuleIds.Contains("PL5001")).RuleIds.Should().Equal("PL5001");
    }

    [Test]
    public void A_moment_without_index_gets_its_zone_in_place()
    {
        var step = Changes(Moments).Single(change => change.Title.Contains("plain")).Steps.Single(step => step.Sql is not null);

        step.Sql.Should().Be("BEGIN;\nSET LOCAL lock_timeout = '2s';\nSET LOCAL TimeZone = 'UTC';\nALTER TABLE \"Event\" ALTER COLUMN \"plain\" SET DATA TYPE TIMESTAMPTZ(6);\nCOMMIT;");
        step.Rollback.Should().Contain("SET DATA TYPE TIMESTAMP(3)").And.Contain("'UTC'");
        step.RollbackNote.Should().Contain("rounds");
        step.Expected.Should().Be("timestamp(6) with time zone");
    }

    [Test]
    public void A_moment_in_an_index_gets_a_second_column_and_no_deployment()
    {
        var steps = Changes(Moments).Single(change => change.Title.Contains("found")).Steps;

        steps.Should().NotContain(step => step.Kind == MigrationStepKind.Deploy);
        steps.Where(step => step.Sql is not null).Should().OnlyContain(step => step.Rollback != null || step.RollbackNote != null);
        steps[^1].Sql.Should().Contain("DROP COLUMN \"found_old\"");
        steps[^1].Rollback.Should().Contain("ADD COLUMN \"found_old\" TIMESTAMP(3)");
    }

    [Test]
    public void No_step_leaves_a_place_in_its_SQL() =>
        Changes(Shop).Concat(Changes(Moments)).SelectMany(change => change.Steps).Should().NotContain(step => step.Sql != null && step.Sql.Contains('…'));

    [Test]
    public void A_schema_without_findings_has_nothing_to_migrate_but_what_it_was_told()
    {
        var plan = Write(Datasource + "model A {\n  id Int @id\n}\n", 7);

        plan.Should().NotContain("New indexes");
        plan.Should().Contain("No database was looked at");
    }

    [Test]
    public void Another_database_gets_steps_in_words()
    {
        var plan = Write(Shop.Replace("postgresql", "mysql").Replace("orders Order[]", "orders Order[]\n  referred Order[] @relation(\"Referrer\")"), 7);

        plan.Should().Contain("Locks, statements and ways back are known here for PostgreSQL").And.NotContain("```sql");
    }

    [Test]
    public void A_default_that_names_other_columns_is_a_generated_column()
    {
        var schema = Datasource + """
            model Batting {
              id   Int  @id
              h    Int
              bb   Int
              base Int? @default(dbgenerated("(h + bb)"))
              key  String @default(dbgenerated("gen_random_uuid()"))
            }
            """;

        Write(schema, 7).Should().Contain("the defaults of `Batting.base` name other columns");
        Write(schema, 3).Should().Contain("1 field with a `dbgenerated` default that names other columns: `Batting.base`");
    }

    private static IReadOnlyList<PlanChange> Changes(string schema) => Planner.CreateContext(new PlanRequest(SchemaSource.FromText("schema.prisma", schema))).Changes;

    internal static string Write(string schema, int section)
    {
        var result = Planner.Create(new PlanRequest(SchemaSource.FromText("schema.prisma", schema)) { Sections = [section] });
        return PlanMarkdown.Write(result.Document ?? throw new System.InvalidOperationException(string.Join("\n", result.Errors)));
    }
}
