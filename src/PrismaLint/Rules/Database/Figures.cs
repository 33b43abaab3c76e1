using System;
using System.Globalization;

namespace PrismaLint.Rules.Database;

/// <summary>How findings write the numbers of a database.</summary>
internal static class Figures
{
    private const double Step = 1024;

    /// <summary><c>1,234,567</c></summary>
    public static string Count(double number) => Math.Round(number).ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>1 row</c>, <c>2,000 rows</c></summary>
    public static string Count(double number, string noun) => Count(number) + " " + noun + (IsOne(number) ? "" : "s");

    /// <summary>The verb for so many: <c>was</c>, <c>were</c>.</summary>
    public static string Verb(double number, string ofOne, string ofMany) => IsOne(number) ? ofOne : ofMany;

    /// <summary><c>3.2</c>, and without decimals from ten on.</summary>
    public static string Real(double number) => number >= 10 ? Count(number) : number.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary><c>12 %</c>; of shares near nothing and near all with one decimal.</summary>
    public static string Percent(double share) => (share * 100).ToString(share is > 0 and < 0.1 or > 0.9 and < 1 ? "0.#" : "0", CultureInfo.InvariantCulture) + " %";

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

    /// <summary><c>0.25 ms</c>, <c>1,200 ms</c></summary>
    public static string Milliseconds(double time) => time < 1 ? time.ToString("0.##", CultureInfo.InvariantCulture) + " ms" : Real(time) + " ms";

    /// <summary><c>90 s</c>, <c>45 min</c>, <c>30 h</c>, <c>3 days</c>: of two units the one that says more.</summary>
    public static string Duration(double seconds) => seconds switch
    {
        < 120 => Count(seconds) + " s",
        < 7200 => Count(Math.Floor(seconds / 60)) + " min",
        < 172800 => Count(Math.Floor(seconds / 3600)) + " h",
        _ => Count(Math.Floor(seconds / 86400)) + " days",
    };

    private static bool IsOne(double number) => Math.Round(number) == 1;
}
