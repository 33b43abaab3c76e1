using System.Collections.Generic;

namespace PrismaLint.Database.Testing;

/// <summary>Which server a cluster runs on, and how it is set.</summary>
public sealed record PostgreSqlClusterOptions
{
    /// <summary>The major version; <see langword="null"/> takes the newest one on the machine.</summary>
    public int? Major { get; init; }

    /// <summary>Server settings: <c>shared_preload_libraries</c> → <c>pg_stat_statements</c>. They win over those that make tests fast.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
