using System;

namespace PrismaLint.PostgreSql;

/// <summary>Which servers can be inspected.</summary>
internal static class ServerSupport
{
    private const int Oldest = 13;

    // They speak the protocol, and their catalogs mean something else.
    private static readonly string[] s_others = ["CockroachDB", "Redshift", "Greenplum", "YugabyteDB", "-YB-", "Materialize", "CrateDB", "QuestDB", "H2"];

    /// <summary>Why a server cannot be inspected; <see langword="null"/> where it can.</summary>
    /// <param name="product">What <c>version()</c> says.</param>
    /// <param name="version"><c>server_version_num</c>.</param>
    public static string? Refusal(string product, int version)
    {
        foreach (var other in s_others)
        {
            if (product.Contains(other, StringComparison.OrdinalIgnoreCase))
                return $"the server is {(other == "-YB-" ? "YugabyteDB" : other)}, not PostgreSQL, and cannot be inspected";
        }
        if (!product.StartsWith("PostgreSQL", StringComparison.Ordinal))
            return "the server is not PostgreSQL, and cannot be inspected";
        return version < Oldest * 10000 ? $"the server is PostgreSQL {(version < 100000 ? $"{version / 10000}.{version / 100 % 100}" : version / 10000)}: {Oldest} or later can be inspected" : null;
    }
}
