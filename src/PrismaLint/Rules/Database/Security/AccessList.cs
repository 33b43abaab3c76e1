using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Database;

namespace PrismaLint.Rules.Database.Security;

/// <summary>
/// Who may do what with an object: <c>aclitem[]</c> as the server prints it, <c>grantee=letters/grantor</c>, names in quotes where they hold
/// more than letters, digits and underscores. A catalog without a list means the built-in one: the owner everything, others (of tables, columns
/// and schemas) nothing.
/// </summary>
internal sealed class AccessList
{
    /// <summary>SELECT, INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER: what reads or changes rows, or makes others do so.</summary>
    public const string OfRows = "rawdDt";

    /// <summary>INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER.</summary>
    public const string OfWriting = "awdDt";

    private static readonly (char Letter, string Name)[] s_names =
    [
        ('r', "SELECT"), ('a', "INSERT"), ('w', "UPDATE"), ('d', "DELETE"), ('D', "TRUNCATE"), ('x', "REFERENCES"), ('t', "TRIGGER"), ('m', "MAINTAIN"),
        ('X', "EXECUTE"), ('U', "USAGE"), ('C', "CREATE"), ('c', "CONNECT"), ('T', "TEMPORARY"),
    ];

    private AccessList(IReadOnlyList<AccessGrant> grants) => Grants = grants;

    public IReadOnlyList<AccessGrant> Grants { get; }

    public static AccessList Of(DatabaseTable table) => Parse(table.Acl);

    public static AccessList Of(DatabaseColumn column) => Parse(column.Acl);

    /// <summary>Reads the entries; what is none is left out.</summary>
    public static AccessList Parse(IEnumerable<string> acl) => new([.. acl.Select(ParseItem).OfType<AccessGrant>()]);

    /// <summary>What PUBLIC may do of what the letters say, in their order.</summary>
    public string OfPublic(string letters) => Filter(letters, grant => grant.IsPublic);

    /// <summary>What the role may do of what the letters say: by itself, by roles whose rights it has, by PUBLIC.</summary>
    public string Of(DatabaseRole role, string letters) =>
        Filter(letters, grant => grant.IsPublic || grant.Grantee == role.Name || role.RightsOf.Contains(grant.Grantee));

    /// <summary>The names of letters: <c>SELECT, INSERT</c>.</summary>
    public static string Describe(string letters) =>
        string.Join(", ", s_names.Where(pair => letters.Contains(pair.Letter)).Select(pair => pair.Name));

    private string Filter(string letters, System.Func<AccessGrant, bool> isMeant) =>
        new([.. letters.Where(letter => Grants.Any(grant => isMeant(grant) && grant.Privileges.Contains(letter)))]);

    private static AccessGrant? ParseItem(string item)
    {
        var at = 0;
        var grantee = new StringBuilder();
        if (at < item.Length && item[at] == '"')
        {
            for (at++; at < item.Length; at++)
            {
                if (item[at] == '"')
                {
                    // Two quotes are one of the name.
                    if (at + 1 == item.Length || item[at + 1] != '"')
                        break;
                    at++;
                }
                grantee.Append(item[at]);
            }
            at++;
        }
        else
        {
            for (; at < item.Length && item[at] != '='; at++)
                grantee.Append(item[at]);
        }
        if (at >= item.Length || item[at] != '=')
            return null;
        var end = item.IndexOf('/', at);
        var letters = end < 0 ? item.Substring(at + 1) : item.Substring(at + 1, end - at - 1);
        return new AccessGrant(grantee.ToString(), letters.Replace("*", ""));
    }
}
