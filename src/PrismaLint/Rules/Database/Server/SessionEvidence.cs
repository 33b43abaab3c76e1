using PrismaLint.Database;

namespace PrismaLint.Rules.Database.Server;

/// <summary>Whether the sessions of others can be seen.</summary>
internal static class SessionEvidence
{
    /// <summary>All sessions are visible. Otherwise the check is noted as not judged: who may not see the others counts none of them.</summary>
    public static bool IsVisible(LiveContext context, string check)
    {
        if (!context.Has(EvidenceSource.Activity, check))
            return false;
        // A session that is just starting is hidden from everybody.
        if (context.Snapshot.FirstRow(EvidenceSource.Activity).Number("hidden") == 0 || context.Snapshot.Server is { IsMonitor: true } or { ReadsAllStatistics: true } or { IsSuperuser: true })
            return true;
        context.Note(check, "the role does not see the sessions of others", "GRANT pg_monitor TO the role");
        return false;
    }
}
