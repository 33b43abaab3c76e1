using System;
using PrismaLint.Syntax;

namespace PrismaLint.Validation.Meaning;

/// <summary>Dates with times as RFC 3339 writes them.</summary>
internal static class DateTimeText
{
    /// <summary>The text is a date, <c>T</c> or a blank, a time with seconds (a fraction of any length), and an offset.</summary>
    public static bool IsValid(string text)
    {
        if (!(Digits(text, 0, 4, 0, 9999) && At(text, 4, '-') && Digits(text, 5, 2, 1, 12) && At(text, 7, '-')
            && IsDay(text) && text.Length > 10 && text[10] is 'T' or 't' or ' '
            && Digits(text, 11, 2, 0, 23) && At(text, 13, ':') && Digits(text, 14, 2, 0, 59) && At(text, 16, ':') && Digits(text, 17, 2, 0, 60)))
        {
            return false;
        }

        var position = 19;
        if (At(text, position, '.'))
        {
            position++;
            var start = position;
            while (position < text.Length && SyntaxFacts.IsAsciiDigit(text[position]))
                position++;
            if (position == start)
                return false;
        }

        return IsOffset(text, position);
    }

    private static bool IsDay(string text)
    {
        if (!Digits(text, 8, 2, 1, 31))
            return false;
        var year = Number(text, 0, 4);
        return Number(text, 8, 2) <= DateTime.DaysInMonth(year == 0 ? 4 : year, Number(text, 5, 2));
    }

    private static bool IsOffset(string text, int position)
    {
        if (position >= text.Length)
            return false;
        if (text[position] is 'Z' or 'z')
            return position + 1 == text.Length;
        return text[position] is '+' or '-' && text.Length == position + 6
            && Digits(text, position + 1, 2, 0, 23) && text[position + 3] == ':' && Digits(text, position + 4, 2, 0, 59);
    }

    private static bool At(string text, int position, char wanted) => position < text.Length && text[position] == wanted;

    private static bool Digits(string text, int start, int count, int least, int most)
    {
        if (start + count > text.Length)
            return false;
        for (var i = start; i < start + count; i++)
        {
            if (!SyntaxFacts.IsAsciiDigit(text[i]))
                return false;
        }

        var number = Number(text, start, count);
        return number >= least && number <= most;
    }

    private static int Number(string text, int start, int count)
    {
        var number = 0;
        for (var i = start; i < start + count; i++)
            number = number * 10 + (text[i] - '0');
        return number;
    }
}
