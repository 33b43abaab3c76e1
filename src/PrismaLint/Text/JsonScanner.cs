using System.Globalization;
using System.Text;

namespace PrismaLint.Text;

/// <summary>
/// Walks over JSON from value to value and keeps no tree: a large file costs no more than the values that somebody takes. After the first
/// mistake everything reads as the end.
/// </summary>
internal sealed class JsonScanner(SourceText source)
{
    private const int MaximumDepth = 64;

    private readonly string _text = source.Content;
    private int _position = source.Content.StartsWith('\uFEFF') ? 1 : 0;

    /// <summary>The first mistake.</summary>
    public string? Problem { get; private set; }

    /// <summary>Where the first mistake is.</summary>
    public Location? Place { get; private set; }

    public bool HasFailed => Problem is not null;

    /// <summary>Where the next value begins.</summary>
    public int Position
    {
        get
        {
            SkipBlanks();
            return _position;
        }
    }

    /// <summary>The first character of the next value; NUL at the end.</summary>
    public char Peek()
    {
        SkipBlanks();
        return Current;
    }

    /// <summary>Notes a mistake at the next value.</summary>
    public void Fail(string problem) => Fail(Position, problem);

    /// <summary>Notes a mistake; only the first one counts.</summary>
    public void Fail(int position, string problem)
    {
        if (Problem is not null)
            return;
        Problem = problem;
        Place = new Location(source, position < _text.Length ? new TextSpan(position, 1) : new TextSpan(_text.Length, 0));
        _position = _text.Length;
    }

    /// <summary>Goes into an object; <see langword="false"/> where there is none.</summary>
    public bool StartObject() => Take('{', "an object");

    /// <summary>Goes into a list; <see langword="false"/> where there is none.</summary>
    public bool StartList() => Take('[', "a list");

    /// <summary>The name of the next member; <see langword="null"/> behind the last one.</summary>
    /// <param name="isFirst">The object has just begun; <see langword="false"/> afterwards.</param>
    public string? NextMember(ref bool isFirst)
    {
        if (!HasNext('}', ref isFirst))
            return null;
        if (ReadText() is not { } name || !Take(':', "`:`"))
            return null;
        return name;
    }

    /// <summary>The list goes on; otherwise it has been left.</summary>
    /// <param name="isFirst">The list has just begun; <see langword="false"/> afterwards.</param>
    public bool NextItem(ref bool isFirst) => HasNext(']', ref isFirst);

    /// <summary>A text; <see langword="null"/> and a mistake where there is none.</summary>
    /// <param name="likely">What it may well be: then that is returned, and nothing made.</param>
    public string? ReadText(string? likely = null)
    {
        SkipBlanks();
        if (Current != '"')
        {
            FailHere("a text in quotes");
            return null;
        }
        var text = _text;
        var start = _position + 1;
        var end = start;
        while (end < text.Length && text[end] is not ('"' or '\\') and >= ' ')
            end++;
        _position = end;
        if (Current != '"')
            return ReadEscaped(start);
        _position++;
        return likely is not null && likely.Length == end - start && string.CompareOrdinal(text, start, likely, 0, likely.Length) == 0
            ? likely
            : text.Substring(start, end - start);
    }

    /// <summary>A number, <c>true</c>, <c>false</c> or <c>null</c>: a <see cref="long"/> where it is whole and fits, else a <see cref="double"/>.</summary>
    public object? ReadWord()
    {
        SkipBlanks();
        var start = _position;
        if (ReadWhole() is { } whole)
            return whole;
        while (_position < _text.Length && (_text[_position] is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '-' or '+' or '.'))
            _position++;
        var length = _position - start;
        if (length == 0)
        {
            FailHere("a value");
            return null;
        }
        var word = _text.Substring(start, length);
        switch (word)
        {
            case "null":
                return null;
            case "true":
                return Boxes.True;
            case "false":
                return Boxes.False;
        }
        if (long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large) && word[0] != '+')
            return large;
        if (word[0] is '-' or (>= '0' and <= '9')
            && double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number) && !double.IsNaN(number))
        {
            return number;
        }
        Fail(start, $"`{(word.Length > 40 ? word.Remove(40) + "…" : word)}` is no value of JSON");
        return null;
    }

    /// <summary>Passes over a value of any kind.</summary>
    public void SkipValue() => SkipValue(0);

    /// <summary>Nothing follows; otherwise that is a mistake.</summary>
    public void ExpectEnd()
    {
        SkipBlanks();
        if (_position < _text.Length)
            FailHere("the end of the file");
    }

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    private void SkipValue(int depth)
    {
        var isFirst = true;
        switch (Peek())
        {
            case '"':
                ReadText();
                break;
            case '{' or '[' when depth >= MaximumDepth:
                Fail($"This value is nested deeper than {MaximumDepth} levels");
                break;
            case '{':
                _position++;
                while (NextMember(ref isFirst) is not null)
                    SkipValue(depth + 1);
                break;
            case '[':
                _position++;
                while (NextItem(ref isFirst))
                    SkipValue(depth + 1);
                break;
            default:
                ReadWord();
                break;
        }
    }

    private bool HasNext(char close, ref bool isFirst)
    {
        SkipBlanks();
        if (Current == close)
        {
            _position++;
            return false;
        }
        if (!isFirst && !Take(',', $"`,` or `{close}`"))
            return false;
        isFirst = false;
        return !HasFailed;
    }

    private bool Take(char expected, string name)
    {
        SkipBlanks();
        if (Current == expected)
        {
            _position++;
            return true;
        }
        FailHere(name);
        return false;
    }

    private void FailHere(string expected) => Fail(
        _position,
        _position < _text.Length ? $"`{_text[_position]}` stands where {expected} is expected" : $"The file ends where {expected} is expected");

    // Most values are whole numbers. One of 19 digits may be too large for them, and is left where it is, as all else.
    private long? ReadWhole()
    {
        var text = _text;
        var isNegative = Current == '-';
        var start = isNegative ? _position + 1 : _position;
        var end = start;
        long number = 0;
        while (end < text.Length && text[end] is >= '0' and <= '9' && end - start < 19)
            number = (number * 10) + (text[end++] - '0');
        if (end == start || end - start > 18 || (end < text.Length && text[end] is not (',' or ']' or '}' or ' ' or '\n' or '\r' or '\t')))
            return null;
        _position = end;
        return isNegative ? -number : number;
    }

    private string? ReadEscaped(int start)
    {
        var text = new StringBuilder(_text, start, _position - start, System.Math.Max(16, (_position - start) * 2));
        while (_position < _text.Length)
        {
            var c = _text[_position++];
            if (c == '"')
                return text.ToString();
            if (c < ' ')
            {
                Fail(_position - 1, "This text has no closing quote");
                return null;
            }
            if (c != '\\')
            {
                text.Append(c);
                continue;
            }
            if (ReadEscape() is not { } escaped)
            {
                Fail(_position - 1, $"`\\{Current}` is no escape sequence");
                return null;
            }
            text.Append(escaped);
        }
        Fail("This text has no closing quote");
        return null;
    }

    // Behind a backslash.
    private char? ReadEscape()
    {
        var mark = Current;
        char? escaped = mark switch
        {
            '"' or '\\' or '/' => mark,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => ReadHex(_position + 1),
            _ => null,
        };
        if (escaped is not null)
            _position += mark == 'u' ? 5 : 1;
        return escaped;
    }

    private char? ReadHex(int start)
    {
        var code = 0;
        for (var i = start; i < start + 4; i++)
        {
            var digit = i < _text.Length ? "0123456789abcdef".IndexOf(char.ToLowerInvariant(_text[i])) : -1;
            if (digit < 0)
                return null;
            code = (code * 16) + digit;
        }
        return (char)code;
    }

    private void SkipBlanks()
    {
        var text = _text;
        var position = _position;
        while (position < text.Length && text[position] is ' ' or '\n' or '\r' or '\t')
            position++;
        _position = position;
    }

    private static class Boxes
    {
        public static readonly object True = true;
        public static readonly object False = false;
    }
}
