using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Document;

/// <summary>Figures and lists as texts write them.</summary>
internal static class PlanFigures
{
    private static readonly string[] s_units = ["bytes", "kB", "MB", "GB", "TB", "PB"];

    /// <summary>Bytes with a unit of 1,024 steps, as PostgreSQL calls them: <c>1.2 GB</c>.</summary>
    public static string Bytes(double bytes)
    {
        var unit = 0;
        while (bytes >= 1024 && unit < s_units.Length - 1)
        {
            bytes /= 1024;
            unit++;
        }
        return (unit == 0 || bytes >= 100 ? bytes.ToString("0", CultureInfo.InvariantCulture) : bytes.ToString("0.#", CultureInfo.InvariantCulture)) + " " + s_units[unit];
    }

    /// <summary>A whole number with commas: <c>1,203</c>; from a million on <c>1.2 million</c>.</summary>
    public static string Count(double count) => count switch
    {
        >= 1e9 => (count / 1e9).ToString("0.##", CultureInfo.InvariantCulture) + " billion",
        >= 1e6 => (count / 1e6).ToString("0.##", CultureInfo.InvariantCulture) + " million",
        _ => Math.Round(count).ToString("#,0", CultureInfo.InvariantCulture),
    };

    /// <summary>The number with its noun: <c>1 model</c>, <c>2 models</c>.</summary>
    public static string Count(int count, string noun, string? plural = null) => Count(count) + " " + (count == 1 ? noun : plural ?? noun + "s");

    /// <summary>How often: <c>once a second</c>, <c>40 times a second</c>.</summary>
    public static string Rate(double perSecond) =>
        perSecond.Equals(1.0) ? "once a second" : FormattableString.Invariant($"{perSecond:0.###} times a second");

    /// <summary>The beginning of a sentence that holds for nothing: <c>None of the 12 models</c>, <c>No model</c> of a single one.</summary>
    public static string NoneOf(int count, string noun) => count > 1 ? "None of the " + Count(count, noun) : "No " + noun;

    /// <summary>Names in backticks, cut after so many: <c>`a`, `b` and 3 more</c>. One name is never cut: it takes no more room than the words.</summary>
    public static string Names(IEnumerable<string> names, int most = 12) => Cut(names.Select(PlanText.Code), most);

    /// <summary>The names of models in backticks, cut after so many.</summary>
    public static string Names(IEnumerable<ModelSymbol> models, int most = 12) => Names(models.Select(model => model.Name), most);

    /// <summary>Texts with a separator between them, cut after so many.</summary>
    public static string Cut(IEnumerable<string> texts, int most = 12, string separator = ", ")
    {
        var all = texts.ToArray();
        if (all.Length <= most + 1)
            return string.Join(separator, all);
        var end = separator == ", " ? " and " : separator + "and ";
        return FormattableString.Invariant($"{string.Join(separator, all.Take(most))}{end}{all.Length - most:#,0} more");
    }

    /// <summary>Words with commas and an "and" before the last.</summary>
    public static string Join(IReadOnlyList<string> parts) => parts.Count switch
    {
        0 => "",
        1 => parts[0],
        _ => string.Join(", ", parts.Take(parts.Count - 1)) + " and " + parts[parts.Count - 1],
    };
}
