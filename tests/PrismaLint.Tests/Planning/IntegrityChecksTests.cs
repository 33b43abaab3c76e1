using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Facts.Integrity;
using PrismaLint.Planning.Inputs;

namespace PrismaLint.Tests.Planning;

public sealed class IntegrityChecksTests
{
    private const string Tenants = """
        model Account {
          id    Int    @id
          teams Team[]
          games Game[]
        }

        model Team {
          id        Int     @id
          accountId Int
          account   Account @relation(fields: [accountId], references: [id])
          games     Game[]
        }

        model Game {
          id        Int     @id
          accountId Int
          teamId    Int
          account   Account @relation(fields: [accountId], references: [id])
          team      Team    @relation(fields: [teamId], references: [id])
        }
        """;

    [Test]
    public void A_row_and_its_parent_belong_to_one_tenant()
    {
        var check = Find(Tenants, new PlanInputs { TenantModel = "Account" }).Single(check => check.Group == IntegrityGroup.Tenants);
        check.Caption.Should().Be("Rows of `Game` whose `accountId` differs from `Team.accountId` by way of `teamId`.");
        check.Sql.Should().Be("""
            SELECT c."id", c."accountId" AS tenant, p1."accountId" AS tenant_1
            FROM "Game" AS c
            LEFT JOIN "Team" AS p1 ON p1."id" = c."teamId"
            WHERE c."accountId" <> p1."accountId";
            """.Replace("\r", ""));
    }

    [Test]
    public void Without_tenants_nobody_asks_for_them() =>
        Find(Tenants, new PlanInputs { HasNoTenants = true }).Should().NotContain(check => check.Group == IntegrityGroup.Tenants);

    [Test]
    public void Two_ways_to_one_parent_end_at_one_row() => Find("""
        model Question {
          id      Int      @id
          options Option[]
          answers Answer[]
        }

        model Option {
          id         Int      @id
          questionId Int
          question   Question @relation(fields: [questionId], references: [id])
          answers    Answer[]
        }

        model Answer {
          id         Int      @id
          questionId Int
          optionId   Int
          question   Question @relation(fields: [questionId], references: [id])
          option     Option   @relation(fields: [optionId], references: [id])
        }
        """).Single(check => check.Group == IntegrityGroup.Paths).Caption
        .Should().Be("Rows of `Answer` whose `questionId` differs from the `questionId` of the `Option` in `optionId`.");

    [Test]
    public void Who_wrote_a_row_need_not_have_written_its_parent() => Find("""
        model User {
          id       Int       @id
          posts    Post[]
          comments Comment[]
        }

        model Post {
          id       Int       @id
          userId   Int
          user     User      @relation(fields: [userId], references: [id])
          comments Comment[]
        }

        model Comment {
          id     Int  @id
          userId Int
          postId Int
          user   User @relation(fields: [userId], references: [id])
          post   Post @relation(fields: [postId], references: [id])
        }
        """, new PlanInputs { HasNoTenants = true }).Should().NotContain(check => check.Group == IntegrityGroup.Paths);

    [TestCase("startsAt DateTime\n  endsAt DateTime", "startsAt", "endsAt")]
    [TestCase("validFrom DateTime\n  validTo DateTime", "validFrom", "validTo")]
    [TestCase("minPrice Int\n  maxPrice Int", "minPrice", "maxPrice")]
    public void A_period_does_not_end_before_it_starts(string fields, string start, string end) =>
        Find($"model M {{\n  id Int @id\n  {fields}\n}}\n").Should().Contain(check => check.Caption == $"Rows of `M` whose `{start}` lies behind `{end}`.");

    [TestCase("createdAt DateTime\n  updatedAt DateTime")]
    [TestCase("start Int\n  end Int")]
    [TestCase("fromName String\n  toName String")]
    public void Other_pairs_are_left_alone(string fields) => Find($"model M {{\n  id Int @id\n  {fields}\n}}\n").Should().BeEmpty();

    [Test]
    public void An_address_is_not_there_twice_with_other_capitals() =>
        Find("model M {\n  id Int @id\n  email String @unique\n}\n").Single().Sql.Should().Be("SELECT lower(\"email\"), count(*) FROM \"M\"\nGROUP BY lower(\"email\")\nHAVING count(*) > 1;");

    [Test]
    public void Addresses_that_ignore_case_need_no_check() => Find("model M {\n  id Int @id\n  email String @unique @db.Citext\n}\n").Should().BeEmpty();

    [Test]
    public void Emulated_relations_are_asked_for_orphans() => IntegrityChecks.Find(PlanFixture.Context("""
        model A {
          id Int @id
          b  B[]
        }

        model B {
          id  Int  @id
          aId Int?
          a   A?   @relation(fields: [aId], references: [id])

          @@index([aId])
        }
        """, datasource: "datasource db {\n  provider = \"postgresql\"\n  relationMode = \"prisma\"\n}\n")).Single(check => check.Group == IntegrityGroup.Orphans).Sql
        .Should().Contain("c.\"aId\" IS NOT NULL").And.Contain("NOT EXISTS (SELECT FROM \"A\" AS p WHERE p.\"id\" = c.\"aId\")");

    private static System.Collections.Generic.IReadOnlyList<IntegrityCheck> Find(string models, PlanInputs? inputs = null) => IntegrityChecks.Find(PlanFixture.Context(models, inputs));
}
