using System;
using System.Globalization;
using PrismaLint.Syntax;

namespace PrismaLint.Validation.Meaning;

/// <summary>
/// JSON texts of RFC 8259, as Prisma's reader takes them: nested up to 127 deep, numbers no larger than a double. That verdict is not
/// <see cref="PrismaLint.Text.JsonScanner"/>'s, which has limits of its own and says where a mistake is.
/// </summary>
internal static class JsonGrammar
{
    private const int MaxDepth = 127;

    public static bool IsValid(string text)
    {
        var isObject = new bool[MaxDepth + 1];
        var depth = 0;
        var position = 0;
        while (true)
        {
            SkipBlanks(text, ref position);
            if (position >= text.Length)
                return false;
            var opened = text[position] is '{' or '[';
            if (opened)
            {
                if (depth == MaxDepth)
                    return false;
                isObject[++depth] = text[position++] == '{';
                SkipBlanks(text, ref position);
                if (!At(text, position, isObject[depth] ? '}' : ']'))
                {
                    if (isObject[depth] && !ReadKey(text, ref position))
                        return false;
                    continue;
                }
            }
            else if (!ReadValue(text, ref position))
            {
                return false;
            }

            // Behind a value, or at the end of an empty list: close what closes, and go on behind a comma.
            while (true)
            {
                SkipBlanks(text, ref position);
                if (depth == 0)
                    return position == text.Length;
                if (At(text, position, ','))
                {
                    position++;
                    if (isObject[depth] && !ReadKey(text, ref position))
                        return false;
                    break;
                }

                if (!At(text, position, isObject[depth] ? '}' : ']'))
                    return false;
                position++;
                depth--;
            }
        }
    }

    private static bool ReadKey(string text, ref int position)
    {
        SkipBlanks(text, ref position);
        if (!At(text, position, '"') || !ReadString(text, ref position))
            return false;
        SkipBlanks(text, ref position);
        if (!At(text, position, ':'))
            return false;
        position++;
        return true;
    }

    private static bool ReadValue(string text, ref int position) => text[position] switch
    {
        '"' => ReadString(text, ref position),
        't' => ReadWord(text, ref position, "true"),
        'f' => ReadWord(text, ref position, "false"),
        'n' => ReadWord(text, ref position, "null"),
        _ => ReadNumber(text, ref position),
    };

    private static bool ReadWord(string text, ref int position, string word)
    {
        if (string.CompareOrdinal(text, position, word, 0, word.Length) != 0)
            return false;
        position += word.Length;
        return true;
    }

    private static bool ReadString(string text, ref int position)
    {
        for (position++; position < text.Length; position++)
        {
            switch (text[position])
            {
                case '"':
                    position++;
                    return true;
                case '\\':
                    if (!ReadEscape(text, ref position))
                        return false;
                    break;
                case < ' ':
                    return false;
            }
        }

        return false;
    }

    // Leaves the position on the last character of the escape. Half of a surrogate pair is no character.
    private static bool ReadEscape(string text, ref int position)
    {
        position++;
        if (position >= text.Length)
            return false;
        if (text[position] != 'u')
            return text[position] is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't';
        if (!ReadHex(text, position + 1, out var unit))
            return false;
        position += 4;
        if (!char.IsSurrogate(unit))
            return true;
        if (!char.IsHighSurrogate(unit) || !At(text, position + 1, '\\') || !At(text, position + 2, 'u')
            || !ReadHex(text, position + 3, out var low) || !char.IsLowSurrogate(low))
        {
            return false;
        }

        position += 6;
        return true;
    }

    private static bool ReadHex(string text, int start, out char unit)
    {
        unit = default;
        if (start + 4 > text.Length)
            return false;
        var digits = text.Substring(start, 4);
        if (!ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            return false;

        unit = (char)value;
        return true;
    }

    private static bool ReadNumber(string text, ref int position)
    {
        var start = position;
        if (At(text, position, '-'))
            position++;
        if (At(text, position, '0'))
            position++;
        else if (!ReadDigits(text, ref position))
            return false;
        if (At(text, position, '.'))
        {
            position++;
            if (!ReadDigits(text, ref position))
                return false;
        }

        if (position < text.Length && text[position] is 'e' or 'E')
        {
            position++;
            if (position < text.Length && text[position] is '+' or '-')
                position++;
            if (!ReadDigits(text, ref position))
                return false;
        }

        var number = text.Substring(start, position - start);
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && !double.IsInfinity(value);
    }

    private static bool ReadDigits(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && SyntaxFacts.IsAsciiDigit(text[position]))
            position++;
        return position > start;
    }

    private static void SkipBlanks(string text, ref int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t' or '\n' or '\r')
            position++;
    }

    private static bool At(string text, int position, char wanted) => position < text.Length && text[position] == wanted;
}
