using System;
using System.Globalization;

namespace PrismaLint.Planning.Inputs;

/// <summary>Numbers as people write them: <c>1200</c>, <c>1_200</c>, <c>12k</c>, <c>1.5M</c>, <c>2B</c>.</summary>
internal static class Quantity
{
    /// <summary>The number; <see langword="null"/> for what is none.</summary>
    public static double? Read(string text)
    {
        text = text.Trim();
        var factor = text.Length == 0 ? 1 : FactorOf(text[text.Length - 1]);
        if (factor > 1)
            text = text.Substring(0, text.Length - 1).TrimEnd();
        if (!HasGoodUnderscores(text))
            return null;
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(text.Replace("_", ""), style, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number) && !double.IsNaN(number)
            ? number * factor
            : null;
    }

    private static double FactorOf(char letter) => letter switch
    {
        'k' or 'K' => 1e3,
        'm' or 'M' => 1e6,
        'b' or 'B' or 'g' or 'G' => 1e9,
        _ => 1,
    };

    // Between digits alone.
    private static bool HasGoodUnderscores(string text)
    {
        for (var at = text.IndexOf('_'); at >= 0; at = text.IndexOf('_', at + 1))
        {
            if (at == 0 || at + 1 == text.Length || !char.IsDigit(text[at - 1]) || !char.IsDigit(text[at + 1]))
                return false;
        }
        return true;
    }
}
