namespace PrismaLint.Database;

/// <summary>How an index of the database answers to one that the schema declares.</summary>
public enum IndexMatchKind
{
    /// <summary>Same structure, same name.</summary>
    Same,

    /// <summary>Same structure under another name.</summary>
    Renamed,

    /// <summary>Same name, another structure.</summary>
    Changed,
}
