using System.Collections.Generic;
using System.Linq;

namespace PrismaLint.Database.Statements;

/// <summary>Names in SQL.</summary>
internal static class SqlNames
{
    /// <summary>The name stands in an expression, quoted or not.</summary>
    public static bool Contains(string sql, string name) => SqlScanner.Scan(sql).Any(token => token.IsName && token.Text == name);

    /// <summary>The parts of a qualified name as the server prints it: <c>public."Post"</c>.</summary>
    public static IReadOnlyList<string> Parts(string name) => [.. SqlScanner.Scan(name).Where(token => token.IsName).Select(token => token.Text)];

    /// <summary>A name as SQL writes it, in quotes.</summary>
    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"") + "\"";
}
