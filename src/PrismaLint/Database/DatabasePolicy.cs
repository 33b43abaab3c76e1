using System.Collections.Generic;

namespace PrismaLint.Database;

/// <summary>A row-level security policy (<c>pg_policy</c>).</summary>
public sealed class DatabasePolicy
{
    internal DatabasePolicy(DatabaseTable table, CatalogRow row)
    {
        Table = table;
        Name = row.Text("name");
        Command = row.Text("cmd") switch
        {
            "r" => "SELECT",
            "a" => "INSERT",
            "w" => "UPDATE",
            "d" => "DELETE",
            _ => "ALL",
        };
        IsPermissive = row.Flag("permissive");
        Roles = row.Texts("roles");
        Using = row.FindText("qual");
        Check = row.FindText("chk");
    }

    public DatabaseTable Table { get; }

    public string Name { get; }

    public string QualifiedName => Table.QualifiedName + "." + Name;

    /// <summary>SELECT, INSERT, UPDATE, DELETE or ALL.</summary>
    public string Command { get; }

    public bool IsPermissive { get; }

    /// <summary>The roles it is for; <c>public</c> is everybody.</summary>
    public IReadOnlyList<string> Roles { get; }

    /// <summary>The expression of USING.</summary>
    public string? Using { get; }

    /// <summary>The expression of WITH CHECK.</summary>
    public string? Check { get; }

    public override string ToString() => QualifiedName;
}
