using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using PrismaLint.Database;

namespace PrismaLint.PostgreSql;

/// <summary>
/// Gives roles made-up names, each the same everywhere, so that what is found stays the same. Predefined roles and those that hosters give
/// to everybody tell nothing, and rules know them by name: they keep theirs.
/// </summary>
internal sealed class RolePseudonyms
{
    private static readonly HashSet<string> s_known = new(StringComparer.Ordinal) { "", "public", "PUBLIC", "anon", "authenticated", "service_role", "authenticator", "all" };

    private static readonly (string Source, string[] Columns)[] s_names =
    [
        (EvidenceSource.Server, ["role"]), (EvidenceSource.Namespaces, ["owner"]), (EvidenceSource.Relations, ["owner"]), (EvidenceSource.Policies, ["roles"]),
        (EvidenceSource.Functions, ["owner"]), (EvidenceSource.Roles, ["name", "member_of", "rights_of"]), (EvidenceSource.DefaultPrivileges, ["role"]), (EvidenceSource.Clients, ["usr"]),
        (EvidenceSource.Connection, ["app_role"]), (EvidenceSource.HostBasedAuthentication, ["user_name"]), ("rolesettings", ["role"]),
    ];

    private static readonly (string Source, string[] Columns)[] s_acls =
    [
        (EvidenceSource.Server, ["datacl"]), (EvidenceSource.Namespaces, ["acl"]), (EvidenceSource.Relations, ["acl"]), (EvidenceSource.Columns, ["acl"]),
        (EvidenceSource.Functions, ["acl"]), (EvidenceSource.DefaultPrivileges, ["acl"]),
    ];

    private static readonly (string Source, string[] Columns)[] s_texts =
    [
        (EvidenceSource.Policies, ["qual", "chk"]), (EvidenceSource.Relations, ["viewdef"]), (EvidenceSource.Constraints, ["def"]), (EvidenceSource.Columns, ["def"]),
        (EvidenceSource.Indexes, ["exprs", "pred"]),
    ];

    private readonly SortedDictionary<string, string> _names = new(StringComparer.Ordinal);

    private RolePseudonyms(IEnumerable<string> names)
    {
        foreach (var name in names)
            _names.TryAdd(name, "");
        var number = 0;
        foreach (var name in _names.Keys.ToArray())
            _names[name] = "role" + (++number).ToString(CultureInfo.InvariantCulture);
    }

    public static void Apply(Dictionary<string, CatalogTable> sources)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Each(sources, s_names, text => Add(text));
        Each(sources, s_acls, text =>
        {
            foreach (var part in SplitAcl(text))
            {
                if (part.IsRole)
                    names.Add(Unquote(part.Text));
            }
            return text;
        });
        names.RemoveWhere(name => s_known.Contains(name) || name.StartsWith("pg_", StringComparison.Ordinal));
        var pseudonyms = new RolePseudonyms(names);
        Each(sources, s_names, pseudonyms.Of);
        Each(sources, s_acls, text => string.Concat(SplitAcl(text).Select(part => part.IsRole ? pseudonyms.Of(Unquote(part.Text)) : part.Text)));
        Each(sources, s_texts, pseudonyms.InText);
        Each(sources, [(EvidenceSource.Functions, ["config"]), (EvidenceSource.Roles, ["config"])], text =>
            text.StartsWith("role=", StringComparison.Ordinal) ? "role=" + pseudonyms.Of(Unquote(text["role=".Length..])) : text);

        string Add(string name)
        {
            names.Add(name.TrimStart('+'));
            return name;
        }
    }

    private string Of(string name) =>
        name.StartsWith('+') ? "+" + Of(name[1..]) : _names.TryGetValue(name, out var pseudonym) ? pseudonym : name;

    // A literal is a role's name where its type says so: CURRENT_USER = 'app'::name, pg_has_role('app'::name, …).
    private string InText(string text)
    {
        foreach (var pair in _names)
        {
            var literal = "'" + pair.Key.Replace("'", "''", StringComparison.Ordinal) + "'::";
            text = text
                .Replace(literal + "name", "'" + pair.Value + "'::name", StringComparison.Ordinal)
                .Replace(literal + "regrole", "'" + pair.Value + "'::regrole", StringComparison.Ordinal);
        }
        return text;
    }

    private static void Each(Dictionary<string, CatalogTable> sources, (string Source, string[] Columns)[] where, Func<string, string> change)
    {
        foreach (var (source, columns) in where)
        {
            if (!sources.TryGetValue(source, out var table))
                continue;
            var ordinals = columns.Select(column => table.Columns.ToList().IndexOf(column)).Where(ordinal => ordinal >= 0).ToArray();
            foreach (var row in table.Values)
            {
                foreach (var i in ordinals)
                {
                    row[i] = row[i] switch
                    {
                        string text => change(text),
                        string?[] texts => Array.ConvertAll(texts, text => text is null ? null : change(text)),
                        var other => other,
                    };
                }
            }
        }
    }

    // grantee=letters/grantor, each name in double quotes where it is no plain word.
    private static List<(string Text, bool IsRole)> SplitAcl(string acl)
    {
        var parts = new List<(string, bool)>();
        var current = new StringBuilder();
        var isQuoted = false;
        var isRole = true;
        foreach (var c in acl)
        {
            if (c == '"')
                isQuoted = !isQuoted;
            if (!isQuoted && c is '=' or '/')
            {
                parts.Add((current.ToString(), isRole));
                parts.Add((c.ToString(), false));
                current.Clear();
                isRole = c == '/';
                continue;
            }
            current.Append(c);
        }
        parts.Add((current.ToString(), isRole));
        return parts;
    }

    private static string Unquote(string name) =>
        name.Length >= 2 && name[0] == '"' ? name[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : name;
}
