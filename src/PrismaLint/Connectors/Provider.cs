namespace PrismaLint.Connectors;

/// <summary>The database behind a schema, by its <c>provider</c>.</summary>
public enum Provider
{
    /// <summary>No datasource, or one whose provider Prisma does not know.</summary>
    Unknown,

    /// <summary><c>postgresql</c>, also spelled <c>postgres</c>.</summary>
    PostgreSql,

    /// <summary><c>mysql</c>; MariaDB too.</summary>
    MySql,
    Sqlite,
    SqlServer,
    MongoDb,
    CockroachDb,
}
