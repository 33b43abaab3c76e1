using System.Globalization;
using PrismaLint.Database;
using PrismaLint.Rules;
using PrismaLint.Rules.Database.Server;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>How many connections the server gives out, and how many the application asks for.</summary>
internal sealed class ConnectionBudget
{
    /// <summary>Connections kept back for a migration, a monitor, a dump and two people: a proposal.</summary>
    public const int KeptBack = 5;

    // PostgreSQL's own default of superuser_reserved_connections.
    private const int DefaultReserved = 3;

    private ConnectionBudget(PlanContext context)
    {
        var snapshot = context.Live?.Snapshot;
        var inputs = context.Inputs;
        Maximum = inputs.MaxConnections ?? Number(snapshot, "max_connections");
        MaximumSource = inputs.MaxConnections is not null ? inputs.PlaceOf("capacity.max_connections") : "the snapshot";
        Reserved = Number(snapshot, "superuser_reserved_connections") is { } reserved ? reserved + (Number(snapshot, "reserved_connections") ?? 0) : DefaultReserved;
        IsReservedKnown = snapshot?.FindSetting("superuser_reserved_connections") is not null;
        var instances = inputs.Instances ?? context.Rules.Get(LiveOptions.Instances);
        Instances = instances > 0 ? instances : null;
        InstancesSource = inputs.Instances is not null ? inputs.PlaceOf("capacity.instances") : "`prismalint.instances`";
        Cores = inputs.DatabaseCores;
        IsPooled = inputs.Pooler is { } pooler ? pooler != "none" : snapshot is not null && snapshot.StateOf(EvidenceSource.Connection).IsUsable && ConnectionLimit.IsPooled(snapshot.FirstRow(EvidenceSource.Connection));
        Version = context.Schema.PrismaVersion;
    }

    /// <summary><c>max_connections</c>, as told or as the server has it.</summary>
    public int? Maximum { get; }

    public string MaximumSource { get; }

    /// <summary>Connections that only superusers and their like get.</summary>
    public int Reserved { get; }

    /// <summary><see cref="Reserved"/> is the server's figure, and not the default.</summary>
    public bool IsReservedKnown { get; }

    public int? Instances { get; }

    public string InstancesSource { get; }

    public int? Cores { get; }

    /// <summary>A pooler stands between; known or told.</summary>
    public bool IsPooled { get; }

    public PrismaVersion Version { get; }

    /// <summary>What is left for the application.</summary>
    public int? Left => Maximum - Reserved - KeptBack;

    /// <summary>Connections that keep the server's cores busy, by PostgreSQL's rule of thumb: twice the cores and one disk.</summary>
    public int? Useful => (2 * Cores) + 1;

    /// <summary>The most that each instance may open so that all of them fit.</summary>
    public int? MostPerInstance => Left / Instances;

    /// <summary>The pool of an instance: no more than fits, and no more than keeps the cores busy.</summary>
    public int? PerInstance => MostPerInstance is not { } most ? null
        : Useful is { } useful ? System.Math.Max(1, System.Math.Min(most, (useful + (Instances ?? 1) - 1) / (Instances ?? 1)))
        : System.Math.Max(1, most);

    /// <summary>Connections of an instance whose program sets nothing, where the version decides it: the adapter for <c>pg</c> opens ten.</summary>
    public int? DefaultPool => Version is PrismaVersion.V7 or PrismaVersion.V8 ? 10 : null;

    public static ConnectionBudget Of(PlanContext context) => new(context);

    private static int? Number(DatabaseSnapshot? snapshot, string setting) =>
        int.TryParse(snapshot?.FindSetting(setting), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
