using System;
using System.Globalization;

namespace PrismaLint.Sql;

/// <summary>An interval in one spelling: the server prints <c>30 minutes</c> as <c>00:30:00</c>.</summary>
internal static class IntervalText
{
    /// <summary>Months, days and seconds; the text in lower case where it is none.</summary>
    public static string Normalize(string text)
    {
        decimal months = 0, days = 0, seconds = 0;
        var plain = text.Trim().ToLowerInvariant();
        var words = plain.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Contains(':'))
            {
                if (!TimeSpan.TryParse(words[i].TrimStart('+'), CultureInfo.InvariantCulture, out var time))
                    return plain;
                seconds += (decimal)time.TotalSeconds;
                continue;
            }
            var length = 0;
            while (length < words[i].Length && (char.IsDigit(words[i][length]) || words[i][length] is '-' or '+' or '.'))
                length++;
            var digits = words[i].Substring(0, length);
            if (!decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount))
                return plain;
            var unit = length < words[i].Length ? words[i].Substring(length) : i + 1 < words.Length ? words[++i] : "seconds";
            switch (unit.Length > 2 ? unit.TrimEnd('s') : unit)
            {
                case "year" or "yr" or "y":
                    months += amount * 12;
                    break;
                case "month" or "mon":
                    months += amount;
                    break;
                case "week" or "w":
                    days += amount * 7;
                    break;
                case "day" or "d":
                    days += amount;
                    break;
                case "hour" or "hr" or "h":
                    seconds += amount * 3600;
                    break;
                case "minute" or "min" or "m":
                    seconds += amount * 60;
                    break;
                case "second" or "sec" or "s":
                    seconds += amount;
                    break;
                default:
                    return plain;
            }
        }
        return string.Format(CultureInfo.InvariantCulture, "{0:0.######} mons {1:0.######} days {2:0.######} s", months, days, seconds);
    }
}
