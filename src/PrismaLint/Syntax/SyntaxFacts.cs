using System.Globalization;
using System.Text;

namespace PrismaLint.Syntax;

/// <summary>Facts about characters, words and literals of the schema language.</summary>
public static class SyntaxFacts
{
    /// <summary>A TAB or a character of Unicode category Zs; line breaks are none.</summary>
    public static bool IsBlank(char c) =>
        c is ' ' or '\t' || (c >= '\u00A0' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator);

    public static bool IsLineBreak(char c) => c is '\n' or '\r';

    public static bool IsAsciiDigit(char c) => (uint)(c - '0') <= 9;

    public static bool IsAsciiLetter(char c) => (uint)((c | 0x20) - 'a') <= 25;

    /// <summary>
    /// The length in UTF-16 code units of the letter at <paramref name="index"/>: 1, 2 for a surrogate pair, or 0 where
    /// no letter stands there. Letters are those of Unicode category L.
    /// </summary>
    public static int LetterLength(string text, int index)
    {
        var c = text[index];
        if (c < 0x80)
            return IsAsciiLetter(c) ? 1 : 0;
        var pair = char.IsHighSurrogate(c) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);
        if (char.IsSurrogate(c) && !pair)
            return 0;
        return CharUnicodeInfo.GetUnicodeCategory(text, index) <= UnicodeCategory.OtherLetter ? (pair ? 2 : 1) : 0;
    }

    /// <summary>The text can be the name of a field, model, enum or value: a letter, then letters, digits and underscores.</summary>
    public static bool IsValidName(string text)
    {
        if (text.Length == 0 || LetterLength(text, 0) == 0)
            return false;
        for (var i = 0; i < text.Length;)
        {
            var length = text[i] == '_' || IsAsciiDigit(text[i]) ? 1 : LetterLength(text, i);
            if (length == 0)
                return false;
            i += length;
        }
        return true;
    }

    /// <summary>The text of a mark that is always written alike; empty for kinds whose text varies.</summary>
    public static string GetText(SyntaxKind kind) => kind switch
    {
        SyntaxKind.AtToken => "@",
        SyntaxKind.AtAtToken => "@@",
        SyntaxKind.OpenBraceToken => "{",
        SyntaxKind.CloseBraceToken => "}",
        SyntaxKind.OpenParenToken => "(",
        SyntaxKind.CloseParenToken => ")",
        SyntaxKind.OpenBracketToken => "[",
        SyntaxKind.CloseBracketToken => "]",
        SyntaxKind.CommaToken => ",",
        SyntaxKind.ColonToken => ":",
        SyntaxKind.EqualsToken => "=",
        SyntaxKind.QuestionToken => "?",
        SyntaxKind.ExclamationToken => "!",
        SyntaxKind.MinusToken => "-",
        _ => "",
    };

    /// <summary>The word begins a kind of block that the language knows.</summary>
    public static bool IsBlockKeyword(string word) => word is "model" or "view" or "type" or "enum" or "datasource" or "generator";

    /// <summary>
    /// The text that a string literal stands for. <paramref name="literal"/> holds its quotes; escape sequences that
    /// Prisma refuses stand for nothing.
    /// </summary>
    public static string DecodeString(string literal)
    {
        var end = literal.Length > 1 && literal[literal.Length - 1] == '"' ? literal.Length - 1 : literal.Length;
        var start = literal.Length > 0 && literal[0] == '"' ? 1 : 0;
        if (literal.IndexOf('\\') < 0)
            return literal.Substring(start, end - start);
        var decoded = new StringBuilder(end - start);
        for (var i = start; i < end; i++)
        {
            if (literal[i] != '\\' || i + 1 >= end)
            {
                decoded.Append(literal[i]);
                continue;
            }
            i++;
            switch (literal[i])
            {
                case '"' or '\\' or '/':
                    decoded.Append(literal[i]);
                    break;
                case 'b':
                    decoded.Append('\b');
                    break;
                case 'f':
                    decoded.Append('\f');
                    break;
                case 'n':
                    decoded.Append('\n');
                    break;
                case 'r':
                    decoded.Append('\r');
                    break;
                case 't':
                    decoded.Append('\t');
                    break;
                case 'u':
                    i = DecodeUnicode(literal, i + 1, end, decoded) - 1;
                    break;
            }
        }
        return decoded.ToString();
    }

    // Behind `\u`. A first half of a pair takes the next `\uXXXX` with it, whether that is the second half or not.
    private static int DecodeUnicode(string literal, int start, int end, StringBuilder decoded)
    {
        if (!TryReadHex(literal, start, end, out var unit))
        {
            var digits = start;
            while (digits < end && HexValue(literal[digits]) >= 0)
                digits++;
            return digits;
        }

        if (!char.IsSurrogate(unit))
        {
            decoded.Append(unit);
        }
        else if (char.IsHighSurrogate(unit) && start + 5 < end && literal[start + 4] == '\\' && literal[start + 5] == 'u'
            && TryReadHex(literal, start + 6, end, out var second))
        {
            if (char.IsLowSurrogate(second))
                decoded.Append(unit).Append(second);
            return start + 10;
        }

        return start + 4;
    }

    /// <summary>Writes a text as a string literal, quotes included.</summary>
    public static string EncodeString(string text)
    {
        var encoded = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => encoded.Append("\\\""),
                '\\' => encoded.Append("\\\\"),
                '\n' => encoded.Append("\\n"),
                '\r' => encoded.Append("\\r"),
                '\t' => encoded.Append("\\t"),
                < ' ' => encoded.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => encoded.Append(c),
            };
        }
        return encoded.Append('"').ToString();
    }

    /// <summary>Reads the four hexadecimal digits of <c>\uXXXX</c>.</summary>
    internal static bool TryReadHex(string text, int start, int end, out char unit)
    {
        unit = default;
        if (start + 4 > end)
            return false;
        var value = 0;
        for (var i = start; i < start + 4; i++)
        {
            var digit = HexValue(text[i]);
            if (digit < 0)
                return false;
            value = (value << 4) | digit;
        }
        unit = (char)value;
        return true;
    }

    internal static int HexValue(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };
}
