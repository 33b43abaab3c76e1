using System.Collections.Generic;

namespace PrismaLint.Database;

/// <summary>A role (<c>pg_roles</c>), predefined ones left out.</summary>
public sealed class DatabaseRole
{
    internal DatabaseRole(CatalogRow row)
    {
        Name = row.Text("name");
        IsSuperuser = row.Flag("super");
        CanCreateRoles = row.Flag("createrole");
        CanCreateDatabases = row.Flag("createdb");
        CanLogin = row.Flag("login");
        CanReplicate = row.Flag("replication");
        BypassesRowSecurity = row.Flag("bypassrls");
        IsBootstrap = row.Flag("bootstrap");
        ConnectionLimit = row.FindNumber("connlimit") ?? -1;
        Configuration = row.Texts("config");
        MemberOf = row.Texts("member_of");
        RightsOf = row.Texts("rights_of");
    }

    public string Name { get; }

    public bool IsSuperuser { get; }

    public bool CanCreateRoles { get; }

    public bool CanCreateDatabases { get; }

    public bool CanLogin { get; }

    public bool CanReplicate { get; }

    public bool BypassesRowSecurity { get; }

    /// <summary>The superuser that <c>initdb</c> made (oid 10).</summary>
    public bool IsBootstrap { get; }

    /// <summary>-1: none.</summary>
    public long ConnectionLimit { get; }

    /// <summary>Settings of the role as <c>name=value</c>: search path, timeouts, row security, read only.</summary>
    public IReadOnlyList<string> Configuration { get; }

    /// <summary>The roles it is directly a member of.</summary>
    public IReadOnlyList<string> MemberOf { get; }

    /// <summary>The roles whose privileges it has without <c>SET ROLE</c>, over any number of steps; empty for a superuser, who has all.</summary>
    public IReadOnlyList<string> RightsOf { get; }

    public override string ToString() => Name;
}
