using System.Linq;
using PrismaLint.Database;

namespace PrismaLint.Rules.Database.Security;

/// <summary>The role that the application connects with.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsKnown">Configuration or the application's URL names it; otherwise it is only the role that looked.</param>
/// <param name="IsSuperuser">Nothing is forbidden to it.</param>
/// <param name="BypassesRowSecurity">It has BYPASSRLS.</param>
/// <param name="CanCreateRoles">It has CREATEROLE.</param>
/// <param name="Role">What the server says of it.</param>
internal sealed record ApplicationRole(string Name, bool IsKnown, bool IsSuperuser, bool BypassesRowSecurity, bool CanCreateRoles, DatabaseRole? Role)
{
    /// <summary>No policy holds for it.</summary>
    public bool PassesPolicies => IsSuperuser || BypassesRowSecurity;

    /// <summary>Behind what is said of it.</summary>
    public string Caveat => IsKnown ? "" : " (that is the role of this inspection: `prismalint.app_role` names the application's)";

    /// <summary>The option, else the URL's, else the role that looked; <see langword="null"/> where no such role is known.</summary>
    public static ApplicationRole? Find(LiveContext context)
    {
        var configured = context.Get(LiveOptions.AppRole);
        var ofUrl = context.Snapshot.FirstRow(EvidenceSource.Connection).FindText("app_role");
        var name = configured.Length > 0 ? configured : ofUrl;
        var server = context.Snapshot.Server;
        if (name is null or "")
        {
            return server.Role is { } own
                ? new ApplicationRole(own, IsKnown: false, server.IsSuperuser, server.BypassesRowSecurity, RoleOf(context, own)?.CanCreateRoles ?? false, RoleOf(context, own))
                : null;
        }
        if (RoleOf(context, name) is { } role)
            return new ApplicationRole(role.Name, IsKnown: true, role.IsSuperuser, role.BypassesRowSecurity, role.CanCreateRoles, role);
        return name == server.Role ? new ApplicationRole(name, IsKnown: true, server.IsSuperuser, server.BypassesRowSecurity, CanCreateRoles: false, null) : null;
    }

    /// <summary>It is that role, or has its rights without <c>SET ROLE</c>.</summary>
    public bool HasRightsOf(string role) => Name == role || (Role is { } known && known.RightsOf.Contains(role));

    private static DatabaseRole? RoleOf(LiveContext context, string? name) => context.Snapshot.Roles.FirstOrDefault(role => role.Name == name);
}
