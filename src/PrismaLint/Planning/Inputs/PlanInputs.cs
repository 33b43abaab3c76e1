using System.Collections.Generic;

namespace PrismaLint.Planning.Inputs;

/// <summary>
/// What nobody but the team knows, as far as it was told. What is <see langword="null"/> or empty is unknown; nothing is assumed in its place
/// without being called an assumption.
/// </summary>
public sealed record PlanInputs
{
    /// <summary>Nothing was told.</summary>
    public static PlanInputs None { get; } = new();

    /// <summary>The file, as the user calls it; <see langword="null"/> without one.</summary>
    public string? Path { get; init; }

    /// <summary>What is planned: <c>name</c>.</summary>
    public string? Name { get; init; }

    /// <summary>How many months ahead figures are projected: <c>horizon_months</c>.</summary>
    public int HorizonMonths { get; init; } = 12;

    /// <summary>Rows and growth by the name of the model: <c>models</c>.</summary>
    public IReadOnlyDictionary<string, ModelVolume> Volumes { get; init; } = new Dictionary<string, ModelVolume>();

    /// <summary>Reads for each write over all: <c>traffic.reads_per_write</c>.</summary>
    public double? ReadsPerWrite { get; init; }

    /// <summary>Queries a second at the peak: <c>traffic.peak_queries_per_second</c>.</summary>
    public double? PeakQueriesPerSecond { get; init; }

    /// <summary>The queries that count: <c>hot_queries</c>.</summary>
    public IReadOnlyList<HotQuery> HotQueries { get; init; } = [];

    /// <summary>Milliseconds that 95 of 100 requests may take at most: <c>latency.p95_ms</c>.</summary>
    public double? LatencyP95 { get; init; }

    /// <summary>Milliseconds that 99 of 100 requests may take at most: <c>latency.p99_ms</c>.</summary>
    public double? LatencyP99 { get; init; }

    /// <summary>The isolation level that transactions need, as PostgreSQL calls it: <c>consistency.isolation</c>.</summary>
    public string? Isolation { get; init; }

    /// <summary>How old a read may be, in seconds; 0: not at all: <c>consistency.staleness_seconds</c>.</summary>
    public double? StalenessSeconds { get; init; }

    /// <summary>The rules to keep, as they are called: <c>GDPR</c>, <c>HIPAA</c>, <c>SOC 2</c>: <c>compliance</c>.</summary>
    public IReadOnlyList<string> Compliance { get; init; } = [];

    /// <summary>Months that personal data may be kept: <c>retention_months</c>.</summary>
    public double? RetentionMonths { get; init; }

    /// <summary>The model whose rows are the tenants: <c>tenancy.model</c>.</summary>
    public string? TenantModel { get; init; }

    /// <summary>The field that says which tenant a row belongs to: <c>tenancy.column</c>.</summary>
    public string? TenantColumn { get; init; }

    /// <summary>The models that all tenants share: <c>tenancy.shared</c>.</summary>
    public IReadOnlyList<string> SharedModels { get; init; } = [];

    /// <summary>There are no tenants: <c>tenancy: none</c>.</summary>
    public bool HasNoTenants { get; init; }

    /// <summary>Processes of the application at the same time: <c>capacity.instances</c>.</summary>
    public int? Instances { get; init; }

    /// <summary>Cores of the database server: <c>capacity.database_cores</c>.</summary>
    public int? DatabaseCores { get; init; }

    /// <summary>Memory of the database server in gigabytes: <c>capacity.database_memory_gb</c>.</summary>
    public double? DatabaseMemory { get; init; }

    /// <summary>The server's <c>max_connections</c>: <c>capacity.max_connections</c>.</summary>
    public int? MaxConnections { get; init; }

    /// <summary>What pools connections before the database, such as <c>pgbouncer</c>; <c>none</c>: nothing: <c>capacity.pooler</c>.</summary>
    public string? Pooler { get; init; }

    /// <summary>Read replicas: <c>capacity.replicas</c>.</summary>
    public int? Replicas { get; init; }

    /// <summary>Minutes of writes that may be lost at most: <c>backup.rpo_minutes</c>.</summary>
    public double? RecoveryPointMinutes { get; init; }

    /// <summary>Minutes until the database is back at most: <c>backup.rto_minutes</c>.</summary>
    public double? RecoveryTimeMinutes { get; init; }

    /// <summary>Backups are encrypted: <c>backup.encrypted</c>.</summary>
    public bool? AreBackupsEncrypted { get; init; }

    /// <summary>When a restore was tried last, as written: <c>backup.last_restore_test</c>.</summary>
    public string? LastRestoreTest { get; init; }

    /// <summary>When the database's security was audited last, as written: <c>security.last_audit</c>.</summary>
    public string? LastAudit { get; init; }

    /// <summary>Raw queries are built with <c>Prisma.sql</c> and parameters alone, and that is checked: <c>security.raw_queries_reviewed</c>.</summary>
    public bool? AreRawQueriesReviewed { get; init; }

    /// <summary>The application's connections are encrypted and verify the server: <c>security.tls_required</c>.</summary>
    public bool? IsTlsRequired { get; init; }

    /// <summary>The role that the application connects with: <c>security.app_role</c>.</summary>
    public string? AppRole { get; init; }

    /// <summary>The line, one-based, that a key stands in; keys are written with dots: <c>capacity.instances</c>.</summary>
    public IReadOnlyDictionary<string, int> Lines { get; init; } = new Dictionary<string, int>();

    /// <summary>How evidence calls an answer: <c>`prismalint-plan.yml:12`</c>.</summary>
    public string PlaceOf(string key) => Place(Lines.TryGetValue(key, out var line) ? line : 0);

    /// <summary>How evidence calls one of the queries that count.</summary>
    public string PlaceOf(HotQuery query) => Place(query.Line);

    private string Place(int line) => line > 0 ? System.FormattableString.Invariant($"`{Path ?? "inputs"}:{line}`") : $"`{Path ?? "inputs"}`";
}
