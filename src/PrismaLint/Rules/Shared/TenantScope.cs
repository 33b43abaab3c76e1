namespace PrismaLint.Rules.Shared;

/// <summary>How the rows of a model belong to a tenant.</summary>
public enum TenantScope
{
    /// <summary>Nothing leads from the model to a tenant.</summary>
    None,

    /// <summary>The model is listed as one that all tenants share.</summary>
    Global,

    /// <summary>Its rows are the tenants.</summary>
    Tenant,

    /// <summary>It has the tenant column, or a foreign key to the tenants.</summary>
    Direct,

    /// <summary>Required foreign keys lead to a model that belongs to a tenant.</summary>
    ViaParent,
}
