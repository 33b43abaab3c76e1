namespace PrismaLint.Planning.Document;

/// <summary>What a recommended change is about, in the order in which section 7 brings changes in.</summary>
public enum PlanChangeKind
{
    /// <summary>Roles and their rights.</summary>
    Role,

    /// <summary>A new index.</summary>
    Index,

    /// <summary>A new unique constraint.</summary>
    Unique,

    /// <summary>A column: its type, its default, whether it may be empty.</summary>
    Column,

    /// <summary>A foreign key or a check.</summary>
    Constraint,

    /// <summary>Storage parameters of a table: fill factor, autovacuum.</summary>
    Storage,

    /// <summary>A trigger that records changes.</summary>
    Audit,

    /// <summary>Policies that keep rows of tenants apart.</summary>
    RowSecurity,

    /// <summary>A materialised view.</summary>
    MaterializedView,

    /// <summary>An index that goes.</summary>
    IndexRemoval,

    /// <summary>Any other change of the schema.</summary>
    Other,

    /// <summary>The client alone changes.</summary>
    Client,
}
