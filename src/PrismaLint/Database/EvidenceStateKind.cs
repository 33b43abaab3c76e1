namespace PrismaLint.Database;

/// <summary>What became of a source of evidence.</summary>
public enum EvidenceStateKind
{
    /// <summary>Everything was read.</summary>
    Ok,

    /// <summary>Read without some objects or columns: <see cref="EvidenceState.Names"/>.</summary>
    Partial,

    /// <summary>The role may not read it (SQLSTATE 42501), or reads only that it may not.</summary>
    Denied,

    /// <summary>The server has no such thing: an extension is not installed, a view came with a later version.</summary>
    Absent,

    /// <summary>It took longer than the time that the inspection gives a query (57014), or waited for a lock (55P03).</summary>
    TimedOut,

    /// <summary>The server refused the query for another reason.</summary>
    Failed,

    /// <summary>Nobody asked: left out by an option, or by the version that wrote the snapshot.</summary>
    NotAsked,
}
