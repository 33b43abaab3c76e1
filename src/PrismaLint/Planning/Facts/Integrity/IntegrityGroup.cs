namespace PrismaLint.Planning.Facts.Integrity;

/// <summary>What a check of rows is about.</summary>
internal enum IntegrityGroup
{
    /// <summary>Rows that refer to rows that are not there.</summary>
    Orphans,

    /// <summary>Values outside of what their column can mean.</summary>
    Values,

    /// <summary>Rows that are there twice.</summary>
    Duplicates,

    /// <summary>Rows of deleted parents.</summary>
    SoftDeletes,

    /// <summary>Rows that lead to two tenants.</summary>
    Tenants,

    /// <summary>Rows that lead to two rows of one model.</summary>
    Paths,

    /// <summary>Periods of one parent that overlap.</summary>
    Periods,
}
