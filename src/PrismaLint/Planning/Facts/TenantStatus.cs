namespace PrismaLint.Planning.Facts;

/// <summary>How it is known which model the tenants are.</summary>
internal enum TenantStatus
{
    /// <summary>Nothing tells, and nothing looks like it.</summary>
    Unknown,

    /// <summary>The inputs say that there are none.</summary>
    None,

    /// <summary>A column that many models have looks like it: a proposal to be confirmed.</summary>
    Proposed,

    /// <summary>The inputs or the configuration say so.</summary>
    Told,
}
