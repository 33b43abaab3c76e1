using System;
using System.Collections.Generic;
using System.Text;
using PrismaLint.Text;

namespace PrismaLint.Configuration.Data;

/// <summary>
/// Reads the part of YAML that configuration is written in: maps and lists, indented or in brackets, texts bare or in quotes, comments.
/// JSON is a part of that. Any other construct (anchors, tags, texts over several lines, …) is named at its place, and ends the reading.
/// </summary>
internal sealed class YamlDataReader(SourceText source, Action<TextSpan, string> report) : DataScanner(source, report)
{
    private bool _isBroken;

    // Inside of brackets lines may begin anywhere, with tabs too.
    private int _brackets;

    /// <summary>The value of the whole file; null for an empty one; <see langword="null"/> where it cannot be read.</summary>
    public DataNode? Read()
    {
        SkipByteOrderMark();
        SkipToContent();
        if (IsDocumentMark("---"))
        {
            Position += 3;
            SkipToContent();
        }
        var value = ReadNode(0, 0);
        SkipToContent();
        if (!_isBroken && !IsAtEnd)
            Fail(IsDocumentMark("---") || IsDocumentMark("...") ? "Only one document is read" : "This line belongs to nothing above it");
        return _isBroken ? null : value;
    }

    // The node at the position, if it stands at the column or right of it; else null of no length.
    private DataNode ReadNode(int column, int depth)
    {
        SkipToContent();
        if (_isBroken || IsAtEnd || Column() < column || IsDocumentMark("---") || IsDocumentMark("..."))
            return new DataNode(DataKind.Null, new TextSpan(Math.Min(Position, Content.Length), 0));
        if (depth > MaximumDepth)
            return Fail($"This value is nested deeper than {MaximumDepth} levels");
        if (IsDash())
            return ReadList(Column(), depth);
        return FindKeyEnd() is not null ? ReadMap(Column(), depth) : ReadInline(depth, Column());
    }

    private DataNode ReadMap(int column, int depth)
    {
        var start = Position;
        var end = Position;
        var members = new List<DataMember>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!_isBroken && !IsAtEnd && Column() == column && !IsDocumentMark("---") && !IsDocumentMark("..."))
        {
            if (FindKeyEnd() is not { } keyEnd)
            {
                Fail("`key: value` is expected here");
                break;
            }
            var key = ReadKey(keyEnd);
            Position = keyEnd + 1;
            SkipBlanks();
            DataNode value;
            if (IsAtLineEnd())
            {
                SkipToContent();
                // A list may stand as far left as the key that it belongs to.
                value = !IsAtEnd && Column() == column && IsDash() ? ReadList(column, depth + 1) : ReadNode(column + 1, depth + 1);
            }
            else
            {
                value = ReadInline(depth + 1, column + 1);
            }
            Add(members, keys, new DataMember(key.Text, key.Span, value));
            end = Math.Max(end, Math.Max(value.Span.End, key.Span.End));
            SkipToContent();
        }
        if (!_isBroken && !IsAtEnd && Column() > column)
            Fail("This line is indented differently from the ones that it stands among");
        return new DataNode(DataKind.Map, TextSpan.FromBounds(start, end)) { Members = members };
    }

    private DataNode ReadList(int column, int depth)
    {
        var start = Position;
        var end = Position;
        var items = new List<DataNode>();
        while (!_isBroken && !IsAtEnd && Column() == column && IsDash())
        {
            Position++;
            end = Position;
            SkipBlanks();
            var item = ReadNode(column + 1, depth + 1);
            items.Add(item);
            end = Math.Max(end, item.Span.End);
            SkipToContent();
        }
        if (!_isBroken && !IsAtEnd && Column() > column)
            Fail("This line is indented differently from the ones that it stands among");
        return new DataNode(DataKind.List, TextSpan.FromBounds(start, end)) { Items = items };
    }

    // A value that begins and, unless in brackets, ends on this line.
    private DataNode ReadInline(int depth, int column)
    {
        var value = Current is '{' or '[' or '"' or '\'' ? ReadFlow(depth) : ReadBare(isFlow: false);
        if (_isBroken)
            return value;
        SkipBlanks();
        if (!IsAtLineEnd())
            return Fail("Nothing is expected behind the value");
        var line = Position;
        SkipToContent();
        if (value.Kind is not (DataKind.List or DataKind.Map) && !IsAtEnd && Column() >= column && column > 0)
            return Fail("A text over several lines is not read: write it in one");
        Position = line;
        return value;
    }

    private DataNode ReadFlow(int depth)
    {
        if (depth > MaximumDepth)
            return Fail($"This value is nested deeper than {MaximumDepth} levels");
        if (Current is not ('{' or '['))
            return IsQuote(Current) ? ReadText() : ReadBare(isFlow: true);
        _brackets++;
        var value = Current == '{' ? ReadFlowMap(depth) : ReadFlowList(depth);
        _brackets--;
        return value;
    }

    private DataNode ReadFlowMap(int depth)
    {
        var start = Position++;
        var members = new List<DataMember>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (SkipToContent(); Current != '}' && !_isBroken; SkipToContent())
        {
            if (members.Count > 0 && !SkipComma('}'))
                break;
            if (Current == '}')
                break;
            var key = IsQuote(Current) ? ReadText() : ReadBare(isFlow: true);
            SkipToContent();
            if (_isBroken)
                break;
            if (Current != ':')
            {
                Fail("`:` is expected behind the key");
                break;
            }
            Position++;
            SkipToContent();
            var value = Current is ',' or '}' ? new DataNode(DataKind.Null, new TextSpan(Position, 0)) : ReadFlow(depth + 1);
            Add(members, keys, new DataMember(key.Text, key.Span, value));
        }
        Position = Math.Min(Position + 1, Content.Length);
        return new DataNode(DataKind.Map, TextSpan.FromBounds(start, Position)) { Members = members };
    }

    private DataNode ReadFlowList(int depth)
    {
        var start = Position++;
        var items = new List<DataNode>();
        for (SkipToContent(); Current != ']' && !_isBroken; SkipToContent())
        {
            if (items.Count > 0 && !SkipComma(']'))
                break;
            if (Current == ']')
                break;
            items.Add(ReadFlow(depth + 1));
            SkipToContent();
            if (Current == ':')
                Fail("A map in a list needs braces of its own here");
        }
        Position = Math.Min(Position + 1, Content.Length);
        return new DataNode(DataKind.List, TextSpan.FromBounds(start, Position)) { Items = items };
    }

    private bool SkipComma(char close)
    {
        if (Current != ',')
        {
            Fail($"`,` or `{close}` is expected here");
            return false;
        }
        Position++;
        SkipToContent();
        return true;
    }

    private DataNode ReadText()
    {
        if (Current == '"')
        {
            var start = Position;
            if (ReadQuoted() is { } quoted)
                return quoted;
            _isBroken = true;
            return new DataNode(DataKind.Text, TextSpan.FromBounds(start, Math.Min(Position, Content.Length)));
        }
        return ReadSingleQuoted();
    }

    private DataNode ReadSingleQuoted()
    {
        var start = Position++;
        var text = new StringBuilder();
        while (!IsAtEnd && Current is not ('\n' or '\r'))
        {
            var c = Content[Position++];
            if (c != '\'')
                text.Append(c);
            else if (Current == '\'')
                text.Append(Content[Position++]);
            else
                return new DataNode(DataKind.Text, TextSpan.FromBounds(start, Position)) { Text = text.ToString() };
        }
        Position = start;
        return Fail("This text has no closing quote on its line");
    }

    private DataNode ReadBare(bool isFlow)
    {
        if (NameOfConstruct() is { } construct)
            return Fail($"{construct} is not read here: write the value itself");
        var start = Position;
        var end = Position;
        while (!IsAtEnd && Current is not ('\n' or '\r'))
        {
            if (isFlow && Current is ',' or '[' or ']' or '{' or '}')
                break;
            if (Current == ':' && (IsBlankOrEnd(Peek(1)) || (isFlow && Peek(1) is ',' or '[' or ']' or '{' or '}')))
            {
                if (!isFlow)
                    return Fail("A map is not expected here");
                break;
            }
            if (Current == '#' && end < Position)
                break;
            if (Current is not (' ' or '\t'))
                end = Position + 1;
            Position++;
        }
        Position = end;
        if (end == start)
            return Fail("A value is expected here");
        var text = Content.Substring(start, end - start);
        var kind = text switch
        {
            "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => DataKind.Boolean,
            "~" or "null" or "Null" or "NULL" => DataKind.Null,
            _ when IsNumber(text) => DataKind.Number,
            _ => DataKind.Text,
        };
        return new DataNode(kind, TextSpan.FromBounds(start, end)) { Text = text };
    }

    // What begins with a mark that has a meaning of its own.
    private string? NameOfConstruct() => Current switch
    {
        '&' => "An anchor",
        '*' => "An alias",
        '!' => "A tag",
        '|' or '>' => "A text over several lines",
        '%' => "A directive",
        '@' or '`' => "A reserved mark",
        '?' when IsBlankOrEnd(Peek(1)) => "A key of several lines",
        _ => null,
    };

    private DataNode ReadKey(int end)
    {
        if (IsQuote(Current))
            return ReadText();
        var start = Position;
        var text = Content.Substring(start, end - start).TrimEnd();
        return NameOfConstruct() is { } construct
            ? Fail($"{construct} is not read here: write the value itself")
            : new DataNode(DataKind.Text, new TextSpan(start, text.Length)) { Text = text };
    }

    // Where the colon stands that makes the line `key: value`.
    private int? FindKeyEnd()
    {
        if (Current is '{' or '[')
            return null;
        var position = Position;
        if (IsQuote(Current))
        {
            var quote = Current;
            for (position++; position < Content.Length && Content[position] != quote; position++)
            {
                if (Content[position] is '\n' or '\r')
                    return null;
                if (Content[position] == '\\' && quote == '"')
                    position++;
            }
            for (position++; position < Content.Length && Content[position] is ' ' or '\t';)
                position++;
            return position < Content.Length && Content[position] == ':' && IsBlankOrEnd(position + 1 < Content.Length ? Content[position + 1] : '\0') ? position : null;
        }
        for (; position < Content.Length && Content[position] is not ('\n' or '\r'); position++)
        {
            var c = Content[position];
            if (c == '#' && position > Position && Content[position - 1] is ' ' or '\t')
                return null;
            if (c == ':' && IsBlankOrEnd(position + 1 < Content.Length ? Content[position + 1] : '\0'))
                return position;
        }
        return null;
    }

    private bool IsDash() => Current == '-' && IsBlankOrEnd(Peek(1));

    private bool IsDocumentMark(string mark) =>
        Column() == 0 && string.CompareOrdinal(Content, Position, mark, 0, 3) == 0 && IsBlankOrEnd(Peek(3));

    private int Column()
    {
        var start = Position;
        while (start > 0 && Content[start - 1] is not ('\n' or '\r' or '\uFEFF'))
            start--;
        return Position - start;
    }

    private bool IsAtLineEnd() => IsAtEnd || Current is '\n' or '\r' || (Current == '#' && (Position == 0 || Content[Position - 1] is ' ' or '\t' or '\n' or '\r'));

    private void SkipBlanks()
    {
        while (Current is ' ' or '\t')
            Position++;
    }

    // Over blanks, comments and line ends. A tab may not indent.
    private void SkipToContent()
    {
        while (!IsAtEnd && !_isBroken)
        {
            var isIndentation = Position == 0 || Content[Position - 1] is '\n' or '\r';
            var start = Position;
            SkipBlanks();
            if (IsAtLineEnd())
            {
                while (!IsAtEnd && Current is not ('\n' or '\r'))
                    Position++;
                if (IsAtEnd)
                    return;
                Position++;
                continue;
            }
            if (isIndentation && _brackets == 0 && Content.IndexOf('\t', start, Position - start) is >= 0 and var tab)
            {
                Position = tab;
                Fail("A tab cannot indent");
            }
            return;
        }
    }

    private DataNode Fail(string message)
    {
        if (!_isBroken)
            Report(new TextSpan(Math.Min(Position, Content.Length), IsAtEnd ? 0 : 1), message);
        _isBroken = true;
        return new DataNode(DataKind.Null, new TextSpan(Math.Min(Position, Content.Length), 0));
    }

    private static bool IsQuote(char c) => c is '"' or '\'';

    private static bool IsBlankOrEnd(char c) => c is ' ' or '\t' or '\n' or '\r' or '\0';
}
