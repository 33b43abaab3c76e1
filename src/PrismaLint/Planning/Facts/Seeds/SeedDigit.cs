using System;

namespace PrismaLint.Planning.Facts.Seeds;

/// <summary>How the number of a row chooses one of several values: as a digit of it, so that combinations do not repeat before all are used.</summary>
/// <param name="Divisor">How many rows in a row get the same value.</param>
/// <param name="Size">How many values there are.</param>
/// <param name="IsPerTenant">The number is that among the rows of the tenant.</param>
internal readonly record struct SeedDigit(long Divisor, long Size, bool IsPerTenant)
{
    public string Of(RowIndex index)
    {
        var number = IsPerTenant ? index.PerTenant ?? index.Row : index.Row;
        return Modulo(Divide(number, Divisor), Size);
    }

    public static string Divide(string number, long divisor) => divisor == 1 ? number : FormattableString.Invariant($"{number} / {divisor}");

    public static string Modulo(string number, long size) => size == 1 ? "0" : FormattableString.Invariant($"({number} % {size})");
}
