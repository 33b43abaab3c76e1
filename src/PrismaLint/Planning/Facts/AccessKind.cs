namespace PrismaLint.Planning.Facts;

/// <summary>What the application needs to do with a table, as far as the schema shows.</summary>
internal enum AccessKind
{
    /// <summary>Read and change rows.</summary>
    Ordinary,

    /// <summary>The same, and nobody else reads them: hardly anything stands there but secrets.</summary>
    Secrets,

    /// <summary>Read and add rows: the record of what happened.</summary>
    AppendOnly,

    /// <summary>Read rows: a list that other tables refer to.</summary>
    LookUp,
}
