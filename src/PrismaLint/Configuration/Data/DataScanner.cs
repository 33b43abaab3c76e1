using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using PrismaLint.Text;

namespace PrismaLint.Configuration.Data;

/// <summary>What the readers of JSON and of YAML have in common: a position in a text, strings, what is wrong where.</summary>
/// <param name="source">The file.</param>
/// <param name="report">Takes what cannot be read.</param>
internal abstract class DataScanner(SourceText source, Action<TextSpan, string> report)
{
    /// <summary>No configuration is deeper, and no file shall cost the stack.</summary>
    protected const int MaximumDepth = 64;

    protected string Content { get; } = source.Content;

    protected int Position { get; set; }

    protected bool IsAtEnd => Position >= Content.Length;

    /// <summary>The character at the position; NUL at the end.</summary>
    protected char Current => Peek(0);

    protected char Peek(int distance) => Position + distance < Content.Length ? Content[Position + distance] : '\0';

    /// <summary>Says what is wrong; of a place only the first thing.</summary>
    protected void Report(TextSpan span, string message) => report(span, message);

    protected void ReportHere(string expected) => Report(
        IsAtEnd ? new TextSpan(Content.Length, 0) : new TextSpan(Position, 1),
        IsAtEnd ? $"The file ends where {expected} is expected" : $"`{Current}` stands where {expected} is expected");

    protected void SkipByteOrderMark()
    {
        if (Current == '\uFEFF')
            Position++;
    }

    /// <summary>Adds a member; a key that is there already is a mistake.</summary>
    protected void Add(List<DataMember> members, HashSet<string> keys, DataMember member)
    {
        if (!keys.Add(member.Key))
            Report(member.KeySpan, $"`{member.Key}` stands here a second time, and the last one counts");
        members.Add(member);
    }

    /// <summary>The text in double quotes at the position, which ends behind it; <see langword="null"/> where it is broken.</summary>
    protected DataNode? ReadQuoted()
    {
        var start = Position++;
        var text = new StringBuilder();
        while (!IsAtEnd && Current is not ('\n' or '\r'))
        {
            var c = Content[Position++];
            if (c == '"')
                return new DataNode(DataKind.Text, TextSpan.FromBounds(start, Position)) { Text = text.ToString() };
            if (c != '\\')
                text.Append(c);
            else if (!ReadEscape(text))
                return null;
        }
        Report(TextSpan.FromBounds(start, Position), "This text has no closing quote");
        return null;
    }

    protected virtual string? Escape(char c) => c switch
    {
        '"' or '\\' or '/' => c.ToString(),
        'b' => "\b",
        'f' => "\f",
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        _ => null,
    };

    protected static bool IsNumber(string text)
    {
        var digits = text.TrimStart('-', '+');
        return digits.Length > 0 && text.Length - digits.Length < 2 && (char.IsDigit(digits[0]) || digits[0] == '.')
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
    }

    private bool ReadEscape(StringBuilder text)
    {
        var mark = Current;
        if (mark == 'u' && HexDigits(4) is { } code)
        {
            text.Append((char)code);
            Position += 5;
            return true;
        }
        if (Escape(mark) is { } escaped)
        {
            text.Append(escaped);
            Position++;
            return true;
        }
        Report(new TextSpan(Position - 1, Math.Min(2, Content.Length - Position + 1)), $"`\\{mark}` is no escape sequence");
        return false;
    }

    // The number that so many digits behind the position make.
    private int? HexDigits(int count)
    {
        var number = 0;
        for (var i = 1; i <= count; i++)
        {
            var digit = "0123456789abcdef".IndexOf(char.ToLowerInvariant(Peek(i)));
            if (digit < 0)
                return null;
            number = (number * 16) + digit;
        }
        return number;
    }
}
