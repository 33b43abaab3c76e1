using System;
using System.Collections.Generic;
using Superpower.Model;
using PrismaLint.Text;
using Position = Superpower.Model.Position;
using TextSpan = Superpower.Model.TextSpan;

namespace PrismaLint.Sql.Parsing;

/// <summary>
/// Turns SQL into tokens. Never fails: a string or comment without end goes to the end of the text. What is not in a token is trivia,
/// blanks and comments, which nest.
/// </summary>
internal static class SqlScanner
{
    private const int LongestOperator = 63;

    private static readonly char[] s_rareOperators = ['~', '!', '@', '#', '%', '^', '&', '|', '`', '?'];

    public static Token<SqlTokenKind>[] Scan(string text)
    {
        var tokens = new List<Token<SqlTokenKind>>(text.Length / 6);
        var copies = false;
        var position = 0;
        while (position < text.Length)
        {
            var start = position;
            var kind = Next(text, ref position);
            if (kind == SqlTokenKind.None)
                continue;
            tokens.Add(new Token<SqlTokenKind>(kind, new TextSpan(text, new Position(start, 1, 1), position - start)));
            // The rows of `COPY … FROM stdin` follow the statement, down to a line with `\.`.
            if (kind == SqlTokenKind.Word && Is(text, start, position, "copy"))
                copies = true;
            else if (kind == SqlTokenKind.Semicolon)
            {
                if (copies && EndsWithFromStdin(tokens, text))
                {
                    var end = EndOfCopy(text, position);
                    if (end > position)
                        tokens.Add(new Token<SqlTokenKind>(SqlTokenKind.PsqlLine, new TextSpan(text, new Position(position, 1, 1), end - position)));
                    position = end;
                }
                copies = false;
            }
        }
        return [.. tokens];
    }

    /// <summary>The tokens by kind and place alone.</summary>
    public static IEnumerable<(SqlTokenKind Kind, Text.TextSpan Span)> Pieces(string text)
    {
        foreach (var token in Scan(text))
            yield return (token.Kind, new Text.TextSpan(token.Span.Position.Absolute, token.Span.Length));
    }

    /// <summary>The comments of a stretch of trivia, each with its marks.</summary>
    public static IEnumerable<Text.TextSpan> Comments(string text, int start, int end)
    {
        var position = start;
        while (position < end)
        {
            var at = position;
            if (IsPair(text, at, '-', '-') || IsPair(text, at, '/', '*'))
            {
                Next(text, ref position);
                yield return Text.TextSpan.FromBounds(at, position);
            }
            else
            {
                position++;
            }
        }
    }

    private static SqlTokenKind Next(string text, ref int position)
    {
        var c = text[position];
        if (char.IsWhiteSpace(c) || c == '\uFEFF')
        {
            position++;
            return SqlTokenKind.None;
        }
        if (IsPair(text, position, '-', '-'))
        {
            position = LineEnd(text, position);
            return SqlTokenKind.None;
        }
        if (IsPair(text, position, '/', '*'))
        {
            position = CommentEnd(text, position);
            return SqlTokenKind.None;
        }
        if (c == '\\' && IsLineStart(text, position))
        {
            position = LineEnd(text, position);
            return SqlTokenKind.PsqlLine;
        }
        switch (c)
        {
            case '\'':
                position = QuoteEnd(text, position, '\'', hasEscapes: false);
                return SqlTokenKind.String;
            case '"':
                position = QuoteEnd(text, position, '"', hasEscapes: false);
                return SqlTokenKind.QuotedName;
            case '(':
                position++;
                return SqlTokenKind.OpenParen;
            case ')':
                position++;
                return SqlTokenKind.CloseParen;
            case '[':
                position++;
                return SqlTokenKind.OpenBracket;
            case ']':
                position++;
                return SqlTokenKind.CloseBracket;
            case ',':
                position++;
                return SqlTokenKind.Comma;
            case ';':
                position++;
                return SqlTokenKind.Semicolon;
            case '$':
                return Dollar(text, ref position);
        }
        if (char.IsDigit(c) || (c == '.' && position + 1 < text.Length && char.IsDigit(text[position + 1])))
        {
            position = NumberEnd(text, position);
            return SqlTokenKind.Number;
        }
        if (c == '.')
        {
            position++;
            return SqlTokenKind.Dot;
        }
        if (IsWordStart(c))
            return Word(text, ref position);
        if (c == ':' || IsOperator(c))
        {
            position = OperatorEnd(text, position);
            return SqlTokenKind.Operator;
        }
        position++;
        return SqlTokenKind.Unknown;
    }

    private static SqlTokenKind Word(string text, ref int position)
    {
        var c = text[position];
        var next = position + 1 < text.Length ? text[position + 1] : '\0';
        if (next == '\'' && (c is 'e' or 'E'))
        {
            position = QuoteEnd(text, position + 1, '\'', hasEscapes: true);
            return SqlTokenKind.String;
        }
        if (next == '\'' && (c is 'b' or 'B' or 'x' or 'X' or 'n' or 'N'))
        {
            position = QuoteEnd(text, position + 1, '\'', hasEscapes: false);
            return SqlTokenKind.String;
        }
        if (c is 'u' or 'U' && next == '&' && position + 2 < text.Length && (text[position + 2] is '\'' or '"'))
        {
            var quote = text[position + 2];
            position = QuoteEnd(text, position + 2, quote, hasEscapes: false);
            return quote == '"' ? SqlTokenKind.QuotedName : SqlTokenKind.String;
        }
        while (position < text.Length && IsWordPart(text[position]))
            position++;
        return SqlTokenKind.Word;
    }

    // `$1`, or a string between two equal tags: a tag is a name without `$`, or nothing.
    private static SqlTokenKind Dollar(string text, ref int position)
    {
        var end = position + 1;
        if (end < text.Length && char.IsDigit(text[end]))
        {
            while (end < text.Length && char.IsDigit(text[end]))
                end++;
            position = end;
            return SqlTokenKind.Parameter;
        }
        while (end < text.Length && (IsWordStart(text[end]) || char.IsDigit(text[end])))
            end++;
        if (end >= text.Length || text[end] != '$')
        {
            position++;
            return SqlTokenKind.Unknown;
        }
        var length = end + 1 - position;
        var close = IndexOfTag(text, position, length);
        position = close < 0 ? text.Length : close + length;
        return SqlTokenKind.String;
    }

    private static int IndexOfTag(string text, int tag, int length)
    {
        for (var at = tag + length; (at = text.IndexOf('$', at)) >= 0; at++)
        {
            if (at + length <= text.Length && string.CompareOrdinal(text, at, text, tag, length) == 0)
                return at;
        }
        return -1;
    }

    private static int QuoteEnd(string text, int open, char quote, bool hasEscapes)
    {
        for (var i = open + 1; i < text.Length; i++)
        {
            if (hasEscapes && text[i] == '\\')
                i++;
            else if (text[i] == quote)
            {
                if (i + 1 >= text.Length || text[i + 1] != quote)
                    return i + 1;
                i++;
            }
        }
        return text.Length;
    }

    private static int CommentEnd(string text, int start)
    {
        var depth = 0;
        for (var i = start; i + 1 < text.Length; i++)
        {
            if (text[i] == '/' && text[i + 1] == '*')
            {
                depth++;
                i++;
            }
            else if (text[i] == '*' && text[i + 1] == '/')
            {
                i++;
                if (--depth == 0)
                    return i + 1;
            }
        }
        return text.Length;
    }

    // Manual 4.1.3: an operator does not run into a comment, `::` is one of its own, and a sign at the end belongs to the value behind
    // (`a=-1`) unless one of the rarer characters is there too.
    private static int OperatorEnd(string text, int start)
    {
        if (text[start] == ':')
            return start + 1 < text.Length && (text[start + 1] is ':' or '=') ? start + 2 : start + 1;
        var end = start + 1;
        while (end < text.Length && end - start < LongestOperator && IsOperator(text[end]) && !IsPair(text, end, '-', '-') && !IsPair(text, end, '/', '*'))
            end++;
        if (text.IndexOfAny(s_rareOperators, start, end - start) >= 0)
            return end;
        while (end > start + 1 && text[end - 1] is '+' or '-')
            end--;
        return end;
    }

    // Letters are part of it (0x1F, 1e10, 1_000), a sign only behind an exponent.
    private static int NumberEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length)
        {
            var c = text[end];
            var isSign = (c is '+' or '-') && end > start && (text[end - 1] is 'e' or 'E') && end + 1 < text.Length && char.IsDigit(text[end + 1]);
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '.') && !isSign)
                break;
            end++;
        }
        return end;
    }

    private static int LineEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] is not ('\n' or '\r'))
            end++;
        return end;
    }

    private static bool EndsWithFromStdin(List<Token<SqlTokenKind>> tokens, string text)
    {
        for (var i = tokens.Count - 2; i > 0 && tokens[i].Kind != SqlTokenKind.Semicolon; i--)
        {
            if (IsToken(tokens[i], text, "stdin") && IsToken(tokens[i - 1], text, "from"))
                return true;
        }
        return false;
    }

    private static int EndOfCopy(string text, int start)
    {
        for (var at = start; at < text.Length;)
        {
            var end = LineEnd(text, at);
            if (end - at == 2 && text[at] == '\\' && text[at + 1] == '.')
                return end;
            at = end + 1;
        }
        return text.Length;
    }

    private static bool IsToken(Token<SqlTokenKind> token, string text, string word) =>
        token.Kind == SqlTokenKind.Word && Is(text, token.Span.Position.Absolute, token.Span.Position.Absolute + token.Span.Length, word);

    private static bool Is(string text, int start, int end, string word) =>
        end - start == word.Length && string.Compare(text, start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool IsLineStart(string text, int position)
    {
        for (var i = position - 1; i >= 0; i--)
        {
            if (text[i] is '\n' or '\r')
                return true;
            if (text[i] is not (' ' or '\t' or '\uFEFF'))
                return false;
        }
        return true;
    }

    private static bool IsPair(string text, int position, char first, char second) =>
        text[position] == first && position + 1 < text.Length && text[position + 1] == second;

    private static bool IsWordStart(char c) => c == '_' || char.IsLetter(c) || (c >= '\u0080' && !char.IsWhiteSpace(c));

    private static bool IsWordPart(char c) => IsWordStart(c) || char.IsDigit(c) || c == '$';

    private static bool IsOperator(char c) => c is '+' or '-' or '*' or '/' or '<' or '>' or '=' or '~' or '!' or '@' or '#' or '%' or '^' or '&' or '|' or '`' or '?';
}
