using PrismaLint.Migrations.Diff;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Planning.Facts;

/// <summary>The policy that shows of a table the rows of one tenant alone.</summary>
/// <param name="Table">The table.</param>
/// <param name="Scope">How its rows belong to a tenant; of a join table <see cref="TenantScope.ViaParent"/>.</param>
/// <param name="Expression">The condition of a row.</param>
internal sealed record TenantPolicy(ExpectedTable Table, TenantScope Scope, string Expression)
{
    /// <summary>The name of each of these policies.</summary>
    public const string Name = "tenant_isolation";

    /// <summary>Foreign keys between the row and the tenant column; 0 where the row has it.</summary>
    public int Depth { get; init; }

    /// <summary>The database has row-level security and a policy there already.</summary>
    public bool IsInPlace { get; init; }

    public string CreateSql => $"CREATE POLICY {SqlPieces.Name(Name)} ON {Table.Sql}\n  USING ({Expression})\n  WITH CHECK ({Expression});";

    public string EnableSql => $"ALTER TABLE {Table.Sql} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;";

    public string DropSql => $"DROP POLICY {SqlPieces.Name(Name)} ON {Table.Sql};";

    public string DisableSql => $"ALTER TABLE {Table.Sql} NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;";
}
