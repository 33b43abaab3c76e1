using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;

namespace PrismaLint.Rules.Database.Security;

/// <summary>Names in the SQL and in the text of messages.</summary>
internal static class Sql
{
    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"") + "\"";

    /// <summary>The name as one would write it: in quotes only where it needs them.</summary>
    public static string Name(string name) =>
        name.Length > 0 && !(name[0] is >= '0' and <= '9') && name.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_') ? name : Quote(name);

    public static string Name(DatabaseTable table) => Name(table.Schema) + "." + Name(table.Name);

    public static string Name(DatabaseFunction function) => Name(function.Schema) + "." + Name(function.Name) + "(" + function.Arguments + ")";

    /// <summary>The first few, each in backticks, and how many more there are.</summary>
    public static string List(IReadOnlyCollection<string> names, int most = 5) =>
        string.Join(", ", names.Take(most).Select(name => $"`{name}`")) + (names.Count > most ? $" and {names.Count - most} more" : "");
}
