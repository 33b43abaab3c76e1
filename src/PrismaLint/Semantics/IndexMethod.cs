namespace PrismaLint.Semantics;

/// <summary>The access method of an index.</summary>
public enum IndexMethod
{
    BTree,
    Hash,
    Gin,
    Gist,
    SpGist,
    Brin,

    /// <summary>A method that Prisma does not know (an error).</summary>
    Unknown,
}
