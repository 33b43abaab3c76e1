namespace PrismaLint.Rules.Shared;

/// <summary>What goes wrong between a unique and a soft deletion.</summary>
internal enum SoftDeleteUniqueKind
{
    /// <summary>A value that people choose stays taken by deleted rows.</summary>
    BlocksReuse,

    /// <summary>The unique holds a marker that is null for living rows, so that it does not bind them.</summary>
    BindsNobody,

    /// <summary>Another value stays taken: an external id, a combination of foreign keys.</summary>
    BlocksOther,

    /// <summary>The unique holds a flag: only one deleted row per value.</summary>
    SecondDeletionFails,
}
