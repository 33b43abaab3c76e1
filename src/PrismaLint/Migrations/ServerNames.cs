using System.Collections.Generic;
using System.Text;
using PrismaLint.Sql;
using PrismaLint.Text;

namespace PrismaLint.Migrations;

/// <summary>
/// The names that the server gives where a statement has none: the table, the columns and a label, the longer of the first two cut until
/// the whole has 63 bytes, a number behind the label where the name is taken (makeObjectName and ChooseRelationName in PostgreSQL's sources).
/// </summary>
internal static class ServerNames
{
    private const int Limit = 63;

    public static string Choose(ReplayedCatalog catalog, ReplayedTable table, IEnumerable<string> columns, string label)
    {
        var joined = string.Join("_", columns);
        for (var number = 0; ; number++)
        {
            var name = Make(table.Name, joined, number == 0 ? label : label + number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (!IsTaken(catalog, table, name, isConstraint: label is "fkey" or "check"))
                return name;
        }
    }

    /// <summary>Column names as ChooseIndexColumnNames has them: one that came before gets a number.</summary>
    public static IReadOnlyList<string> Distinct(IEnumerable<string> columns)
    {
        var names = new List<string>();
        foreach (var column in columns)
        {
            var name = column;
            for (var number = 1; names.Contains(name); number++)
                name = column + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            names.Add(name);
        }
        return names;
    }

    private static string Make(string table, string columns, string label)
    {
        var room = Limit - label.Length - 1 - (columns.Length > 0 ? 1 : 0);
        var (left, right) = (Bytes(table), Bytes(columns));
        while (left + right > room)
        {
            if (left > right)
                left--;
            else
                right--;
        }
        return ByteLimit.Clip(table, left) + (columns.Length > 0 ? "_" + ByteLimit.Clip(columns, right) : "") + "_" + label;
    }

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    // Names of relations are unique in the schema, those of other constraints in the table.
    private static bool IsTaken(ReplayedCatalog catalog, ReplayedTable table, string name, bool isConstraint)
    {
        if (table.FindConstraint(name) is not null)
            return true;
        return !isConstraint && (catalog.FindTable(table.Schema, name) is not null || catalog.FindIndex(new SqlName(table.Schema, name, default)) is not null);
    }
}
