namespace PrismaLint.Database;

/// <summary>What ANALYZE found about a column (<c>pg_stats</c>), values of rows left out.</summary>
/// <param name="NullFraction">The share of nulls, 0 to 1.</param>
/// <param name="AverageWidth">Bytes of a value.</param>
/// <param name="DistinctCount">Positive: distinct values; negative: their share of the rows, negated.</param>
/// <param name="Correlation">How the order of values and of rows on disk agree, -1 to 1.</param>
public sealed record ColumnStatistics(double NullFraction, long AverageWidth, double DistinctCount, double? Correlation);
