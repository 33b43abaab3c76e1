using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Database;
using PrismaLint.Migrations.Diff;
using PrismaLint.Rules.Database.Security;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>The roles that a schema needs, and what each may do with which table: a proposal, from names and shapes.</summary>
internal sealed class AccessRoles
{
    private static readonly string[] s_lookUps =
    [
        "type", "status", "category", "country", "currency", "language", "locale", "kind", "unit", "timezone", "state", "region", "role", "permission", "plan", "tier", "priority",
    ];

    private const int MostColumns = 5;
    private readonly PlanContext _context;
    private readonly Dictionary<ExpectedTable, AccessKind> _kinds = [];

    public AccessRoles(PlanContext context)
    {
        _context = context;
        Prefix = FindPrefix(context);
        Tables = [.. context.Database.Tables.Where(table => table.Model is null || context.Models.Contains(table.Model))];
        Existing = FindExisting();
        foreach (var table in Tables)
            _kinds.Add(table, table.Model is { } model ? KindOf(model) : AccessKind.Ordinary);
    }

    /// <summary>What the names of the roles begin with, since roles belong to the whole server.</summary>
    public string Prefix { get; }

    /// <summary>The role with the application's rights, which its login is a member of.</summary>
    public string Application => Existing?.Name ?? (_context.Inputs.AppRole == Prefix + "_app" ? Prefix + "_app_rights" : Prefix + "_app");

    /// <summary>
    /// The role that the application connects with, where the snapshot shows it: no superuser, and owner of no table. Then nothing is to be
    /// proposed in its place.
    /// </summary>
    public DatabaseRole? Existing { get; }

    /// <summary>The roles of the snapshot have that name among them.</summary>
    public bool IsThere(string role) => Snapshot?.Roles.Any(candidate => candidate.Name == role) == true;

    /// <summary>The snapshot shows that not everybody may create objects in the schema <c>public</c>.</summary>
    public bool IsPublicSchemaClosed => Snapshot is { } snapshot
        && snapshot.StateOf(EvidenceSource.Namespaces).IsUsable
        && snapshot.Rows(EvidenceSource.Namespaces).Any(row => row.Text("name") == "public" && !AccessList.Parse(row.Texts("acl")).OfPublic("C").Contains('C'));

    private DatabaseSnapshot? Snapshot => _context.Live is { IsReplayed: false } live && live.Snapshot.StateOf(EvidenceSource.Roles).IsUsable ? live.Snapshot : null;

    /// <summary>The role with the rights of reports.</summary>
    public string ReadOnly => Prefix + "_readonly";

    /// <summary>The tables that the client uses, in the order of the schema, then the join tables.</summary>
    public IReadOnlyList<ExpectedTable> Tables { get; }

    public AccessKind KindOf(ExpectedTable table) => _kinds[table];

    public IEnumerable<ExpectedTable> Of(AccessKind kind) => Tables.Where(table => _kinds[table] == kind);

    /// <summary>The columns that reports do not get: secrets, identity, money and health of people.</summary>
    public IReadOnlyList<ExpectedColumn> HiddenColumns(ExpectedTable table) => table.Model is { } model
        ? [.. _context.PersonalData.Of(model).Where(field => field.IsSensitive).Select(field => table.Columns.Find(column => column.Field == field.Field)).OfType<ExpectedColumn>()]
        : [];

    /// <summary>The database schemas of the tables.</summary>
    public IReadOnlyList<string> Schemas => [.. Tables.Select(table => table.Schema ?? DefaultSchema).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal)];

    private string DefaultSchema => _context.Live?.Map.DefaultSchema ?? "public";

    private DatabaseRole? FindExisting()
    {
        var name = _context.Inputs.AppRole ?? Snapshot?.FirstRow(EvidenceSource.Connection).FindText("app_role");
        return Snapshot?.Roles.FirstOrDefault(role => role.Name == name) is { IsSuperuser: false } found
            && !Snapshot.Tables.Any(table => table.Owner == found.Name || found.RightsOf.Contains(table.Owner))
                ? found
                : null;
    }

    private AccessKind KindOf(ModelSymbol model)
    {
        if (AuditScope.IsTrail(model))
            return AccessKind.AppendOnly;
        var fields = _context.PersonalData.Of(model);
        var others = model.Columns.Count(column => !column.IsId && !column.ForeignKeysOver.Any());
        if (!_context.PersonalData.IsOfPeople(model) && fields.Count(field => field.Kind == PersonalKind.Credential) is > 0 and var secrets && secrets * 3 >= others)
            return AccessKind.Secrets;
        return IsLookUp(model) ? AccessKind.LookUp : AccessKind.Ordinary;
    }

    private bool IsLookUp(ModelSymbol model)
    {
        if (_context.PersonalData.Of(model).Count > 0 || model.ForeignKeys.Count > 0 || model.ReferencingKeys.Count == 0 || model.Columns.Count() > MostColumns)
            return false;
        if (_context.Tenants.HasTenants && _context.Tenants.ScopeOf(model) is not (TenantScope.None or TenantScope.Global))
            return false;
        var last = Inflection.Default.Singular(Words.Last(model.Name));
        return Array.Exists(s_lookUps, noun => last == noun || (last == Inflection.Default.Singular(Words.Squash(model.Name)) && last.EndsWith(noun, StringComparison.Ordinal)));
    }

    private static string FindPrefix(PlanContext context)
    {
        var name = context.Inputs.Name ?? context.Live?.Snapshot.FirstRow(EvidenceSource.Connection).FindText("database") ?? ProjectName.Of(context.Source.Path);
        var slug = new StringBuilder();
        foreach (var letter in name)
        {
            var isPlain = letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
            if (isPlain)
                slug.Append(char.ToLowerInvariant(letter));
            else if (slug.Length > 0 && slug[slug.Length - 1] != '_')
                slug.Append('_');
        }
        var text = slug.ToString().Trim('_');
        if (text.Length > 40)
            text = text.Substring(0, 40).TrimEnd('_');
        // The server keeps names that begin with pg_ for itself.
        return text.Length == 0 ? "app" : text.StartsWith("pg_", StringComparison.Ordinal) || char.IsDigit(text[0]) ? "db_" + text : text;
    }
}
