namespace PrismaLint.Database;

/// <summary>The names of the queries that a snapshot is made of: one <see cref="CatalogTable"/> each.</summary>
public static class EvidenceSource
{
    public const string Server = "server";
    public const string Settings = "settings";
    public const string DatabaseStatistics = "dbstat";
    public const string StatisticsSince = "statsince";
    public const string Namespaces = "namespaces";
    public const string Relations = "relations";
    public const string TableStatistics = "relstat";
    public const string Columns = "columns";
    public const string ColumnStatistics = "colstat";
    public const string Enums = "enums";
    public const string Domains = "domains";
    public const string Constraints = "constraints";
    public const string Indexes = "indexes";
    public const string IndexProgress = "indexprogress";
    public const string Sequences = "sequences";
    public const string Policies = "policies";
    public const string Triggers = "triggers";
    public const string Functions = "functions";
    public const string ViewDependencies = "viewdeps";
    public const string Roles = "roles";

    /// <summary>Timeouts and the time zone, of roles and of the database.</summary>
    public const string RoleSettings = "rolesettings";
    public const string Extensions = "extensions";
    public const string DefaultPrivileges = "defaultacl";
    public const string Activity = "activity";
    public const string Clients = "clients";
    public const string Blocked = "blocked";
    public const string PreparedTransactions = "prepared";
    public const string ReplicationSlots = "slots";
    public const string Replication = "replication";
    public const string Archiver = "archiver";
    public const string HostBasedAuthentication = "hba";
    public const string Statements = "statements";
    public const string StatementsInfo = "statements_info";

    /// <summary>What the connection URL says besides secrets: pool sizes, poolers, encryption. Not a query.</summary>
    public const string Connection = "connection";

    /// <summary>Rows of <c>_prisma_migrations</c>, without its logs; read only where that was asked for.</summary>
    public const string Migrations = "migrations";
}
