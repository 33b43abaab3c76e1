namespace PrismaLint.Planning.Facts;

/// <summary>What a table is used for, as far as its columns or the database's counters show. A table may have several.</summary>
internal enum TableTrait
{
    /// <summary>Its rows pair rows of two other models.</summary>
    Join,

    /// <summary>Few rows that many others refer to and that seldom change.</summary>
    LookUp,

    /// <summary>Rows come and are not changed afterwards.</summary>
    AppendOnly,

    /// <summary>Rows tell what happened: a log, an audit trail, a history. Always append-only.</summary>
    Log,

    /// <summary>Rows are changed again and again where they lie: a status, a counter, the moment of the last use.</summary>
    UpdatedInPlace,

    /// <summary>Rows are of no use after a while: sessions, tokens, codes.</summary>
    ShortLived,

    /// <summary>Rows wait to be worked on, and their status says how far that is.</summary>
    Queue,
}
