using System;

namespace PrismaLint.Loading;

/// <summary>The lines of a text, one after the other and without a list of them all.</summary>
internal struct TextLines(string text)
{
    private int _position = -1;

    public string Current { get; private set; } = "";

    public readonly TextLines GetEnumerator() => this;

    public bool MoveNext()
    {
        var start = _position < 0 ? 0 : _position;
        if (start > text.Length)
            return false;
        var end = text.IndexOf('\n', start);
        _position = end < 0 ? text.Length + 1 : end + 1;
        end = end < 0 ? text.Length : end;
        Current = text.Substring(start, (end > start && text[end - 1] == '\r' ? end - 1 : end) - start);
        return true;
    }
}
