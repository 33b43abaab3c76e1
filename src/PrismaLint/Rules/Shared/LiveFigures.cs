using System;
using System.Globalization;

namespace PrismaLint.Rules.Shared;

/// <summary>How messages about a database write its figures.</summary>
internal static class LiveFigures
{
    /// <summary><c>1 234 567</c></summary>
    public static string Count(double number) => Math.Round(number).ToString("#,0", CultureInfo.InvariantCulture).Replace(",", " ");

    /// <summary><c>3.2</c>, and without decimals from ten on.</summary>
    public static string Real(double number) => number >= 10 ? Count(number) : number.ToString("0.#", CultureInfo.InvariantCulture);

    public static string Percent(double share) => (share * 100).ToString(share is > 0 and < 0.1 or > 0.9 and < 1 ? "0.#" : "0", CultureInfo.InvariantCulture) + " %";

    public static string Milliseconds(double time) => time < 1 ? time.ToString("0.##", CultureInfo.InvariantCulture) + " ms" : Real(time) + " ms";

    public static string Duration(double seconds) => seconds switch
    {
        < 120 => Count(seconds) + " s",
        < 7200 => Count(Math.Floor(seconds / 60)) + " min",
        < 172800 => Count(Math.Floor(seconds / 3600)) + " h",
        _ => Count(Math.Floor(seconds / 86400)) + " days",
    };

    public static string Bytes(double bytes) => bytes switch
    {
        < 1024 * 1024 => Count(bytes / 1024) + " kB",
        < 1024.0 * 1024 * 1024 => Count(bytes / 1024 / 1024) + " MB",
        < 1024.0 * 1024 * 1024 * 1024 => Real(bytes / 1024 / 1024 / 1024) + " GB",
        _ => Real(bytes / 1024 / 1024 / 1024 / 1024) + " TB",
    };
}
