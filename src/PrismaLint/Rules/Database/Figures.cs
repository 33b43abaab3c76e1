using System;
using System.Globalization;
using System.Linq;
using PrismaLint.Database;

namespace PrismaLint.Rules.Database;

/// <summary>How findings write numbers, sizes and names of a database.</summary>
internal static class Figures
{
    private const double Step = 1024;

    /// <summary><c>1,234,567</c></summary>
    public static string Count(double number) => Math.Round(number).ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>1 row</c>, <c>2,000 rows</c></summary>
    public static string Count(double number, string noun) => Count(number) + " " + noun + (Math.Round(number) == 1 ? "" : "s");

    /// <summary><c>12 %</c>; of small shares with one decimal.</summary>
    public static string Percent(double share) => (share * 100).ToString(share is > 0 and < 0.1 ? "0.#" : "0", CultureInfo.InvariantCulture) + " %";

    /// <summary><c>8.2 MB</c></summary>
    public static string Size(double bytes)
    {
        foreach (var unit in new[] { "bytes", "kB", "MB", "GB" })
        {
            if (bytes < Step)
                return bytes.ToString(bytes < 10 && unit != "bytes" ? "0.#" : "0", CultureInfo.InvariantCulture) + " " + unit;
            bytes /= Step;
        }
        return bytes.ToString("0.#", CultureInfo.InvariantCulture) + " TB";
    }

    /// <summary>A name as SQL wants it: <c>"User"</c>.</summary>
    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"") + "\"";

    /// <summary><c>"public"."User"</c></summary>
    public static string Quote(DatabaseTable table) => Quote(table.Schema) + "." + Quote(table.Name);

    /// <summary><c>"public"."User_email_idx"</c></summary>
    public static string Quote(DatabaseIndex index) => Quote(index.Table.Schema) + "." + Quote(index.Name);

    /// <summary>The columns of an index as findings write them: <c>a, b DESC</c>; an expression is an ellipsis.</summary>
    public static string Columns(DatabaseIndex index) =>
        string.Join(", ", index.KeyColumns.Select((column, i) => (column ?? "…") + (index.IsDescending(i) ? " DESC" : "")));

    /// <summary>The statement that removes an index without keeping writers out; of a partitioned table there is none of that kind.</summary>
    public static string Drop(DatabaseIndex index) =>
        $"`DROP INDEX {(index.Table.Kind == DatabaseTableKind.PartitionedTable ? "" : "CONCURRENTLY ")}{Quote(index)}`";
}
