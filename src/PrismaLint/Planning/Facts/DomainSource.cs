namespace PrismaLint.Planning.Facts;

/// <summary>What makes the domains of a schema.</summary>
internal enum DomainSource
{
    /// <summary>The files that the models lie in.</summary>
    Files,

    /// <summary>The folders that the files lie in.</summary>
    Folders,

    /// <summary>The schemas of the database.</summary>
    Schemas,

    /// <summary>Which models refer to which, and how they are called.</summary>
    Relations,
}
