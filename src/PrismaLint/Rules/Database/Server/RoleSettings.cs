using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;

namespace PrismaLint.Rules.Database.Server;

/// <summary>What sessions of the application's role begin with: its own settings, those of the database, those of the server.</summary>
internal sealed class RoleSettings
{
    private readonly DatabaseSnapshot _snapshot;
    private readonly bool _isOther;

    private RoleSettings(DatabaseSnapshot snapshot, string? role)
    {
        _snapshot = snapshot;
        Role = role;
        _isOther = role is not null && snapshot.Server.Role is { } own && own != role;
    }

    /// <summary>The name of the role; <see langword="null"/> in snapshots without roles.</summary>
    public string? Role { get; }

    /// <summary>The role, for a sentence.</summary>
    public string Name => Role is null ? "the role that looked" : $"the role `{Role}`";

    public static RoleSettings Of(LiveContext context) =>
        new(context.Snapshot, context.Get(LiveOptions.AppRole) is { Length: > 0 } named ? named : context.Snapshot.Server.Role);

    /// <summary>The value of a setting; <see langword="null"/> where it is not known.</summary>
    public string? Find(string setting)
    {
        if (Of(Role, setting) is { } own)
            return own;
        if (OfDatabase(setting) is { } shared)
            return shared;
        // The server's values are read by a session whose role may have settings of its own.
        return _isOther && Of(_snapshot.Server.Role, setting) is not null ? null : _snapshot.FindSetting(setting);
    }

    /// <summary>A time that is none: <c>0</c>, <c>0ms</c>.</summary>
    public static bool IsZero(string value) => value.Trim('\'', ' ') is { Length: > 0 } text && text[0] == '0' && !text.Any(letter => letter is >= '1' and <= '9');

    // Of the role in this database, else of the role in any.
    private string? Of(string? role, string setting)
    {
        if (role is null)
            return null;
        var rows = _snapshot.Rows(EvidenceSource.RoleSettings).Where(row => row.FindText("role") == role).OrderByDescending(row => row.Flag("here"));
        return rows.Select(row => Read(row.Texts("config"), setting)).FirstOrDefault(value => value is not null)
            ?? Read(_snapshot.Roles.FirstOrDefault(candidate => candidate.Name == role)?.Configuration ?? [], setting);
    }

    private string? OfDatabase(string setting) => _snapshot.Rows(EvidenceSource.RoleSettings)
        .Where(row => row.FindText("role") is null)
        .OrderByDescending(row => row.Flag("here"))
        .Select(row => Read(row.Texts("config"), setting))
        .FirstOrDefault(value => value is not null);

    private static string? Read(IReadOnlyList<string> configuration, string setting) =>
        configuration.FirstOrDefault(line => line.StartsWith(setting + "=", StringComparison.OrdinalIgnoreCase))?.Substring(setting.Length + 1);
}
