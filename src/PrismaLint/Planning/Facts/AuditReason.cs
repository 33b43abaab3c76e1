namespace PrismaLint.Planning.Facts;

/// <summary>Why changes of a model are worth a record, as far as names say.</summary>
internal enum AuditReason
{
    Money,

    /// <summary>Roles, permissions, memberships.</summary>
    Rights,
    Secrets,
    People,

    /// <summary>Scores, statistics, grades.</summary>
    Results,
}
