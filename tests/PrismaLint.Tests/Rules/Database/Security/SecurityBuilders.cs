using PrismaLint.Database;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Security;

/// <summary>What tests about security put into snapshots.</summary>
internal static class SecurityBuilders
{
    public const string ByTenant = "(\"tenantId\" = ( SELECT (current_setting('app.tenant_id'::text))::integer AS current_setting))";

    /// <summary>Adds a policy; <paramref name="command"/> is the catalog's letter: <c>*</c>, <c>r</c>, <c>a</c>, <c>w</c>, <c>d</c>.</summary>
    public static TableBuilder Policy(this TableBuilder table, string name, string? qual, string? check = null, string command = "*", bool permissive = true, params string[] roles) =>
        table.Add(EvidenceSource.Policies, ("name", name), ("cmd", command), ("permissive", permissive), ("roles", roles.Length == 0 ? ["public"] : roles), ("qual", qual), ("chk", check));

    /// <summary>Switches row-level security on.</summary>
    public static TableBuilder Secured(this TableBuilder table, bool isForced = false) => table.Set("rls", true).Set("rls_force", isForced);

    public static TableBuilder Acl(this TableBuilder table, params string[] items) => table.Set("acl", items);

    public static SnapshotBuilder Schema(this SnapshotBuilder database, string name, params string[] acl) => database.Row(EvidenceSource.Namespaces, ("name", name), ("owner", "owner"), ("acl", acl));

    /// <summary>A role that can log in.</summary>
    public static SnapshotBuilder Login(this SnapshotBuilder database, string name, params (string Column, object? Value)[] values) => database.Role(name, [("login", true), .. values]);
}
