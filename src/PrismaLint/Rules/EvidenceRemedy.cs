using PrismaLint.Database;

namespace PrismaLint.Rules;

/// <summary>Why a source of evidence is missing, and what would bring it.</summary>
internal static class EvidenceRemedy
{
    /// <summary>What a source holds, in words that a reader of a report knows.</summary>
    public static string Describe(string source) => source switch
    {
        EvidenceSource.DatabaseStatistics => "the statistics of the database",
        EvidenceSource.StatisticsSince => "the age of the statistics",
        EvidenceSource.TableStatistics => "the statistics of tables",
        EvidenceSource.ColumnStatistics => "the statistics of columns",
        EvidenceSource.IndexProgress => "the progress of index builds",
        EvidenceSource.ViewDependencies => "what views read",
        EvidenceSource.DefaultPrivileges => "default privileges",
        EvidenceSource.Activity => "the activity of sessions",
        EvidenceSource.Clients => "the sessions of clients",
        EvidenceSource.Blocked => "blocked sessions",
        EvidenceSource.PreparedTransactions => "prepared transactions",
        EvidenceSource.ReplicationSlots => "replication slots",
        EvidenceSource.Replication => "the replicas",
        EvidenceSource.Archiver => "the archiver",
        EvidenceSource.HostBasedAuthentication => "`pg_hba.conf`",
        EvidenceSource.Statements => "the statements",
        EvidenceSource.StatementsInfo => "the age of statement counts",
        EvidenceSource.Connection => "the connection URL",
        EvidenceSource.Migrations => "`_prisma_migrations`",
        "rolesettings" => "the settings of roles",
        _ => source,
    };

    public static string Reason(string source, EvidenceState state) => Reason(Describe(source), state, IsMany(source));

    // `indexes were`, `the archiver was`
    private static bool IsMany(string source) => source is not (EvidenceSource.Server or EvidenceSource.StatisticsSince or EvidenceSource.IndexProgress or EvidenceSource.ViewDependencies
        or EvidenceSource.Activity or EvidenceSource.Archiver or EvidenceSource.HostBasedAuthentication or EvidenceSource.StatementsInfo or EvidenceSource.Connection or EvidenceSource.Migrations);

    private static string Reason(string source, EvidenceState state, bool isMany) => state.Kind switch
    {
        EvidenceStateKind.Denied => $"the role may not read {source}",
        EvidenceStateKind.Absent => $"the server does not have {source}",
        EvidenceStateKind.TimedOut => $"reading {source} took too long",
        EvidenceStateKind.Failed => $"the server refused to read {source}{(state.SqlState is { } code ? $" ({code})" : "")}",
        _ => $"{source} {(isMany ? "were" : "was")} not read",
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
