using System;
using System.Collections.Generic;
using System.Linq;

namespace PrismaLint.Planning.Inputs;

/// <summary>Every key of the inputs, in the order of the file. The reader, the template and the page of the manual take them from here.</summary>
internal static class PlanInputsKeys
{
    public static IReadOnlyList<PlanInputsKey> All { get; } =
    [
        new("name", "Summer release", "What is planned", "the title"),
        new("horizon_months", "24", "How many months ahead rows and storage are projected, 12 if nothing is said", "the projections of sections 1, 2 and 5"),
        new("models", "", "Rows of each model and how many come, such as `1200 + 15/month`", "the storage of tables and indexes, partitioning, migration steps, seed volumes"),
        new("traffic.reads_per_write", "20", "Reads for each write over all", "caching and replicas in section 5"),
        new("traffic.peak_queries_per_second", "300", "Queries a second at the peak", "the pool size and replicas in section 5, the load in section 8"),
        new("hot_queries", "", "The queries that count", "the index that serves each, its SQL and its call in the client, its load"),
        new("latency.p95_ms", "200", "Milliseconds that 95 of 100 requests may take", "targets in section 1, alerts in section 5, the load in section 8"),
        new("latency.p99_ms", "800", "Milliseconds that 99 of 100 requests may take", "targets in section 1, alerts in section 5, the load in section 8"),
        new("consistency.isolation", "read committed", "The isolation level that transactions need", "transactions in sections 1 and 4"),
        new("consistency.staleness_seconds", "5", "How old a read may be, in seconds; 0: not at all", "replicas and caches, which answer with older rows"),
        new("compliance", "[GDPR]", "The rules to keep, as they are called", "the checklist of section 6"),
        new("retention_months", "24", "Months that personal data may be kept", "erasure in section 6, partitions in section 2, archives in section 5"),
        new("tenancy", "none", "`none`, if there are no tenants", "section 6, which has no policies then"),
        new("tenancy.model", "", "The model whose rows are the tenants", "row-level security in section 6"),
        new("tenancy.column", "", "The field that says which tenant a row belongs to", "row-level security, indexes that begin with it"),
        new("tenancy.shared", "", "The models whose rows all tenants share", "the tables that need no policy"),
        new("capacity.instances", "4", "Processes of the application at the same time", "the connections that each may have in section 5"),
        new("capacity.database_cores", "8", "Cores of the database server", "the pool size in section 5"),
        new("capacity.database_memory_gb", "32", "Memory of the database server in gigabytes", "the share of tables and indexes that fits into it"),
        new("capacity.max_connections", "200", "`max_connections` of the server", "the connections that each process may have in section 5"),
        new("capacity.pooler", "pgbouncer", "What pools connections in front of the database; `none`, if nothing does", "the settings of the client, and how a transaction names its tenant"),
        new("capacity.replicas", "1", "Read replicas", "the reads that may go there"),
        new("backup.rpo_minutes", "5", "Minutes of writes that may be lost", "the checklist of section 6"),
        new("backup.rto_minutes", "60", "Minutes until the database must be back", "the checklist of section 6"),
        new("backup.encrypted", "true", "Backups are encrypted: `true` or `false`", "the checklist of section 6"),
        new("backup.last_restore_test", "2026-03-31", "When a restore was tried last, or `never`", "the checklist of section 6"),
        new("security.last_audit", "2026-01-15", "When the security of the database was audited last, or `never`", "the checklist of section 6"),
        new("security.raw_queries_reviewed", "true", "Raw queries take their values as parameters alone, and somebody checks that", "the checklist of section 6"),
        new("security.tls_required", "true", "The application connects encrypted and verifies the server", "the checklist of section 6"),
        new("security.app_role", "app_user", "The role that the application connects with", "grants and policies in section 6"),
    ];

    /// <summary>The members of an entry of <c>hot_queries</c>.</summary>
    public static IReadOnlyList<PlanInputsKey> OfHotQuery { get; } =
    [
        new("name", "", "What it is for", "its heading"),
        new("model", "", "The model that it reads; needed", "all of it"),
        new("equal", "", "The fields that are compared with one value each", "the first columns of its index"),
        new("range", "", "The field that is compared with a range", "the column behind them"),
        new("order_by", "", "The fields that order the result; `-` in front of one: downwards", "pages by key, no sort"),
        new("per_second", "40", "How often a second at the peak", "its share of the load"),
    ];

    /// <summary>The members of a model's map in <c>models</c>.</summary>
    public static IReadOnlyList<string> OfVolume { get; } = ["rows", "growth"];

    public static bool IsKey(string name) => All.Any(key => key.Name == name);

    /// <summary>There are keys inside of it.</summary>
    public static bool IsGroup(string name) => MembersOf(name + ".").Any();

    /// <summary>What may stand behind a prefix: <c>p95_ms</c> behind <c>latency.</c>, the first part of each key behind nothing.</summary>
    public static IEnumerable<string> MembersOf(string prefix) => All
        .Where(key => key.Name.StartsWith(prefix, StringComparison.Ordinal))
        .Select(key => key.Name.Substring(prefix.Length).Split('.')[0])
        .Distinct();
}
