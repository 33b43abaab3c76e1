using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Inputs;
using PrismaLint.Testing;
using PrismaLint.Text;

namespace PrismaLint.Tests.Planning.Inputs;

public sealed class PlanInputsReaderTests
{
    [Test]
    public void Reads_every_key()
    {
        var reading = Read("""
            name: Summer release
            horizon_months: 24
            models:
              Account: 1200 + 15/month
              Team:
            traffic:
              reads_per_write: 20
              peak_queries_per_second: 1.5k
            hot_queries:
              - name: Games of a team
                model: Game
                equal: [teamId]
                range: playedAt
                order_by: [-playedAt, id]
                per_second: 40
            latency: {p95_ms: 200, p99_ms: 800}
            consistency:
              isolation: REPEATABLE READ
              staleness_seconds: 0
            compliance: [GDPR, SOC 2]
            retention_months: 36
            tenancy:
              model: Account
              column: accountId
              shared: [Country, City]
            capacity:
              instances: 4
              database_cores: 8
              database_memory_gb: 32
              max_connections: 200
              pooler: PgBouncer
              replicas: 0
            backup:
              rpo_minutes: 5
              rto_minutes: 60
              encrypted: yes
              last_restore_test: 2026-03-31
            security:
              last_audit: no
              raw_queries_reviewed: true
              tls_required: false
              app_role: app_user
            """);

        reading.Diagnostics.Should().BeEmpty();
        reading.Inputs.Should().BeEquivalentTo(
            new PlanInputs
            {
                Path = "prismalint-plan.yml",
                Name = "Summer release",
                HorizonMonths = 24,
                Volumes = new Dictionary<string, ModelVolume> { ["Account"] = new(1200, 15) },
                ReadsPerWrite = 20,
                PeakQueriesPerSecond = 1500,
                HotQueries = [new HotQuery("Games of a team", "Game") { Equal = ["teamId"], Range = "playedAt", OrderBy = ["-playedAt", "id"], PerSecond = 40, Line = 10 }],
                LatencyP95 = 200,
                LatencyP99 = 800,
                Isolation = "repeatable read",
                StalenessSeconds = 0,
                Compliance = ["GDPR", "SOC 2"],
                RetentionMonths = 36,
                TenantModel = "Account",
                TenantColumn = "accountId",
                SharedModels = ["Country", "City"],
                Instances = 4,
                DatabaseCores = 8,
                DatabaseMemory = 32,
                MaxConnections = 200,
                Pooler = "pgbouncer",
                Replicas = 0,
                RecoveryPointMinutes = 5,
                RecoveryTimeMinutes = 60,
                AreBackupsEncrypted = true,
                LastRestoreTest = "2026-03-31",
                LastAudit = "never",
                AreRawQueriesReviewed = true,
                IsTlsRequired = false,
                AppRole = "app_user",
            },
            options => options.Excluding(inputs => inputs.Lines));
    }

    [Test]
    public void Knows_the_line_of_each_answer()
    {
        var inputs = Good("# head\nname: A\nmodels:\n  Team: 3\n  Game:\nlatency:\n  p95_ms: 20\n  p99_ms:\ntenancy: none\n");

        inputs.Lines.Should().BeEquivalentTo(new Dictionary<string, int>
        {
            ["name"] = 2, ["models"] = 3, ["models.Team"] = 4, ["latency.p95_ms"] = 7, ["tenancy"] = 9,
        });
        inputs.PlaceOf("latency.p95_ms").Should().Be("`prismalint-plan.yml:7`");
    }

    [TestCase("1200", 1200, null)]
    [TestCase("12k", 12_000, null)]
    [TestCase("1.5M", 1_500_000, null)]
    [TestCase("2 B", 2e9, null)]
    [TestCase("1_000", 1000, null)]
    [TestCase("'1200'", 1200, null)]
    [TestCase("1200 + 15/month", 1200, 15.0)]
    [TestCase("250k+1.2k / year", 250_000, 100.0)]
    [TestCase("0 + 12 a year", 0, 1.0)]
    [TestCase("5 + 24 per year", 5, 2.0)]
    [TestCase("15/month", null, 15.0)]
    [TestCase("'? + 15/month'", null, 15.0)]
    [TestCase("+ 8/day", null, 243.5)]
    [TestCase("7/week", null, 30.4375)]
    [TestCase("{rows: 1200, growth: 15/month}", 1200, 15.0)]
    [TestCase("{rows: , growth: 15/month}", null, 15.0)]
    [TestCase("{rows: 3}", 3, null)]
    public void Reads_rows_and_growth(string written, double? rows, double? perMonth)
    {
        var volume = Good($"models:\n  Game: {written}\n").Volumes["Game"];

        volume.Rows.Should().Be(rows);
        if (perMonth is { } expected)
            volume.PerMonth.Should().BeApproximately(expected, 1e-9);
        else
            volume.PerMonth.Should().BeNull();
    }

    [TestCase("")]
    [TestCase("# nothing yet\n")]
    [TestCase("name:\nmodels:\n  Game:\n  Team: ~\ntraffic:\nhot_queries: []\ntenancy: {}\n")]
    [TestCase("name: ''\nmodels:\n  Game: '?'\ncapacity:\n  instances: unknown\n  pooler: null\nhot_queries:\n  -\n")]
    public void What_is_empty_is_unknown(string text) =>
        Good(text).Should().BeEquivalentTo(PlanInputs.None with { Path = "prismalint-plan.yml" }, options => options.Excluding(inputs => inputs.Lines));

    [TestCase("none")]
    [TestCase("no")]
    [TestCase("false")]
    public void There_may_be_no_tenants(string word) => Good($"tenancy: {word}\n").HasNoTenants.Should().BeTrue();

    [Test]
    public void A_tenant_column_is_found_as_rules_find_it() => Good("tenancy:\n  column: account_id\n").TenantColumn.Should().Be("account_id");

    [Test]
    public void A_query_without_a_name_is_called_by_its_fields()
    {
        var queries = Good("hot_queries:\n  - {model: Game, equal: teamId, range: playedAt, order_by: playedAt desc}\n  - model: Standing\n").HotQueries;

        queries.Select(query => query.Name).Should().Equal("Game by teamId, playedAt", "Standing");
        queries[0].OrderBy.Should().Equal("-playedAt");
        queries[1].Line.Should().Be(3);
    }

    [TestCase("[|nam|]: A\n", "The inputs of a plan have no key `nam`; did you mean `name`?")]
    [TestCase("[|instances|]: 4\n", "The inputs of a plan have no key `instances`; it stands in `capacity`")]
    [TestCase("[|colour|]: red\n", "The inputs of a plan have no key `colour`")]
    [TestCase("traffic:\n  [|read_per_write|]: 4\n", "`traffic` has no key `read_per_write`; did you mean `reads_per_write`?")]
    [TestCase("latency:\n  [|hot_queries|]: []\n", "`latency` has no key `hot_queries`; it stands at the left margin")]
    [TestCase("latency: [|12|]\n", "`latency` is a map with the keys `p95_ms`, `p99_ms`")]
    [TestCase("name: A\n[|name|]: B\n", "`name` stands here a second time, and the last one counts")]
    [TestCase("name: [|[a]|]\n", "`name` is a text, and `[a]` is none")]
    [TestCase("horizon_months: [|0|]\n", "`horizon_months` is a whole number from 1 to 600, and `0` is none")]
    [TestCase("capacity:\n  instances: [|many|]\n", "`capacity.instances` is a whole number from 1 on, and `many` is none")]
    [TestCase("capacity:\n  instances: [|1.5|]\n", "`capacity.instances` is a whole number from 1 on, and `1.5` is none")]
    [TestCase("capacity:\n  max_connections: [|1,200|]\n", "`capacity.max_connections` is a whole number from 1 on, and `1,200` is none; write `1_200`")]
    [TestCase("capacity:\n  replicas: [|-1|]\n", "`capacity.replicas` is a whole number from 0 on, and `-1` is none")]
    [TestCase("traffic:\n  reads_per_write: [|-3|]\n", "`traffic.reads_per_write` is a number from 0 on, and `-3` is none")]
    [TestCase("latency:\n  p95_ms: [|0|]\n", "`latency.p95_ms` is a number above 0, and `0` is none")]
    [TestCase("latency:\n  p95_ms: 200\n  p99_ms: [|100|]\n", "`latency.p99_ms` is less than `latency.p95_ms`: 99 of 100 requests hold the 95")]
    [TestCase("backup:\n  encrypted: [|maybe|]\n", "`backup.encrypted` is `true` or `false`, and not `maybe`")]
    [TestCase("backup:\n  last_restore_test: [|true|]\n", "`backup.last_restore_test` is a text, and `true` is none")]
    [TestCase("consistency:\n  isolation: [|snapshot|]\n", "`snapshot` is no isolation level: expected one of `read uncommitted`, `read committed`, `repeatable read`, `serializable`")]
    [TestCase("compliance: [|{a: b}|]\n", "`compliance` is a list of texts, such as `[a, b]`")]
    [TestCase("compliance: [GDPR, [|[x]|]]\n", "`compliance` is a list of texts, and `[x]` is none")]
    [TestCase("compliance: [GDPR, [|GDPR|]]\n", "`GDPR` stands in `compliance` a second time")]
    [TestCase("models: [|3|]\n", "`models` is a map from names of models to rows and growth, such as `1200 + 15/month`")]
    [TestCase("models:\n  [|Accounts|]: 3\n", "No model is called `Accounts`; did you mean `Account`?")]
    [TestCase("models:\n  [|games|]: 3\n", "No model is called `games`; the model of that table is `Game`")]
    [TestCase("models:\n  [|Result|]: 3\n", "No model is called `Result`: it is a type of another kind")]
    [TestCase("models:\n  [|Zebra|]:\n", "No model is called `Zebra`")]
    [TestCase("models:\n  [|Standing|]: 3\n", "`Standing` is a view and has no rows of its own")]
    [TestCase("models:\n  Game: 3\n  [|Game|]: 4\n", "`Game` stands here a second time, and the last one counts")]
    [TestCase("models:\n  Game: [|-3|]\n", "`models.Game` is a number from 0 on, and `-3` is none")]
    [TestCase("models:\n  Game: [|lots|]\n", "`models.Game` is a number of rows from 0 on, growth or both, such as `1200 + 15/month`, and `lots` is none of it")]
    [TestCase("models:\n  Game: [|1,200|]\n", "`models.Game` is a number of rows from 0 on, growth or both, such as `1200 + 15/month`, and `1,200` is none of it; write `1_200`")]
    [TestCase("models:\n  Game: [|1__2|]\n", "`models.Game` is a number of rows from 0 on, growth or both, such as `1200 + 15/month`, and `1__2` is none of it")]
    [TestCase("models:\n  Game: [|x + 3/month|]\n", "`models.Game` is a number of rows from 0 on, growth or both, such as `1200 + 15/month`, and `x + 3/month` is none of it")]
    [TestCase("models:\n  Game: 12 + [|3|]\n", "`3` comes in no time: expected `3/month`, or another of `hour`, `day`, `week`, `month`, `year`")]
    [TestCase("models:\n  Game: 12 + [|3/fortnight|]\n", "`fortnight` is no time to count growth in: expected one of `hour`, `day`, `week`, `month`, `year`")]
    [TestCase("models:\n  Game: 12 + [|5%/month|]\n", "Growth is told in rows, and not in percent")]
    [TestCase("models:\n  Game: 12 + [|-5/month|]\n", "`-5` is no number of rows that come: expected one from 0 on")]
    [TestCase("models:\n  Game: 12 + [|soon|]\n", "`soon` is no growth: expected rows that come in a time, such as `15/month`")]
    [TestCase("models:\n  Game: {rows: 3, [|growht|]: 3}\n", "`models.Game` has no key `growht`: expected `rows`, `growth`")]
    [TestCase("hot_queries: [|Game|]\n", "`hot_queries` is a list of maps with the keys `name`, `model`, `equal`, `range`, `order_by`, `per_second`")]
    [TestCase("hot_queries:\n  - [|Game|]\n", "An entry of `hot_queries` is a map with the keys `name`, `model`, `equal`, `range`, `order_by`, `per_second`")]
    [TestCase("hot_queries:\n  - [|name|]: x\n", "This query has no `model`")]
    [TestCase("hot_queries:\n  - model: [|Gane|]\n", "No model is called `Gane`; did you mean `Game`?")]
    [TestCase("hot_queries:\n  - model: Game\n    [|equals|]: id\n", "A query has no key `equals`; did you mean `equal`?")]
    [TestCase("hot_queries:\n  - model: Game\n    equal: [id, [|teamID|]]\n", "`Game` has no field `teamID`; did you mean `teamId`?")]
    [TestCase("hot_queries:\n  - model: Game\n    range: [|played_at|]\n", "`Game` has no field `played_at`; the field of that column is `playedAt`")]
    [TestCase("hot_queries:\n  - model: Game\n    equal: [|team|]\n", "`Game.team` is a relation and has no column: its rows are told by `teamId`")]
    [TestCase("hot_queries:\n  - model: Team\n    equal: [|games|]\n", "`Team.games` is a relation and has no column")]
    [TestCase("hot_queries:\n  - model: Game\n    equal: id\n    range: [|id|]\n", "`id` is compared with one value already")]
    [TestCase("hot_queries:\n  - model: Game\n    range: [|[id, playedAt]|]\n", "An index serves one range: leave the one that leaves the fewest rows")]
    [TestCase("hot_queries:\n  - model: Game\n    order_by: [id, [|-id|]]\n", "`id` orders the result already")]
    [TestCase("hot_queries:\n  - model: Game\n    per_second: [|often|]\n", "`per_second` is a number from 0 on, and `often` is none")]
    [TestCase("hot_queries:\n  - {name: x, model: Game}\n  - {name: [|x|], model: Team}\n", "A query called `x` stands here a second time")]
    [TestCase("tenancy: [|Account|]\n", "`tenancy` is `none` or a map with the keys `model`, `column`, `shared`; write `tenancy: {model: Account}`")]
    [TestCase("tenancy:\n  model: [|Acount|]\n", "No model is called `Acount`; did you mean `Account`?")]
    [TestCase("tenancy:\n  column: [|acountId|]\n", "No model has a field `acountId`; did you mean `accountId`?")]
    [TestCase("tenancy:\n  shared: [Country, [|Citty|]]\n", "No model is called `Citty`; did you mean `City`?")]
    public void Says_what_is_wrong_where_it_stands(string marked, string message)
    {
        var text = MarkedText.Parse(marked);
        var reading = PlanInputsReader.Read(new SourceText("prismalint-plan.yml", text.Text), LeagueSchema.Model);

        reading.Diagnostics.Select(diagnostic => (diagnostic.Id, diagnostic.Location.Span, diagnostic.Message)).Should().Equal(("PL0012", text.Spans.Single(), message));
        reading.Inputs.Should().NotBeNull("the rest of the file still counts");
    }

    [Test]
    public void A_mistake_costs_nothing_else()
    {
        var reading = Read("name: A\nlatency:\n  p95_ms: soon\n  p99_ms: 800\nmodels:\n  Game: lots\n  Team: 3\n");

        reading.Diagnostics.Select(diagnostic => diagnostic.Location.ToString()).Should().Equal("prismalint-plan.yml(3,11)", "prismalint-plan.yml(6,9)");
        reading.Inputs.Should().BeEquivalentTo(new { Name = "A", LatencyP95 = (double?)null, LatencyP99 = 800.0 });
        reading.Inputs?.Volumes.Keys.Should().Equal("Team");
    }

    [TestCase("- a\n", "The inputs of a plan are a map with the keys `name`, ")]
    [TestCase("name: [a\n", "`,` or `]` is expected here")]
    [TestCase("name: a\n  more\n", "A text over several lines is not read")]
    public void Of_a_broken_file_nothing_counts(string text, string message)
    {
        var reading = Read(text);

        reading.Inputs.Should().BeNull();
        reading.Diagnostics.Single().Message.Should().StartWith(message);
    }

    [Test]
    public void Numbers_are_read_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = "." } };
            Good("models:\n  Game: 1.5k + 2.5/month\n").Volumes["Game"].Should().Be(new ModelVolume(1500, 2.5));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static PlanInputsReading Read(string text) => PlanInputsReader.Read(new SourceText("prismalint-plan.yml", text.ReplaceLineEndings("\n")), LeagueSchema.Model);

    private static PlanInputs Good(string text)
    {
        var reading = Read(text);
        reading.Diagnostics.Should().BeEmpty();
        return reading.Inputs ?? PlanInputs.None;
    }
}
