using System;

namespace PrismaLint.Text;

/// <summary>The text of one file, with its path and line starts. A byte order mark stays part of the text.</summary>
public sealed class SourceText
{
    private int[]? _lineStarts;

    public SourceText(string path, string content)
    {
        Path = path ?? throw new ArgumentNullException(nameof(path));
        Content = content ?? throw new ArgumentNullException(nameof(content));
    }

    /// <summary>The path as the user gave it, with <c>/</c> between its parts.</summary>
    public string Path { get; }

    public string Content { get; }

    /// <summary>Length in UTF-16 code units.</summary>
    public int Length => Content.Length;

    /// <summary>The line break that the file uses: its first one, a line feed without any.</summary>
    public string NewLine
    {
        get
        {
            var index = Content.IndexOfAny(['\r', '\n']);
            return index < 0 || Content[index] == '\n' ? "\n" : index + 1 < Length && Content[index + 1] == '\n' ? "\r\n" : "\r";
        }
    }

    public int LineCount => LineStarts.Length;

    // Built on first use: a file without findings never needs it.
    private int[] LineStarts => _lineStarts ??= FindLineStarts(Content);

    /// <summary>Zero-based line and column of an offset; offsets outside the text are moved to its nearest end.</summary>
    public LinePosition GetLinePosition(int offset)
    {
        offset = Math.Min(Math.Max(offset, 0), Length);
        var index = Array.BinarySearch(LineStarts, offset);
        var line = index >= 0 ? index : ~index - 1;
        return new LinePosition(line, offset - LineStarts[line]);
    }

    /// <summary>The text of a zero-based line, without its line break.</summary>
    public string GetLine(int line) => ToString(GetLineSpan(line));

    /// <summary>The span of a zero-based line, without its line break.</summary>
    public TextSpan GetLineSpan(int line)
    {
        var start = LineStarts[line];
        var end = line + 1 < LineStarts.Length ? LineStarts[line + 1] : Length;
        while (end > start && Content[end - 1] is '\n' or '\r')
            end--;
        return TextSpan.FromBounds(start, end);
    }

    public string ToString(TextSpan span) => Content.Substring(span.Start, span.Length);

    public override string ToString() => Content;

    // `\n`, `\r\n` and a lone `\r` end a line, as in the schema language itself.
    private static int[] FindLineStarts(string text)
    {
        var starts = new int[Math.Max(4, text.Length / 24)];
        var count = 1;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is not ('\n' or '\r'))
                continue;
            if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                i++;
            if (count == starts.Length)
                Array.Resize(ref starts, count * 2);
            starts[count++] = i + 1;
        }

        Array.Resize(ref starts, count);
        return starts;
    }
}
