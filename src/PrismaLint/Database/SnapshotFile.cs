using System;
using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Database;

/// <summary>
/// A snapshot as text: JSON with one row of a source a line. What differs between any two runs (counters, sizes, sessions, the time) stands in one
/// block at the end, so that the rest of two files differs only where the database does. Host, user, password and URL are not in it.
/// </summary>
public static class SnapshotFile
{
    /// <summary>The version of the format. A reader takes files up to its own.</summary>
    public const int Version = 1;

    private static readonly HashSet<string> s_volatileSources = new(StringComparer.Ordinal)
    {
        EvidenceSource.DatabaseStatistics, EvidenceSource.TableStatistics, EvidenceSource.ColumnStatistics, EvidenceSource.IndexProgress, EvidenceSource.Activity,
        EvidenceSource.Clients, EvidenceSource.Blocked, EvidenceSource.PreparedTransactions, EvidenceSource.ReplicationSlots, EvidenceSource.Replication,
        EvidenceSource.Archiver, EvidenceSource.Statements, EvidenceSource.StatementsInfo,
    };

    private static readonly Dictionary<string, HashSet<string>> s_volatileColumns = new(StringComparer.Ordinal)
    {
        [EvidenceSource.Server] = Names("at", "xid_age", "mxid_age", "size"),
        [EvidenceSource.Relations] = Names("tuples", "pages", "xid_age", "mxid_age", "heap_size_est", "toast_pages", "toast_tuples", "toast_xid_age"),
        [EvidenceSource.Indexes] = Names("size", "tuples", "pages", "idx_scan", "idx_tup_read", "idx_tup_fetch", "last_scan", "idx_blks_read", "idx_blks_hit"),
        [EvidenceSource.Sequences] = Names("last_value"),
    };

    /// <summary>The text, the same for the same snapshot.</summary>
    /// <param name="snapshot">What was seen.</param>
    /// <param name="toolVersion">The version of the tool that took it.</param>
    public static string Write(DatabaseSnapshot snapshot, string toolVersion) => SnapshotWriter.Write(snapshot, toolVersion);

    /// <summary>Reads the text. One that is no snapshot gives none, and says why and where; nothing is thrown.</summary>
    public static SnapshotReading Read(SourceText source) => new SnapshotReader(source).Read();

    internal static bool IsVolatile(string source, string column) =>
        s_volatileSources.Contains(source) || (s_volatileColumns.TryGetValue(source, out var columns) && columns.Contains(column));

    private static HashSet<string> Names(params string[] names) => new(names, StringComparer.Ordinal);
}
