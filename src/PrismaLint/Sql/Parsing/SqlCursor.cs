using System;
using System.Collections.Generic;
using Superpower.Model;
using TextSpan = PrismaLint.Text.TextSpan;

namespace PrismaLint.Sql.Parsing;

/// <summary>A place in the tokens of one statement, and what the grammar asks there.</summary>
internal sealed class SqlCursor
{
    private readonly Token<SqlTokenKind>[] _tokens;
    private readonly string _text;
    private readonly int _end;

    /// <param name="text">The whole text.</param>
    /// <param name="tokens">The tokens of the whole text.</param>
    /// <param name="start">The first token of the statement.</param>
    /// <param name="end">The token behind its last one, the semicolon left out.</param>
    public SqlCursor(string text, Token<SqlTokenKind>[] tokens, int start, int end)
    {
        (_text, _tokens, Position, _end) = (text, tokens, start, end);
    }

    public int Position { get; set; }

    public bool IsAtEnd => Position >= _end;

    public SqlTokenKind Kind => KindAt(0);

    public SqlTokenKind KindAt(int ahead) => Position + ahead < _end ? _tokens[Position + ahead].Kind : SqlTokenKind.None;

    /// <summary>Offset of the token at the place; behind the last one its end.</summary>
    public int Offset => Position < _end ? StartOf(Position) : Position > 0 ? EndOf(Position - 1) : 0;

    /// <summary>Offset of the end of the token before the place.</summary>
    public int EndBefore => Position > 0 ? EndOf(Position - 1) : 0;

    public string TokenText => Position < _end ? _text.Substring(StartOf(Position), _tokens[Position].Span.Length) : "";

    public TextSpan TokenSpan => Position < _end ? TextSpan.FromBounds(StartOf(Position), EndOf(Position)) : new TextSpan(EndBefore, 0);

    public bool IsWord(string word, int ahead = 0)
    {
        if (KindAt(ahead) != SqlTokenKind.Word)
            return false;
        var span = _tokens[Position + ahead].Span;
        return span.Length == word.Length && string.Compare(_text, span.Position.Absolute, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;
    }

    public bool IsOperator(string text) => Kind == SqlTokenKind.Operator && TokenText == text;

    /// <summary>Goes over a word, if it stands here.</summary>
    public bool Take(string word)
    {
        if (!IsWord(word))
            return false;
        Position++;
        return true;
    }

    /// <summary>Goes over words, if they all stand here in this order.</summary>
    public bool Take(string first, string second)
    {
        if (!IsWord(first) || !IsWord(second, 1))
            return false;
        Position += 2;
        return true;
    }

    /// <inheritdoc cref="Take(string, string)"/>
    public bool Take(string first, string second, string third)
    {
        if (!IsWord(first) || !IsWord(second, 1) || !IsWord(third, 2))
            return false;
        Position += 3;
        return true;
    }

    public bool Take(SqlTokenKind kind)
    {
        if (Kind != kind)
            return false;
        Position++;
        return true;
    }

    /// <summary>A name of one part; <see langword="null"/> where none stands.</summary>
    public string? Name()
    {
        if (Kind is not (SqlTokenKind.Word or SqlTokenKind.QuotedName))
            return null;
        var name = SqlName.Decode(TokenText);
        Position++;
        return name;
    }

    /// <summary>A name of one to three parts, of which the last two count.</summary>
    public SqlName? QualifiedName()
    {
        var start = Offset;
        if (Name() is not { } name)
            return null;
        string? schema = null;
        while (Kind == SqlTokenKind.Dot && KindAt(1) is SqlTokenKind.Word or SqlTokenKind.QuotedName)
        {
            Position++;
            schema = name;
            name = Name() ?? "";
        }
        return new SqlName(schema, name, TextSpan.FromBounds(start, EndBefore));
    }

    /// <summary>The names in parentheses: <c>(a, b)</c>; empty where none stand.</summary>
    public IReadOnlyList<string> NameList()
    {
        var names = new List<string>();
        if (!Take(SqlTokenKind.OpenParen))
            return names;
        while (!IsAtEnd && Kind != SqlTokenKind.CloseParen)
        {
            if (Name() is { } name)
                names.Add(name);
            else
                Skip();
            Take(SqlTokenKind.Comma);
        }
        Take(SqlTokenKind.CloseParen);
        return names;
    }

    /// <summary>The decoded text of a string; <see langword="null"/> where none stands.</summary>
    public string? String()
    {
        if (Kind != SqlTokenKind.String)
            return null;
        var text = TokenText;
        Position++;
        var open = text.IndexOf('\'');
        return open is < 0 or > 2 || text.Length < open + 2 ? text : text.Substring(open + 1, text.Length - open - 2).Replace("''", "'");
    }

    /// <summary>Goes over one token, or over everything between parentheses or brackets.</summary>
    public void Skip()
    {
        var depth = 0;
        do
        {
            if (Kind is SqlTokenKind.OpenParen or SqlTokenKind.OpenBracket)
                depth++;
            else if (Kind is SqlTokenKind.CloseParen or SqlTokenKind.CloseBracket)
                depth--;
            Position++;
        }
        while (depth > 0 && !IsAtEnd);
    }

    /// <summary>What stands in parentheses, as written and without them.</summary>
    public string Parenthesized()
    {
        var start = Offset;
        if (Kind != SqlTokenKind.OpenParen)
            return "";
        Skip();
        var end = EndBefore;
        return end - start < 2 ? "" : _text.Substring(start + 1, end - start - 2).Trim();
    }

    /// <summary>The text from an offset to the token before the place.</summary>
    public string TextSince(int offset) => EndBefore > offset ? _text.Substring(offset, EndBefore - offset) : "";

    /// <summary>Goes on until a word or a kind of token at this depth, and gives what it went over.</summary>
    public string Until(Func<SqlCursor, bool> isEnd)
    {
        var start = Offset;
        var first = Position;
        while (!IsAtEnd && !isEnd(this))
            Skip();
        return Position == first ? "" : TextSince(start);
    }

    /// <summary>One of the words stands at this depth from here on.</summary>
    public bool HasAhead(string word)
    {
        var depth = 0;
        for (var i = 0; Position + i < _end; i++)
        {
            var kind = KindAt(i);
            if (kind == SqlTokenKind.OpenParen)
                depth++;
            else if (kind == SqlTokenKind.CloseParen)
                depth--;
            else if (depth == 0 && IsWord(word, i))
                return true;
        }
        return false;
    }

    private int StartOf(int token) => _tokens[token].Span.Position.Absolute;

    private int EndOf(int token) => StartOf(token) + _tokens[token].Span.Length;
}
