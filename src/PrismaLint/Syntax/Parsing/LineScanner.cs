using System;
using PrismaLint.Text;
using Superpower.Model;
using TextSpan = Superpower.Model.TextSpan;

namespace PrismaLint.Syntax.Parsing;

/// <summary>
/// Turns one line of a schema into tokens, in a buffer that every line uses again. Lines are what the language is made
/// of: apart from block comments and escaped line breaks in strings nothing crosses them.
/// </summary>
internal sealed class LineScanner
{
    /// <summary>More tokens than this on one line are not understood: nobody writes them, and memory is finite.</summary>
    private const int MaximumTokens = 1 << 20;

    private readonly StringTable _strings = new();
    private readonly string _text;
    private Token<SyntaxToken>[] _tokens = [];
    private TokenList<SyntaxToken>[] _positions = [];
    private int _count;
    private int _nextCommentClose = -1;

    public LineScanner(string text)
    {
        _text = text;
        Grow(64);
    }

    /// <summary>The tokens of the scanned line; an <see cref="SyntaxKind.EndOfLineToken"/> ends it.</summary>
    public Token<SyntaxToken>[] Buffer => _tokens;

    /// <summary>The tokens of the scanned line as Superpower takes them.</summary>
    public TokenList<SyntaxToken> Tokens => _positions[0];

    /// <summary>
    /// The list that begins behind the token at which <paramref name="list"/> begins. Every list over the buffer is made
    /// once: consuming a token would copy a result of 140 bytes for each.
    /// </summary>
    public TokenList<SyntaxToken> Behind(TokenList<SyntaxToken> list) => _positions[list.Position + 1];

    /// <summary>Offset of the line break, or the end of the text, that ends the scanned line and its trailing comment.</summary>
    public int LineEnd { get; private set; }

    /// <summary>Scans from an offset to the end of the line.</summary>
    /// <param name="start">Where to begin.</param>
    /// <param name="onlyHeader">Stop behind the first opening brace: what follows a block's header on its line is not read.</param>
    public void Scan(int start, bool onlyHeader = false)
    {
        _count = 0;
        var text = _text;
        var position = start;
        while (true)
        {
            while (position < text.Length && SyntaxFacts.IsBlank(text[position]))
                position++;
            if (position >= text.Length || SyntaxFacts.IsLineBreak(text[position]) || _count >= MaximumTokens)
            {
                End(position, position);
                return;
            }
            var c = text[position];
            var kind = PunctuationKind(c);
            if (kind != SyntaxKind.None)
            {
                if (kind == SyntaxKind.AtToken && position + 1 < text.Length && text[position + 1] == '@')
                    kind = SyntaxKind.AtAtToken;
                var mark = SyntaxFacts.GetText(kind);
                Add(kind, position, mark);
                position += mark.Length;
                if (onlyHeader && kind == SyntaxKind.OpenBraceToken)
                {
                    End(position, position);
                    return;
                }
                continue;
            }
            if (c == '"')
            {
                var end = StringEnd(position);
                if (end < 0)
                {
                    Bad(position);
                    return;
                }
                Add(SyntaxKind.StringLiteralToken, position, _strings.Intern(text, position, end));
                position = end;
                continue;
            }
            if (c == '/')
            {
                ScanComment(position);
                return;
            }
            var wordEnd = WordEnd(position, out kind);
            if (wordEnd == position)
            {
                Bad(position);
                return;
            }
            Add(kind, position, _strings.Intern(text, position, wordEnd));
            position = wordEnd;
        }
    }

    /// <summary>Offset behind the block comment that begins at <paramref name="start"/>, or -1 where it is never closed.</summary>
    public int BlockCommentEnd(int start)
    {
        if (_nextCommentClose < start + 2 && _nextCommentClose != int.MaxValue)
        {
            var close = _text.IndexOf("*/", start + 2, StringComparison.Ordinal);
            _nextCommentClose = close < 0 ? int.MaxValue : close;
        }
        return _nextCommentClose == int.MaxValue ? -1 : _nextCommentClose + 2;
    }

    // A comment ends the line's tokens. A block comment does only where nothing but the line break follows it.
    private void ScanComment(int position)
    {
        var text = _text;
        var next = position + 1 < text.Length ? text[position + 1] : '\0';
        if (next == '/')
        {
            var end = position;
            while (end < text.Length && !SyntaxFacts.IsLineBreak(text[end]))
                end++;
            End(position, end);
            return;
        }
        if (next == '*' && BlockCommentEnd(position) is var close and >= 0)
        {
            while (close < text.Length && SyntaxFacts.IsBlank(text[close]))
                close++;
            if (close == text.Length || SyntaxFacts.IsLineBreak(text[close]))
            {
                End(position, close);
                return;
            }
        }
        Bad(position);
    }

    private void Bad(int position)
    {
        var length = char.IsHighSurrogate(_text[position]) && position + 1 < _text.Length && char.IsLowSurrogate(_text[position + 1]) ? 2 : 1;
        Add(SyntaxKind.BadToken, position, _text.Substring(position, length));
        End(position + length, position + length);
    }

    private void End(int position, int lineEnd)
    {
        LineEnd = lineEnd;
        Add(SyntaxKind.EndOfLineToken, position, "");
    }

    private void Add(SyntaxKind kind, int start, string text)
    {
        if (_count == _tokens.Length)
            Grow(_count * 2);
        _tokens[_count++] = new Token<SyntaxToken>(new SyntaxToken(kind, start, text), TextSpan.None);
    }

    private void Grow(int capacity)
    {
        Array.Resize(ref _tokens, capacity);
        _positions = new TokenList<SyntaxToken>[capacity];
        _positions[0] = new TokenList<SyntaxToken>(_tokens);
        for (var i = 1; i < capacity; i++)
            _positions[i] = _positions[i - 1].ConsumeToken().Remainder;
    }

    // The grammar takes any character behind a backslash, a line break too; which escapes are known is asked later.
    private int StringEnd(int start)
    {
        var text = _text;
        for (var i = start + 1; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"')
                return i + 1;
            if (c == '\\')
                i++;
            else if (c < ' ')
                return -1;
        }
        return -1;
    }

    // letter-or-digit (letter | digit | '_' | '-')*, then any number of '.' with or without such a word behind it.
    private int WordEnd(int start, out SyntaxKind kind)
    {
        var text = _text;
        kind = SyntaxKind.IdentifierToken;
        var position = start;
        if (SyntaxFacts.IsAsciiDigit(text[position]))
        {
            while (position < text.Length && SyntaxFacts.IsAsciiDigit(text[position]))
                position++;
            var digits = position;
            if (position + 1 < text.Length && text[position] == '.' && SyntaxFacts.IsAsciiDigit(text[position + 1]))
            {
                position++;
                while (position < text.Length && SyntaxFacts.IsAsciiDigit(text[position]))
                    position++;
            }
            if (position == text.Length || !(text[position] is '.' or '_' or '-' || SyntaxFacts.LetterLength(text, position) > 0))
            {
                kind = SyntaxKind.NumericLiteralToken;
                return position;
            }
            position = digits;
        }
        else
        {
            position += SyntaxFacts.LetterLength(text, position);
            if (position == start)
                return start;
        }
        position = IdentifierEnd(position);
        while (position < text.Length && text[position] == '.')
        {
            kind = SyntaxKind.PathToken;
            position++;
            if (position < text.Length && (SyntaxFacts.IsAsciiDigit(text[position]) || SyntaxFacts.LetterLength(text, position) > 0))
                position = IdentifierEnd(position);
        }
        return position;
    }

    private int IdentifierEnd(int position)
    {
        var text = _text;
        while (position < text.Length)
        {
            var c = text[position];
            if (SyntaxFacts.IsAsciiLetter(c) || SyntaxFacts.IsAsciiDigit(c) || c is '_' or '-')
            {
                position++;
                continue;
            }
            if (c < 0x80)
                break;
            var length = SyntaxFacts.LetterLength(text, position);
            if (length == 0)
                break;
            position += length;
        }
        return position;
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
        '!' => SyntaxKind.ExclamationToken,
        '-' => SyntaxKind.MinusToken,
        _ => SyntaxKind.None,
    };
}
