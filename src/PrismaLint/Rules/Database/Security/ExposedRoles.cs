using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;

namespace PrismaLint.Rules.Database.Security;

/// <summary>The roles that reach the database without the application between, and what they reach.</summary>
internal sealed class ExposedRoles
{
    private readonly DatabaseRole[] _roles;
    private readonly Dictionary<string, AccessList> _schemas;

    public ExposedRoles(LiveContext context)
    {
        var names = context.Get(LiveOptions.ExposedRoles);
        // Who sees everything anyway is another finding.
        _roles = [.. context.Snapshot.Roles.Where(role => names.Contains(role.Name) && !role.IsSuperuser && !role.BypassesRowSecurity)];
        _schemas = context.Snapshot.Rows(EvidenceSource.Namespaces).GroupBy(row => row.Text("name")).ToDictionary(group => group.Key, group => AccessList.Parse(group.First().Texts("acl")));
    }

    /// <summary>The first such role that reads or changes rows of the table, with what it may; <see langword="null"/> where none does.</summary>
    public (string Role, string Privileges)? Find(DatabaseTable table)
    {
        foreach (var role in _roles)
        {
            if (AccessList.Of(table).Of(role, "rawd") is { Length: > 0 } letters && Enters(role, table.Schema))
                return (role.Name, letters);
        }
        return null;
    }

    /// <summary>The first such role that reads the column.</summary>
    public DatabaseRole? FindReader(DatabaseColumn column) => _roles.FirstOrDefault(role =>
        Enters(role, column.Table.Schema) && (AccessList.Of(column.Table).Of(role, "r").Length > 0 || AccessList.Of(column).Of(role, "r").Length > 0));

    /// <summary>PUBLIC may look into the schema; where nobody knows, it may.</summary>
    public bool IsOpenToPublic(string schema) => !_schemas.TryGetValue(schema, out var list) || list.OfPublic("U").Length > 0;

    private bool Enters(DatabaseRole role, string schema) => !_schemas.TryGetValue(schema, out var list) || list.Of(role, "U").Length > 0;
}
