using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Inputs;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Tests.Planning.Security;

public sealed class TenantFactsTests
{
    private const string Clubs = """
        model accounts {
          id     BigInt   @id
          teams  teams[]
          league league[]
          season season[]
          people people[]
        }

        model people {
          id               BigInt   @id
          creatoraccountid BigInt
          accounts         accounts @relation(fields: [creatoraccountid], references: [id])
          games            games[]
        }

        model teams {
          id        BigInt   @id
          accountid BigInt
          accounts  accounts @relation(fields: [accountid], references: [id])
          games     games[]
        }

        model league {
          id        BigInt   @id
          accountid BigInt
          accounts  accounts @relation(fields: [accountid], references: [id])
        }

        model season {
          id        BigInt    @id
          accountid BigInt?
          accounts  accounts? @relation(fields: [accountid], references: [id])
        }

        model games {
          id       BigInt  @id
          personid BigInt
          teamid   BigInt
          people   people  @relation(fields: [personid], references: [id])
          teams    teams   @relation(fields: [teamid], references: [id])
          events   event[]
        }

        model event {
          id     BigInt @id
          gameid BigInt
          games  games  @relation(fields: [gameid], references: [id])
        }

        model country {
          code String @id
        }
        """;

    private const string Blog = """
        model User {
          id       Int       @id
          posts    Post[]
          comments Comment[]
          likes    Like[]
        }

        model Post {
          id     Int  @id
          userId Int
          user   User @relation(fields: [userId], references: [id])
        }

        model Comment {
          id     Int  @id
          userId Int
          user   User @relation(fields: [userId], references: [id])
        }

        model Like {
          id     Int  @id
          userId Int
          user   User @relation(fields: [userId], references: [id])
        }
        """;

    [Test]
    public void A_model_named_for_tenants_that_most_others_lead_to_is_proposed()
    {
        var tenants = new PlanCase(Clubs).Context().Tenants;
        tenants.Status.Should().Be(TenantStatus.Proposed);
        tenants.Tenant?.Name.Should().Be("accounts");
        tenants.Key?.DisplayName.Should().Be("accounts.id");
        tenants.ColumnName.Should().Be("accountid");
        Names(tenants, TenantScope.Direct).Should().Equal("people", "teams", "league", "season");
        Names(tenants, TenantScope.ViaParent).Should().Equal("games", "event");
        Names(tenants, TenantScope.None).Should().Equal("country");
    }

    [Test]
    public void People_are_no_tenants() => new PlanCase(Blog).Context().Tenants.Status.Should().Be(TenantStatus.Unknown);

    [Test]
    public void What_is_told_is_not_proposed() =>
        new PlanCase(Blog) { Inputs = PlanInputs.None with { TenantModel = "User" } }.Context().Tenants.Status.Should().Be(TenantStatus.Told);

    [Test]
    public void That_there_are_none_is_told_too()
    {
        var context = new PlanCase(Clubs) { Inputs = PlanInputs.None with { HasNoTenants = true } }.Context();
        context.Tenants.Status.Should().Be(TenantStatus.None);
        context.TenantPolicies.All.Should().BeEmpty();
    }

    [Test]
    public void A_column_that_may_be_empty_is_known() =>
        new PlanCase(Clubs).Context().Tenants.NullableColumns.Select(column => column.DisplayName).Should().Equal("season.accountid");

    [Test]
    public void Of_ways_as_long_the_one_to_the_usual_column_is_gone()
    {
        var context = new PlanCase(Clubs).Context();
        var games = context.Models.Single(model => model.Name == "games");
        context.Tenants.PathOf(games).Select(key => key.DisplayName).Should().Equal("games.teams");
    }

    [Test]
    public void Models_told_to_be_shared_have_no_policy()
    {
        var context = new PlanCase(Clubs) { Inputs = PlanInputs.None with { TenantModel = "accounts", SharedModels = ["league"] } }.Context();
        Names(context.Tenants, TenantScope.Global).Should().Equal("league");
        context.TenantPolicies.All.Select(policy => policy.Table.Name).Should().BeEquivalentTo("accounts", "people", "teams", "season", "games", "event");
    }

    [Test]
    public void Policies_of_parents_come_before_those_of_their_children()
    {
        var policies = new PlanCase(Clubs).Context().TenantPolicies.All;
        policies.Select(policy => policy.Depth).Should().BeInAscendingOrder();
        policies.Single(policy => policy.Table.Name == "event").Expression.Should().Be("""EXISTS (SELECT FROM "games" AS p WHERE p."id" = "event"."gameid")""");
        policies.Single(policy => policy.Table.Name == "games").Expression.Should().Be(
            """EXISTS (SELECT FROM "teams" AS p WHERE p."id" = "games"."teamid" AND p."accountid" = (SELECT nullif(current_setting('app.tenant_id', true), '')::bigint))""");
    }

    private static string[] Names(TenantFacts tenants, TenantScope scope) => [.. tenants.Of(scope).Select(model => model.Name)];
}
