namespace PrismaLint.PostgreSql;

/// <summary>Why a database could not be inspected.</summary>
public enum InspectionFailure
{
    /// <summary>The caller's words: no URL, one that cannot be read, a variable that is not set.</summary>
    Usage,

    /// <summary>Nobody answers there.</summary>
    Unreachable,

    /// <summary>A server answers and does not let itself be inspected: login, database, product, version, size.</summary>
    Refused,
}
