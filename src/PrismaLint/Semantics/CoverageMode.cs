namespace PrismaLint.Semantics;

/// <summary>What makes an index serve a foreign key.</summary>
public enum CoverageMode
{
    /// <summary>The first columns of the index are the key's, in any order: what a database needs.</summary>
    Set,

    /// <summary>The first columns of the index are the key's, in the key's order: what InnoDB and Prisma ask for.</summary>
    Strict,

    /// <summary>The first column of the index is one of the key's.</summary>
    Leading,
}
