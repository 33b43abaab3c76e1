using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;

namespace PrismaLint.Rules.Database.Security;

/// <summary>A line of <c>pg_hba.conf</c> that lets somebody in from another machine.</summary>
/// <param name="Type"><c>host</c>, <c>hostssl</c>, <c>hostnossl</c>, <c>hostgssenc</c> …</param>
/// <param name="Address">From where: <c>all</c>, a network, the name of a machine.</param>
/// <param name="Method">How it is asked who he is.</param>
internal sealed record HostRule(string Type, string Address, string Method)
{
    /// <summary>A connection without TLS gets in by it.</summary>
    public bool AllowsPlain => Type is "host" or "hostnossl";

    /// <summary>As one would write it, users and databases left out.</summary>
    public override string ToString() => $"{Type} … {Address} {Method}";

    /// <summary>Those from beyond the server's own machine that let in at all: no sockets, no loopback, nothing that is rejected.</summary>
    public static IReadOnlyList<HostRule> RemoteOnes(DatabaseSnapshot snapshot) =>
    [
        .. snapshot.Rows(EvidenceSource.HostBasedAuthentication)
            .Where(row => row.Text("type").StartsWith("host", StringComparison.Ordinal) && row.Text("auth_method") != "reject" && !IsLoopback(row.Text("address")))
            .Select(row => new HostRule(row.Text("type"), row.Text("address"), row.Text("auth_method")))
            .Distinct(),
    ];

    private static bool IsLoopback(string address) =>
        address is "" or "::1" or "localhost" or "samehost" || address.StartsWith("127.", StringComparison.Ordinal) || address.StartsWith("::1/", StringComparison.Ordinal);
}
