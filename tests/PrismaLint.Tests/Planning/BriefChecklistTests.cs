using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Inputs;
using PrismaLint.Planning.Sections.Security;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Planning;

/// <summary>The sixteen lines of the brief's checklists: each state by its evidence, and no tick without any.</summary>
public sealed class BriefChecklistTests
{
    private const string Models = """
        model Company {
          id     Int     @id @default(autoincrement())
          orders Order[]
        }

        model Order {
          id        Int     @id @default(autoincrement())
          companyId Int
          company   Company @relation(fields: [companyId], references: [id])
          /// @pii
          email     String

          @@index([companyId])
        }
        """;

    private const string Policy = "((\"companyId\" = (SELECT current_setting('app.tenant_id')::integer)))";

    private static readonly PlanInputs s_told = PlanInputs.None with
    {
        Path = "plan.yml",
        TenantModel = "Company",
        AppRole = "app",
        AreBackupsEncrypted = true,
        AreRawQueriesReviewed = true,
        LastAudit = "2026-06-01",
        Instances = 4,
        Replicas = 1,
        Compliance = ["GDPR"],
        HotQueries = [new HotQuery("orders of a company", "Order") { Equal = ["companyId"] }],
    };

    private static readonly PlanCase s_sound = new(Models) { Inputs = s_told, Database = Sound };

    [Test]
    public void The_lines_are_those_of_the_brief()
    {
        var context = new PlanCase(Models).Context();
        SecurityChecklist.Create(context).Select(item => item.Text).Should().Equal(
            "RLS policies for tenant isolation", "Encrypted connections enforced", "Least privilege access principles", "Regular security audits", "Backup encryption enabled", "SQL injection prevention",
            "PII data identification and protection", "Compliance requirements met");
        PerformanceChecklist.Of(context).Select(item => item.Text).Should().Equal(
            "Critical queries identified and optimized", "Appropriate indexes created", "Connection pool properly sized", "Vacuum/analyze scheduled", "Slow query monitoring enabled", "N+1 queries eliminated",
            "Batch operations implemented", "Read replicas considered");
    }

    [Test]
    public void With_all_evidence_each_line_passes_but_the_verdict_that_no_tool_gives()
    {
        var items = Items(s_sound);
        items.Where(item => item.State != ChecklistState.Pass).Select(item => item.Text + ": " + item.Evidence).Should().ContainSingle().Which.Should().StartWith("Compliance requirements met: GDPR");
        items.Should().OnlyContain(item => item.Evidence.EndsWith('.'));
    }

    [Test]
    public void Nothing_told_and_nothing_seen_is_not_known()
    {
        var items = Items(new PlanCase("model Thing {\n  id Int @id\n}\n"));
        items.Should().OnlyContain(item => item.State == ChecklistState.NotKnown);
    }

    [TestCaseSource(nameof(Failures))]
    public void A_line_fails_by_what_is_told_or_found(string line, object plan, string evidence) =>
        Item((PlanCase)plan, line).Should().Match<ChecklistItem>(item => item.State == ChecklistState.Fail && item.Evidence.Contains(evidence));

    /// <summary>A source that is not in the snapshot takes the ticks away that rest on it, and no more than that.</summary>
    [TestCase("RLS policies", EvidenceSource.Policies)]
    [TestCase("RLS policies", EvidenceSource.Relations)]
    [TestCase("RLS policies", EvidenceSource.Roles)]
    [TestCase("Encrypted connections", EvidenceSource.Settings)]
    [TestCase("Encrypted connections", EvidenceSource.HostBasedAuthentication)]
    [TestCase("Least privilege", EvidenceSource.Roles)]
    [TestCase("Least privilege", EvidenceSource.Functions)]
    [TestCase("Least privilege", EvidenceSource.Namespaces)]
    [TestCase("Least privilege", EvidenceSource.Relations)]
    [TestCase("Appropriate indexes", EvidenceSource.Indexes)]
    [TestCase("Connection pool", EvidenceSource.Settings)]
    [TestCase("Connection pool", EvidenceSource.Connection)]
    [TestCase("Connection pool", EvidenceSource.Activity)]
    [TestCase("Vacuum", EvidenceSource.Settings)]
    [TestCase("Vacuum", EvidenceSource.TableStatistics)]
    [TestCase("Slow query", EvidenceSource.Settings)]
    [TestCase("Slow query", EvidenceSource.Extensions)]
    [TestCase("N+1", EvidenceSource.Statements)]
    [TestCase("Batch", EvidenceSource.Statements)]
    public void A_snapshot_that_lacks_a_source_earns_no_tick(string line, string source) =>
        Item(s_sound with { Database = database => { Sound(database); database.Without(source); } }, line).State.Should().Be(ChecklistState.NotKnown);

    [TestCase("Encrypted connections", EvidenceSource.Settings)]
    [TestCase("Encrypted connections", EvidenceSource.HostBasedAuthentication)]
    [TestCase("Least privilege", EvidenceSource.Roles)]
    [TestCase("Connection pool", EvidenceSource.Settings)]
    [TestCase("Vacuum", EvidenceSource.Settings)]
    [TestCase("Slow query", EvidenceSource.Settings)]
    [TestCase("N+1", EvidenceSource.Statements)]
    [TestCase("Batch", EvidenceSource.Statements)]
    public void A_source_without_rows_earns_no_tick(string line, string source) =>
        Item(s_sound with { Database = database => { Sound(database); database.Empty(source); } }, line).State.Should().Be(ChecklistState.NotKnown);

    [TestCase("RLS policies", "PL8012")]
    [TestCase("RLS policies", "PL8038")]
    [TestCase("Encrypted connections", "PL8017")]
    [TestCase("Least privilege", "PL8040")]
    [TestCase("Appropriate indexes", "PL3001")]
    [TestCase("Connection pool", "PL8046")]
    [TestCase("Vacuum", "PL8009")]
    [TestCase("Slow query", "PL8054")]
    [TestCase("N+1", "PL8055")]
    [TestCase("Batch", "PL8059")]
    [TestCase("PII", "PL6003")]
    public void A_rule_that_is_turned_off_earns_no_tick(string line, string rule)
    {
        var item = Item(s_sound with { Setting = $"dotnet_diagnostic.{rule}.severity = none" }, line);
        item.State.Should().Be(ChecklistState.NotKnown);
        item.Evidence.Should().Contain(rule);
    }

    [Test]
    public void A_finding_that_is_suppressed_earns_no_tick()
    {
        var plan = s_sound with { Blocks = Models.Replace("  @@index([companyId])\n", "").Replace("  company   Company", "  // prismalint-ignore PL3001: few rows\n  company   Company"), Database = null };
        Item(plan, "Appropriate indexes").Should().Match<ChecklistItem>(item => item.State == ChecklistState.NotKnown);
    }

    [TestCase("never", ChecklistState.Fail)]
    [TestCase("to be done", ChecklistState.NotKnown)]
    [TestCase("soon, 2027", ChecklistState.NotKnown)]
    [TestCase("2027-01-01", ChecklistState.NotKnown)]
    [TestCase("2024-01-01", ChecklistState.Fail)]
    [TestCase("2026-01", ChecklistState.Pass)]
    public void An_audit_is_a_date_that_was(string told, ChecklistState state) => Item(s_sound with { Inputs = s_told with { LastAudit = told } }, "Regular").State.Should().Be(state);

    [Test]
    public void Told_tenants_alone_and_proposed_ones_are_not_kept_apart()
    {
        Item(s_sound with { Database = null }, "RLS").State.Should().Be(ChecklistState.NotKnown);
        Item(s_sound with { Inputs = s_told with { TenantModel = null } }, "RLS").State.Should().Be(ChecklistState.NotKnown);
        Item(s_sound with { Inputs = s_told with { TenantModel = null, HasNoTenants = true } }, "RLS").State.Should().Be(ChecklistState.NotKnown);
        Item(new PlanCase("model Thing {\n  id Int @id\n}\n") { Inputs = s_told with { TenantModel = null, HotQueries = [] }, Database = _ => { } }, "RLS").State.Should().Be(ChecklistState.NotKnown);
    }

    [Test]
    public void Counters_that_are_too_young_tell_nothing()
    {
        var young = s_sound with { Database = database => { Sound(database); database.Set(EvidenceSource.StatementsInfo, ("stats_reset", "2026-10-31T23:58:00Z")); database.Set(EvidenceSource.StatisticsSince, ("db", "2026-10-31T00:00:00Z")); } };
        foreach (var line in new[] { "N+1", "Batch", "Appropriate indexes" })
            Item(young, line).State.Should().Be(ChecklistState.NotKnown, line);
    }

    [TestCase("mysql")]
    [TestCase("sqlite")]
    [TestCase("mongodb")]
    public void Another_database_gets_no_tick_from_rules_that_do_not_judge_it(string provider)
    {
        var models = provider == "mongodb" ? "model Thing {\n  id String @id @map(\"_id\")\n}\n" : "model Thing {\n  id Int @id\n}\n";
        Items(new PlanCase(models) { Provider = provider, Inputs = s_told with { TenantModel = null, HotQueries = [] } }).Where(item => item.State == ChecklistState.Pass).Select(item => item.Text)
            .Should().BeSubsetOf(["Regular security audits", "Backup encryption enabled", "SQL injection prevention", "Read replicas considered"]);
    }

    private static IEnumerable<TestCaseData> Failures()
    {
        yield return Fails("RLS policies", s_sound with { Database = database => { Sound(database); database.Table("Order").Set("rls", false); } }, "PL8012");
        yield return Fails("Encrypted connections", s_sound with { Database = null, Inputs = s_told with { IsTlsRequired = false } }, "not required");
        yield return Fails("Encrypted connections", s_sound with { Database = database => { Sound(database); database.Empty(EvidenceSource.Settings).Setting("ssl", "off").Setting("listen_addresses", "*"); } }, "PL8017");
        yield return Fails("Least privilege", s_sound with { Database = database => { Sound(database); database.Table("Order").Set("acl", new[] { "=arwd/owner" }); } }, "PL8040");
        yield return Fails("Regular", s_sound with { Inputs = s_told with { LastAudit = "never" } }, "none yet");
        yield return Fails("Backup", s_sound with { Inputs = s_told with { AreBackupsEncrypted = false } }, "not encrypted");
        yield return Fails("SQL injection", s_sound with { Inputs = s_told with { AreRawQueriesReviewed = false } }, "not reviewed");
        yield return Fails("PII", s_sound with { Blocks = Models.Replace("  /// @pii\n", ""), Database = null }, "PL6005");
        yield return Fails("Critical", s_sound with { Inputs = s_told with { HotQueries = [new HotQuery("by mail", "Order") { Equal = ["email"] }] } }, "`by mail`");
        yield return Fails("Appropriate", s_sound with { Blocks = Models.Replace("  @@index([companyId])\n", ""), Database = null }, "PL3001");
        yield return Fails("Connection pool", s_sound with { Inputs = s_told with { Instances = 40 } }, "PL8046");
        yield return Fails("Vacuum", s_sound with { Database = database => { Sound(database); database.Empty(EvidenceSource.Settings).Setting("autovacuum", "off"); } }, "off");
        yield return Fails("Slow query", s_sound with { Database = database => { Sound(database); database.Empty(EvidenceSource.Extensions); } }, "PL8054");
        yield return Fails("N+1", s_sound with { Database = database => { Sound(database); Loops(database); } }, "PL8055");
        yield return Fails("Batch", s_sound with { Database = database => { Sound(database); database.Statement("INSERT INTO \"public\".\"Order\" (\"companyId\", \"email\") VALUES ($1, $2) RETURNING \"id\"", 900_000); } }, "PL8059");
    }

    private static TestCaseData Fails(string line, PlanCase plan, string evidence) => new TestCaseData(line, plan, evidence).SetArgDisplayNames($"{line}: {evidence}");

    // All that the lines look at, and nothing wrong with it.
    private static void Sound(SnapshotBuilder database)
    {
        foreach (var (name, setting) in new[]
        {
            ("ssl", "on"), ("ssl_min_protocol_version", "TLSv1.2"), ("listen_addresses", "*"), ("password_encryption", "scram-sha-256"), ("autovacuum", "on"), ("track_counts", "on"), ("max_connections", "100"), ("superuser_reserved_connections", "3"),
            ("log_min_duration_statement", "500"), ("shared_preload_libraries", "pg_stat_statements"),
        })
        {
            database.Setting(name, setting);
        }
        database.Row(EvidenceSource.HostBasedAuthentication, ("type", "hostssl"), ("databases", new[] { "all" }), ("users", new[] { "all" }), ("address", "10.0.0.0"), ("auth_method", "scram-sha-256"));
        database.Row(EvidenceSource.Connection, ("is_local", false), ("sslmode", "verify-full"), ("port", 5432));
        database.Row(EvidenceSource.Activity, ("clients", 5), ("total", 9), ("active", 1), ("idle", 4));
        database.Row(EvidenceSource.Extensions, ("name", "pg_stat_statements"), ("version", "1.10"), ("schema", "public"));
        database.Role("owner", ("login", false)).Role("app", ("login", true));
        foreach (var table in new[] { "Company", "Order" })
        {
            database.Table(table).Set("owner", "owner").Set("rls", true).Set("rls_force", true).HasRows(1000).Count("seq_scan", 10).Count("n_dead_tup", 0).Count("last_autovacuum", "2026-10-31T00:00:00Z").Analyzed("id");
            database.Table(table).Add(EvidenceSource.Policies, ("name", "tenant"), ("permissive", true), ("roles", new[] { "public" }), ("cmd", "*"), ("qual", table == "Order" ? Policy : Policy.Replace("companyId", "id")), ("chk", null));
        }
        foreach (var index in new[] { "Order_companyId_idx" })
            database.Table("Order").Index(index)["idx_scan"] = 5000L;
        database.Statement("SELECT \"public\".\"Order\".\"id\" FROM \"public\".\"Order\" WHERE \"public\".\"Order\".\"companyId\" = $1 LIMIT $2", 200_000, rowsPerCall: 20);
    }

    private static void Loops(SnapshotBuilder database)
    {
        database.Statement("SELECT \"public\".\"Company\".\"id\" FROM \"public\".\"Company\" WHERE 1=1 LIMIT $1", 1_000, rowsPerCall: 100);
        database.Statement("SELECT \"public\".\"Order\".\"id\", \"public\".\"Order\".\"email\" FROM \"public\".\"Order\" WHERE \"public\".\"Order\".\"companyId\" = $1", 900_000, rowsPerCall: 3);
    }

    private static ChecklistItem[] Items(PlanCase plan)
    {
        var context = plan.Context();
        return [.. SecurityChecklist.Create(context), .. PerformanceChecklist.Of(context)];
    }

    private static ChecklistItem Item(PlanCase plan, string start) => Items(plan).Single(item => item.Text.StartsWith(start, StringComparison.Ordinal));
}
