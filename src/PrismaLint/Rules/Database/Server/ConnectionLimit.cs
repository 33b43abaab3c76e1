using System.Globalization;
using PrismaLint.Database;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Server;

/// <summary>How many connections the server gives out, and how many a process wants.</summary>
internal static class ConnectionLimit
{
    // Prisma before 7 takes twice the number of processors and one; a usual machine has so many.
    private const int AssumedProcessors = 4;

    /// <summary><c>max_connections</c> less those that are kept for superusers and for administrators.</summary>
    public static long? Of(DatabaseSnapshot snapshot)
    {
        if (Number(snapshot, "max_connections") is not { } all)
            return null;
        var rest = all - (Number(snapshot, "superuser_reserved_connections") ?? 0) - (Number(snapshot, "reserved_connections") ?? 0);
        return rest > 0 ? rest : null;
    }

    /// <summary>The URL leads to a pooler: its connections are not the server's.</summary>
    public static bool IsPooled(CatalogRow url) => url.Flag("pgbouncer") || url.Flag("is_pooler_host") || url.FindNumber("port") == 6432;

    /// <summary>The connections of one process, and where that is known from.</summary>
    public static (long Size, string Source) PoolOf(CatalogRow url, PrismaVersion version) => (url.FindNumber("connection_limit"), version) switch
    {
        // The adapter has options of its own, and does not read the URL's.
        (_, PrismaVersion.V7 or PrismaVersion.V8) => (10, "the default of the adapter for `pg`, unless the program sets `max`"),
        ({ } limit and > 0, _) => (limit, "`connection_limit`"),
        _ => (AssumedProcessors * 2 + 1, $"the default of Prisma, assuming {AssumedProcessors.ToString(CultureInfo.InvariantCulture)} processors"),
    };

    private static long? Number(DatabaseSnapshot snapshot, string setting) =>
        long.TryParse(snapshot.FindSetting(setting), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
