namespace PrismaLint.Rules.Shared;

/// <summary>How a soft-delete marker tells the living from the deleted.</summary>
internal enum SoftDeleteKind
{
    /// <summary>A moment that is null as long as the row lives.</summary>
    NullableMoment,

    /// <summary>A Boolean.</summary>
    Flag,

    /// <summary>A required moment with a constant for rows that live: an epoch, the year 9999, 0, -1.</summary>
    Sentinel,

    /// <summary>Named like a moment of deletion, but never null and without a constant: tells nothing apart.</summary>
    NeverNull,
}
