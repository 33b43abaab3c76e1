using System;

namespace PrismaLint.Connectors;

/// <summary>What the name of a database's host says.</summary>
public static class HostNames
{
    /// <summary>The machine itself, a container's neighbour or a private network: no name or address of the public net.</summary>
    public static bool IsLocal(string host) => host.Length == 0
        || host is "localhost" or "::1" or "[::1]" or "0.0.0.0" or "host.docker.internal"
        || host.StartsWith("127.", StringComparison.Ordinal)
        || host.StartsWith("10.", StringComparison.Ordinal)
        || host.StartsWith("192.168.", StringComparison.Ordinal)
        || IsPrivate172(host)
        || host.EndsWith(".local", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".internal", StringComparison.OrdinalIgnoreCase)
        || host[0] == '/'
        || host.StartsWith("[f", StringComparison.OrdinalIgnoreCase)
        // An address of IPv6 has colons and no dots.
        || (!host.Contains('.') && host.IndexOf(':') == host.LastIndexOf(':'));

    private static bool IsPrivate172(string host)
    {
        var parts = host.Split('.');
        return parts.Length == 4 && parts[0] == "172" && int.TryParse(parts[1], out var second) && second is >= 16 and <= 31;
    }
}
