using PrismaLint.Text;

namespace PrismaLint.Database;

/// <summary>What reading a snapshot's text gave: a snapshot, or what is wrong with the text.</summary>
/// <param name="Snapshot">The snapshot; <see langword="null"/> where there is a problem.</param>
/// <param name="Place">Where the problem is.</param>
/// <param name="Problem">What it is; <see langword="null"/> where there is none.</param>
public sealed record SnapshotReading(DatabaseSnapshot? Snapshot, Location? Place, string? Problem);
