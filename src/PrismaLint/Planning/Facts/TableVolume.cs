namespace PrismaLint.Planning.Facts;

/// <summary>The rows of a table, as far as they are known.</summary>
/// <param name="Rows">Rows today; <see langword="null"/>: unknown.</param>
/// <param name="PerMonth">Rows that come in a month; <see langword="null"/>: unknown.</param>
/// <param name="Source">Who tells of <paramref name="Rows"/>.</param>
internal readonly record struct TableVolume(double? Rows, double? PerMonth, VolumeSource Source)
{
    /// <summary>Rows after so many months; <see langword="null"/> where rows or growth are unknown.</summary>
    public double? After(int months) => Rows + (PerMonth * months);
}
