using System.Collections.Generic;
using System.Linq;
using PrismaLint.Migrations.Diff;

namespace PrismaLint.Planning.Facts;

/// <summary>Storage parameters that fit how a table is written better than the server's defaults.</summary>
/// <param name="Shape">The table and what it is used for.</param>
/// <param name="Table">The table as the database knows it.</param>
/// <param name="Reason">The trait behind it, in words.</param>
internal sealed record StorageTuning(TableShape Shape, ExpectedTable Table, string Reason)
{
    /// <summary>Dead rows (or new ones, where rows only come) at which vacuum begins with these parameters: rows and a part of all rows.</summary>
    public double Threshold { get; init; } = 1000;

    /// <summary>The part of all rows on top of <see cref="Threshold"/>; <see langword="null"/>: vacuum stays as it is.</summary>
    public double? ScaleFactor { get; init; }

    /// <summary>Rows only come: <see cref="ScaleFactor"/> counts new rows.</summary>
    public bool CountsInserts { get; init; }

    /// <summary>Percent of each page that inserts fill; <see langword="null"/>: all of it, as by default.</summary>
    public int? FillFactor { get; init; }

    /// <summary>Rows, where they are known.</summary>
    public double? Rows { get; init; }

    /// <summary>What has to be true for it, where rows are unknown; <see langword="null"/>: nothing.</summary>
    public string? Condition { get; init; }

    /// <summary>The parameters as <c>ALTER TABLE … SET</c> takes them.</summary>
    public IReadOnlyList<(string Name, string Value)> Parameters
    {
        get
        {
            var parameters = new List<(string, string)>();
            if (FillFactor is { } fill)
                parameters.Add(("fillfactor", fill.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            if (ScaleFactor is not { } factor)
                return parameters;
            var kind = CountsInserts ? "autovacuum_vacuum_insert_" : "autovacuum_vacuum_";
            parameters.Add((kind + "threshold", Threshold.ToString("0", System.Globalization.CultureInfo.InvariantCulture)));
            parameters.Add((kind + "scale_factor", factor.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture)));
            return parameters;
        }
    }

    public string SetSql => $"ALTER TABLE {Table.Sql} SET ({string.Join(", ", Parameters.Select(parameter => parameter.Name + " = " + parameter.Value))});";

    public string ResetSql => $"ALTER TABLE {Table.Sql} RESET ({string.Join(", ", Parameters.Select(parameter => parameter.Name))});";
}
