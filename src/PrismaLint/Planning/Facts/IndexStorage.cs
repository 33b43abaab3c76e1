using PrismaLint.Migrations.Diff;

namespace PrismaLint.Planning.Facts;

/// <summary>What an index takes on disk.</summary>
/// <param name="Index">The index.</param>
/// <param name="EntryBytes">Bytes for each entry, page overhead and fill factor included.</param>
internal sealed record IndexStorage(ExpectedIndex Index, double EntryBytes);
