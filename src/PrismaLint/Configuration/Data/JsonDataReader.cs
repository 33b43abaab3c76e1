using System;
using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Configuration.Data;

/// <summary>
/// Reads JSON. A comment or a comma before a closing bracket, which prisma-lint refuses, is named and read over; anything else
/// that is wrong ends the reading.
/// </summary>
internal sealed class JsonDataReader(SourceText source, Action<TextSpan, string> report) : DataScanner(source, report)
{
    /// <summary>The value of the whole file; <see langword="null"/> where it cannot be read.</summary>
    public DataNode? Read()
    {
        SkipByteOrderMark();
        SkipBlanks();
        if (ReadValue(0) is not { } value)
            return null;
        SkipBlanks();
        if (IsAtEnd)
            return value;
        ReportHere("the end of the file");
        return null;
    }

    private DataNode? ReadValue(int depth)
    {
        if (depth > MaximumDepth)
        {
            Report(new TextSpan(Position, 1), $"This value is nested deeper than {MaximumDepth} levels");
            return null;
        }
        switch (Current)
        {
            case '{':
                return ReadMap(depth);
            case '[':
                return ReadList(depth);
            case '"':
                return ReadQuoted();
        }
        var start = Position;
        while (char.IsLetterOrDigit(Current) || Current is '-' or '+' or '.')
            Position++;
        var span = TextSpan.FromBounds(start, Position);
        var word = Content.Substring(start, span.Length);
        var kind = word switch
        {
            "true" or "false" => DataKind.Boolean,
            "null" => DataKind.Null,
            _ when IsNumber(word) => DataKind.Number,
            _ => DataKind.Text,
        };
        if (kind != DataKind.Text)
            return new DataNode(kind, span) { Text = word };
        if (span.IsEmpty)
            ReportHere("a value");
        else
            Report(span, $"`{word}` is no value of JSON");
        return null;
    }

    private DataNode? ReadMap(int depth)
    {
        var start = Position++;
        var members = new List<DataMember>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (SkipBlanks(); Current != '}'; SkipBlanks())
        {
            if (members.Count > 0 && !SkipComma('}'))
                return null;
            if (Current == '}')
                break;
            if (Current != '"')
            {
                ReportHere("a name in quotes");
                return null;
            }
            if (ReadQuoted() is not { } key)
                return null;
            SkipBlanks();
            if (Current != ':')
            {
                ReportHere("`:`");
                return null;
            }
            Position++;
            SkipBlanks();
            if (ReadValue(depth + 1) is not { } value)
                return null;
            Add(members, keys, new DataMember(key.Text, key.Span, value));
        }
        Position++;
        return new DataNode(DataKind.Map, TextSpan.FromBounds(start, Position)) { Members = members };
    }

    private DataNode? ReadList(int depth)
    {
        var start = Position++;
        var items = new List<DataNode>();
        for (SkipBlanks(); Current != ']'; SkipBlanks())
        {
            if (items.Count > 0 && !SkipComma(']'))
                return null;
            if (Current == ']')
                break;
            if (ReadValue(depth + 1) is not { } item)
                return null;
            items.Add(item);
        }
        Position++;
        return new DataNode(DataKind.List, TextSpan.FromBounds(start, Position)) { Items = items };
    }

    private bool SkipComma(char close)
    {
        if (Current != ',')
        {
            ReportHere($"`,` or `{close}`");
            return false;
        }
        var comma = new TextSpan(Position++, 1);
        SkipBlanks();
        if (Current == close)
            Report(comma, $"JSON has no comma before `{close}`");
        return true;
    }

    private void SkipBlanks()
    {
        while (true)
        {
            while (Current is ' ' or '\t' or '\n' or '\r')
                Position++;
            if (Current != '/' || Peek(1) is not ('/' or '*'))
                return;
            var start = Position;
            var end = Peek(1) == '/' ? Content.IndexOf('\n', start) : Content.IndexOf("*/", start + 2, StringComparison.Ordinal) + 2;
            Position = end < start + 2 ? Content.Length : end;
            Report(TextSpan.FromBounds(start, Position), "JSON has no comments");
        }
    }
}
