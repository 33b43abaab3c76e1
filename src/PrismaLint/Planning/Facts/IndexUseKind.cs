namespace PrismaLint.Planning.Facts;

/// <summary>What an index is good for.</summary>
internal enum IndexUseKind
{
    /// <summary>It keeps rows unique over its columns.</summary>
    Uniqueness,

    /// <summary><c>findUnique</c> and <c>upsert</c> find a row by it.</summary>
    Selector,

    /// <summary>It finds the rows of a foreign key.</summary>
    ForeignKey,

    /// <summary>A query of the inputs.</summary>
    HotQuery,

    /// <summary>Scans that the database has counted.</summary>
    Scans,

    /// <summary>The filters and orders that its columns allow; no use that anybody has told.</summary>
    Shape,
}
