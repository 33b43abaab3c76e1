using System.Linq;
using PrismaLint.Database;

namespace PrismaLint.Rules.Database.Indexes;

/// <summary>What several rules ask of an index of the database.</summary>
internal static class IndexFacts
{
    /// <summary>Scans of the index, over all partitions; <see langword="null"/> where nobody counts.</summary>
    public static long? Scans(DatabaseIndex index) =>
        index.Parts.Count == 0 ? index.Scans : index.Parts.Select(Scans).Aggregate((long?)0, (sum, scans) => sum + scans);

    /// <summary>Bytes of the index, over all partitions.</summary>
    public static long Size(DatabaseIndex index) => index.Size + index.Parts.Sum(Size);

    /// <summary>It promises or marks something, so that nobody may drop it for want of readers.</summary>
    public static bool IsBound(DatabaseIndex index) =>
        index.IsUnique || index.IsPrimary || index.IsExclusion || index.IsReplicaIdentity || index.IsClustered || index.Constraint is not null
        || index.Parts.Any(part => part.IsReplicaIdentity || part.IsClustered);

    /// <summary>The attribute that declares the index, else its table: an index that the schema does not know is an affair of the model.</summary>
    public static LivePlace Place(LiveContext context, DatabaseIndex index) =>
        context.Map.MatchOf(index) is not null ? context.PlaceOf(index) : context.PlaceOf(index.Table) with { Object = index.QualifiedName };

    /// <summary>Others may read the database at another node, whose counters nobody sees here.</summary>
    public static string Elsewhere(LiveContext context) =>
        context.Snapshot.Server.IsStandby ? " on this standby; the primary counts for itself"
        : context.Snapshot.Rows(EvidenceSource.Replication).Any() || context.Snapshot.Rows(EvidenceSource.ReplicationSlots).Any(row => row.Text("slot_type") == "physical")
            ? " on this node; look at its replicas as well"
        : "";
}
