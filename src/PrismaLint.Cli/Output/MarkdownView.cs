using System;
using System.Collections.Generic;
using System.Linq;

namespace PrismaLint.Cli.Output;

/// <summary>Shows the Markdown of our own pages as text to read: headings, paragraphs, lists, tables, code. No line of prose is wider than 100 columns.</summary>
internal sealed class MarkdownView(ITextSink sink)
{
    private const int Width = 100;
    private const int Indent = 4;

    private string[] _lines = [];
    private int _position;

    public void Write(string markdown)
    {
        _lines = markdown.TrimEnd('\n').Split('\n');
        for (_position = 0; _position < _lines.Length;)
        {
            var line = _lines[_position];
            if (line.StartsWith("```", StringComparison.Ordinal))
                WriteCode();
            else if (line.StartsWith('#'))
                WriteHeading(line);
            else if (line.StartsWith('|'))
                WriteTable();
            else if (line.Length == 0)
                WriteBlank();
            else
                WriteProse();
        }
    }

    private void WriteBlank()
    {
        sink.Write("\n");
        _position++;
    }

    private void WriteHeading(string line)
    {
        var title = Plain(line.TrimStart('#').Trim());
        sink.Write(title + "\n", Tone.Strong);
        // Colours tell headings apart; a line below does where there are none.
        if (sink is PlainSink)
            sink.Write(new string(line.StartsWith("##", StringComparison.Ordinal) ? '-' : '=', title.Length) + "\n");
        _position++;
    }

    private void WriteCode()
    {
        for (_position++; _position < _lines.Length && !_lines[_position].StartsWith("```", StringComparison.Ordinal); _position++)
            sink.Write((_lines[_position].Length == 0 ? "" : new string(' ', Indent) + _lines[_position]) + "\n", Tone.Suggestion);
        _position++;
    }

    // A paragraph, or an item of a list with its further lines set in.
    private void WriteProse()
    {
        var first = _lines[_position];
        var mark = first.StartsWith("- ", StringComparison.Ordinal) ? "- " : IsNumbered(first) ? first[..(first.IndexOf(". ", StringComparison.Ordinal) + 2)] : "";
        var words = new List<string>(Plain(first[mark.Length..]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        for (_position++; _position < _lines.Length && IsProse(_lines[_position]); _position++)
            words.AddRange(Plain(_lines[_position]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        WriteWrapped(words, mark, new string(' ', mark.Length));
    }

    private void WriteWrapped(List<string> words, string start, string furtherStart)
    {
        var line = start;
        var isEmpty = true;
        foreach (var word in words)
        {
            if (!isEmpty && line.Length + 1 + word.Length > Width)
            {
                sink.Write(line + "\n");
                line = furtherStart;
                isEmpty = true;
            }
            line += isEmpty ? word : " " + word;
            isEmpty = false;
        }
        sink.Write(line + "\n");
    }

    // A table without a header, as the facts of a rule stand in, or one with. The last column takes what is left of the width;
    // where that is too little, a row becomes a list of its cells.
    private void WriteTable()
    {
        var rows = new List<string[]>();
        var hasHeader = false;
        for (; _position < _lines.Length && _lines[_position].StartsWith('|'); _position++)
        {
            var cells = Cells(_lines[_position]);
            if (cells.All(cell => cell.Trim('-', ':').Length == 0))
            {
                hasHeader = rows.Count > 0 && cells.Any(cell => cell.Length > 0);
                continue;
            }
            rows.Add(cells);
        }
        if (rows.Count == 0)
            return;
        var columns = rows.Max(row => row.Length);
        var widths = Enumerable.Range(0, columns).Select(column => rows.Max(row => column < row.Length ? row[column].Length : 0)).ToArray();
        if (hasHeader && widths[..^1].Sum(width => width + 2) > Width - 30)
        {
            var nameWidth = rows[0].Max(name => name.Length);
            foreach (var row in rows.Skip(1))
                WriteList(row, rows[0], nameWidth);
            return;
        }
        for (var i = 0; i < rows.Count; i++)
            WriteRow(rows[i], widths, hasHeader && i == 0 ? Tone.Strong : Tone.Plain);
    }

    private void WriteList(string[] row, string[] names, int nameWidth)
    {
        sink.Write(row[0] + "\n", Tone.Strong);
        for (var column = 1; column < row.Length; column++)
            WriteCell(new string(' ', Indent) + names[column].PadRight(nameWidth) + "  ", row[column], Tone.Plain);
    }

    private void WriteRow(string[] row, int[] widths, Tone tone)
    {
        var start = "";
        for (var column = 0; column < row.Length - 1; column++)
            start += row[column].PadRight(widths[column]) + "  ";
        WriteCell(start, row[^1], tone);
    }

    private void WriteCell(string start, string text, Tone tone)
    {
        if (start.Length + text.Length <= Width)
            sink.Write((start + text).TrimEnd() + "\n", tone);
        else
            WriteWrapped([.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)], start, new string(' ', start.Length));
    }

    private static string[] Cells(string line)
    {
        var cells = new List<string>();
        var start = 1;
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] != '|' || line[i - 1] == '\\')
                continue;
            cells.Add(Plain(line[start..i].Trim().Replace("\\|", "|", StringComparison.Ordinal)));
            start = i + 1;
        }
        return [.. cells];
    }

    private static bool IsProse(string line) =>
        line.Length > 0 && line[0] is not ('#' or '|') && !line.StartsWith("```", StringComparison.Ordinal)
        && !line.StartsWith("- ", StringComparison.Ordinal) && !IsNumbered(line);

    private static bool IsNumbered(string line)
    {
        var digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
            digits++;
        return digits > 0 && line.AsSpan(digits).StartsWith(". ");
    }

    // Backticks stay: they tell a name from a word. Marks of emphasis and the targets of links are for other readers.
    private static string Plain(string text)
    {
        var plain = text.Replace("**", "", StringComparison.Ordinal);
        for (var middle = plain.IndexOf("](", StringComparison.Ordinal); middle >= 0; middle = plain.IndexOf("](", StringComparison.Ordinal))
        {
            var open = plain.LastIndexOf('[', middle);
            var close = plain.IndexOf(')', middle);
            if (open < 0 || close < 0)
                break;
            plain = plain[..open] + plain[(open + 1)..middle] + plain[(close + 1)..];
        }
        return plain;
    }
}
