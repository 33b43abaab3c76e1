using System;

namespace PrismaLint.Database;

/// <summary>The server and the session that looked at it.</summary>
public sealed class ServerFacts
{
    internal ServerFacts(CatalogRow row)
    {
        Version = (int)row.Number("version_num");
        VersionText = row.Text("version");
        IsStandby = row.Flag("recovery");
        At = row.FindTime("at") ?? DateTimeOffset.MinValue;
        StartedAt = row.FindTime("started");
        IsSuperuser = row.Flag("super");
        BypassesRowSecurity = row.Flag("bypassrls");
        IsMonitor = row.Flag("monitor");
        ReadsAllStatistics = row.Flag("all_stats");
        ReadsAllSettings = row.Flag("all_settings");
        Encoding = row.Text("encoding");
        Collation = row.Text("datcollate");
        XidAge = row.Number("xid_age");
        MultixactAge = row.Number("mxid_age");
        Size = row.Number("size");
        IsEncrypted = row.FindFlag("my_ssl");
        IsLocal = row.Flag("my_local");
        Role = row.FindText("role");
    }

    /// <summary><c>server_version_num</c>: 150018 is 15.18.</summary>
    public int Version { get; }

    public int Major => Version / 10000;

    /// <summary><c>15.18</c></summary>
    public string VersionText { get; }

    public bool IsStandby { get; }

    /// <summary>When the snapshot was taken, by the server's clock.</summary>
    public DateTimeOffset At { get; }

    public DateTimeOffset? StartedAt { get; }

    /// <summary>The role that looked is a superuser.</summary>
    public bool IsSuperuser { get; }

    public bool BypassesRowSecurity { get; }

    /// <summary>The role that looked has the privileges of <c>pg_monitor</c>.</summary>
    public bool IsMonitor { get; }

    public bool ReadsAllStatistics { get; }

    public bool ReadsAllSettings { get; }

    public string Encoding { get; }

    public string Collation { get; }

    public long XidAge { get; }

    public long MultixactAge { get; }

    /// <summary>Bytes of the database.</summary>
    public long Size { get; }

    /// <summary>The session that looked was encrypted.</summary>
    public bool? IsEncrypted { get; }

    /// <summary>The session that looked came by a Unix socket or from the server's own machine.</summary>
    public bool IsLocal { get; }

    /// <summary>The role that looked; <see langword="null"/> in snapshots without roles.</summary>
    public string? Role { get; }
}
