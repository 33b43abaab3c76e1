using System;
using Superpower.Model;
using TextSpan = Superpower.Model.TextSpan;

namespace PrismaLint.Syntax.Parsing;

/// <summary>Turns a whole contract into one list of tokens: line breaks mean nothing there, so no line can be read alone.</summary>
internal sealed class ContractScanner
{
    private readonly StringTable _strings = new();
    private readonly string _text;
    private Token<SyntaxToken>[] _tokens;
    private TokenList<SyntaxToken>[] _positions = [];
    private int _count;

    // Once a backtick stays open, each later one was an escaped one to it, and stays open too.
    private bool _isBacktickOpen;

    public ContractScanner(string text)
    {
        _text = text;
        // Four characters make a token in most contracts: growing is the exception.
        _tokens = new Token<SyntaxToken>[(text.Length / 4) + 16];
        Scan();
    }

    /// <summary>The tokens; an <see cref="SyntaxKind.EndOfFileToken"/> ends them.</summary>
    public Token<SyntaxToken>[] Buffer => _tokens;

    /// <summary>The tokens as Superpower takes them.</summary>
    public TokenList<SyntaxToken> Tokens => _positions[0];

    /// <summary>The list that begins behind the token at which <paramref name="list"/> begins.</summary>
    public TokenList<SyntaxToken> Behind(TokenList<SyntaxToken> list) => _positions[list.Position + 1];

    /// <summary>The quote that opens the literal also closes it.</summary>
    public static bool IsTerminated(string literal)
    {
        if (literal.Length < 2 || literal[literal.Length - 1] != literal[0])
            return false;
        var backslashes = 0;
        for (var i = literal.Length - 2; i >= 1 && literal[i] == '\\'; i--)
            backslashes++;
        return backslashes % 2 == 0;
    }

    private void Scan()
    {
        var text = _text;
        var position = 0;
        while (true)
        {
            while (position < text.Length && (text[position] is ' ' or '\t' || SyntaxFacts.IsLineBreak(text[position])))
                position++;
            if (position >= text.Length)
                break;
            var c = text[position];
            if (c == '/' && position + 1 < text.Length && text[position + 1] == '/')
            {
                while (position < text.Length && !SyntaxFacts.IsLineBreak(text[position]))
                    position++;
                continue;
            }
            position = Take(position, c);
        }
        Add(SyntaxKind.EndOfFileToken, text.Length, "");
        Array.Resize(ref _tokens, _count);
        _positions = new TokenList<SyntaxToken>[_count];
        _positions[0] = new TokenList<SyntaxToken>(_tokens);
        for (var i = 1; i < _count; i++)
            _positions[i] = _positions[i - 1].ConsumeToken().Remainder;
    }

    // One token; the answer is the offset behind it.
    private int Take(int start, char c)
    {
        var kind = PunctuationKind(c);
        if (kind != SyntaxKind.None)
        {
            if (kind == SyntaxKind.AtToken && start + 1 < _text.Length && _text[start + 1] == '@')
                kind = SyntaxKind.AtAtToken;
            var mark = SyntaxFacts.GetText(kind);
            Add(kind, start, mark);
            return start + mark.Length;
        }
        int end;
        if (c is '"' or '\'' or '`')
        {
            end = StringEnd(start, c);
            kind = SyntaxKind.StringLiteralToken;
        }
        else if (NumberEnd(start) is var number and > 0)
        {
            end = number;
            kind = SyntaxKind.NumericLiteralToken;
        }
        else if (IsIdentifierStart(start, out var length))
        {
            end = IdentifierEnd(start + length);
            kind = SyntaxKind.IdentifierToken;
        }
        else
        {
            end = start + (char.IsHighSurrogate(c) && start + 1 < _text.Length && char.IsLowSurrogate(_text[start + 1]) ? 2 : 1);
            kind = SyntaxKind.BadToken;
        }
        Add(kind, start, _strings.Intern(_text, start, end));
        return end;
    }

    // A string in quotes ends with its line at the latest; in backticks it may go on, and an open one ends where a block does.
    private int StringEnd(int start, char quote)
    {
        var text = _text;
        var isMultiline = quote == '`';
        if (isMultiline && _isBacktickOpen)
            return OpenBacktickEnd(start + 1);
        var i = start + 1;
        while (i < text.Length)
        {
            var c = text[i];
            if (c == '\\' && i + 1 < text.Length)
            {
                i += 2;
                continue;
            }
            if (c == quote)
                return i + 1;
            if (!isMultiline && SyntaxFacts.IsLineBreak(c))
                return i;
            i++;
        }
        if (!isMultiline)
            return text.Length;
        _isBacktickOpen = true;
        return OpenBacktickEnd(start + 1);
    }

    // Before the first later line that begins with `}`.
    private int OpenBacktickEnd(int from)
    {
        var text = _text;
        for (var i = from; i < text.Length; i++)
        {
            if (!SyntaxFacts.IsLineBreak(text[i]))
                continue;
            var lineStart = text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? i + 2 : i + 1;
            var first = lineStart;
            while (first < text.Length && text[first] is ' ' or '\t')
                first++;
            if (first < text.Length && text[first] == '}')
                return lineStart;
            i = lineStart - 1;
        }
        return text.Length;
    }

    // Offset behind a number, `NaN` and `Infinity` among them; 0 where none stands.
    private int NumberEnd(int start)
    {
        var text = _text;
        if (text[start] is '-' or 'I' or 'N')
        {
            foreach (var word in (string[])["-Infinity", "Infinity", "NaN"])
            {
                if (string.CompareOrdinal(text, start, word, 0, word.Length) == 0)
                    return IdentifierEnd(start + word.Length) == start + word.Length ? start + word.Length : 0;
            }
        }
        var end = text[start] == '-' ? start + 1 : start;
        if (end >= text.Length || !SyntaxFacts.IsAsciiDigit(text[end]))
            return 0;
        end = DigitsEnd(end);
        return end + 1 < text.Length && text[end] == '.' && SyntaxFacts.IsAsciiDigit(text[end + 1]) ? DigitsEnd(end + 1) : end;
    }

    private int DigitsEnd(int position)
    {
        while (position < _text.Length && SyntaxFacts.IsAsciiDigit(_text[position]))
            position++;
        return position;
    }

    private bool IsIdentifierStart(int position, out int length)
    {
        length = _text[position] == '_' ? 1 : SyntaxFacts.LetterLength(_text, position);
        return length > 0;
    }

    private int IdentifierEnd(int position)
    {
        while (position < _text.Length)
        {
            if (SyntaxFacts.IsAsciiDigit(_text[position]) || _text[position] == '-')
                position++;
            else if (IsIdentifierStart(position, out var length))
                position += length;
            else
                break;
        }
        return position;
    }

    private void Add(SyntaxKind kind, int start, string text)
    {
        if (_count == _tokens.Length)
            Array.Resize(ref _tokens, _count * 2);
        _tokens[_count++] = new Token<SyntaxToken>(new SyntaxToken(kind, start, text), TextSpan.None);
    }

    private static SyntaxKind PunctuationKind(char c) => c switch
    {
        '@' => SyntaxKind.AtToken,
        '{' => SyntaxKind.OpenBraceToken,
        '}' => SyntaxKind.CloseBraceToken,
        '(' => SyntaxKind.OpenParenToken,
        ')' => SyntaxKind.CloseParenToken,
        '[' => SyntaxKind.OpenBracketToken,
        ']' => SyntaxKind.CloseBracketToken,
        ',' => SyntaxKind.CommaToken,
        ':' => SyntaxKind.ColonToken,
        '=' => SyntaxKind.EqualsToken,
        '?' => SyntaxKind.QuestionToken,
        '.' => SyntaxKind.DotToken,
        _ => SyntaxKind.None,
    };
}
