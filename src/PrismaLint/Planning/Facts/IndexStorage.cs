using PrismaLint.Migrations.Diff;

namespace PrismaLint.Planning.Facts;

/// <summary>What an index takes on disk.</summary>
/// <param name="Index">The index.</param>
/// <param name="EntryBytes">Bytes for each row of the table, page overhead and fill factor included.</param>
internal sealed record IndexStorage(ExpectedIndex Index, double EntryBytes)
{
    /// <summary>Its access method has no size that follows from widths: the figure tells the order of magnitude.</summary>
    public bool IsRough { get; init; }

    /// <summary>Equal keys are stored once, and how many rows share a key is known from the database.</summary>
    public bool IsDeduplicated { get; init; }
}
