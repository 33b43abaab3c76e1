using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;

namespace PrismaLint.Rules.Database.Tables;

/// <summary>How far a sequence has come on the way to what its column can hold.</summary>
/// <param name="Sequence">The sequence.</param>
/// <param name="Column">The column that takes its values; <see langword="null"/> where none is known.</param>
/// <param name="Last">The last value given out.</param>
/// <param name="Limit">The last value that there is room for.</param>
internal sealed record SequenceUse(DatabaseSequence Sequence, DatabaseColumn? Column, long Last, long Limit)
{
    public double Share => Limit <= 0 ? 0 : Last / (double)Limit;

    /// <summary>Every sequence whose last value is known, with each column that takes from it.</summary>
    public static IEnumerable<SequenceUse> Of(DatabaseSnapshot snapshot)
    {
        var takers = snapshot.Tables.Where(table => table is { IsTable: true, IsPartition: false })
            .SelectMany(table => table.Columns)
            .Where(column => column.Default?.StartsWith("nextval('", StringComparison.Ordinal) == true)
            .ToLookup(column => NameIn(column.Default ?? ""));
        foreach (var sequence in snapshot.Sequences)
        {
            if (sequence.LastValue is not { } last || sequence.Increment < 0)
                continue;
            DatabaseColumn[] columns =
            [
                .. (sequence.Owner is { } owner ? new[] { owner } : [])
                    .Concat(takers[sequence.QualifiedName])
                    .Concat(takers[sequence.Name])
                    .Where(column => !column.Table.IsExtensionOwned)
                    .Distinct(),
            ];
            if (columns.Length == 0)
                yield return new SequenceUse(sequence, null, last, sequence.Maximum);
            foreach (var column in columns)
                yield return new SequenceUse(sequence, column, last, Math.Min(MaximumOf(column), sequence.Maximum));
        }
    }

    /// <summary>The greatest whole number that a column holds.</summary>
    public static long MaximumOf(DatabaseColumn column) => column.TypeName switch
    {
        "int2" => short.MaxValue,
        "int4" => int.MaxValue,
        _ => long.MaxValue,
    };

    // nextval('public."User_id_seq"'::regclass)
    private static string NameIn(string text)
    {
        var start = text.IndexOf('\'') + 1;
        var end = text.IndexOf('\'', start);
        return end < 0 ? "" : text.Substring(start, end - start).Replace("\"", "");
    }
}
