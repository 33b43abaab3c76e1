namespace PrismaLint.Semantics;

/// <summary>What declares an index.</summary>
public enum IndexKind
{
    /// <summary><c>@id</c>, <c>@@id</c></summary>
    PrimaryKey,

    /// <summary><c>@unique</c>, <c>@@unique</c></summary>
    Unique,

    /// <summary><c>@@index</c></summary>
    Index,

    /// <summary><c>@@fulltext</c></summary>
    Fulltext,
}
