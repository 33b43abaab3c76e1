using PrismaLint.Database;

namespace PrismaLint.Rules;

/// <summary>Why a source of evidence is missing, and what would bring it.</summary>
internal static class EvidenceRemedy
{
    public static string Reason(string source, EvidenceState state) => state.Kind switch
    {
        EvidenceStateKind.Denied => $"the role may not read {source}",
        EvidenceStateKind.Absent => $"the server has no {source}",
        EvidenceStateKind.TimedOut => $"reading {source} took too long",
        EvidenceStateKind.Failed => $"the server refused to read {source}{(state.SqlState is { } code ? $" ({code})" : "")}",
        _ => $"{source} was not read",
    };

    /// <summary>The grant or the step; <see langword="null"/> where nothing would help.</summary>
    public static string? Of(string source, EvidenceState state) => (source, state.Kind) switch
    {
        (EvidenceSource.Statements or EvidenceSource.StatementsInfo, EvidenceStateKind.Absent) =>
            "CREATE EXTENSION pg_stat_statements; with `pg_stat_statements` in shared_preload_libraries",
        (EvidenceSource.ColumnStatistics, _) =>
            "the function `prismalint.column_stats()` of `prismalint inspect --print-role-sql`, or SELECT on the tables",
        (EvidenceSource.Sequences, _) => "GRANT SELECT ON ALL SEQUENCES IN SCHEMA … TO the role",
        (EvidenceSource.HostBasedAuthentication, EvidenceStateKind.Denied) =>
            "GRANT SELECT ON pg_hba_file_rules TO the role; GRANT EXECUTE ON FUNCTION pg_hba_file_rules() TO the role",
        (EvidenceSource.Relations or EvidenceSource.TableStatistics or EvidenceSource.Columns or EvidenceSource.Constraints or EvidenceSource.Indexes or EvidenceSource.Policies
            or EvidenceSource.Triggers, EvidenceStateKind.Partial) => "inspect again when no other session holds a lock on them",
        (_, EvidenceStateKind.Denied or EvidenceStateKind.Partial) => "GRANT pg_monitor TO the role",
        (_, EvidenceStateKind.TimedOut) => "inspect at a quieter time, or fewer schemas with --schema",
        _ => null,
    };
}
