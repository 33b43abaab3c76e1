using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Diagnostics;
using PrismaLint.Text;

namespace PrismaLint.Fixes;

/// <summary>The edits of fixes that can be made together, by file.</summary>
internal sealed class EditSet
{
    private readonly Dictionary<string, List<TextEdit>> _files = new(StringComparer.Ordinal);

    public IEnumerable<string> Paths => _files.Keys;

    /// <summary>Adds a fix, whole or not at all. An edit that another fix makes too is made once.</summary>
    /// <returns>Whether its edits go with those that are there already.</returns>
    public bool TryAdd(CodeFix fix)
    {
        if (fix.Edits.Any(Clashes))
            return false;
        foreach (var edit in fix.Edits)
        {
            if (!_files.TryGetValue(edit.Source.Path, out var edits))
                _files.Add(edit.Source.Path, edits = []);
            var index = FirstFrom(edits, edit.Span.Start);
            while (index < edits.Count && edits[index].Span <= edit.Span && !IsSame(edits[index], edit))
                index++;
            if (index == edits.Count || !IsSame(edits[index], edit))
                edits.Insert(index, edit);
        }
        return true;
    }

    /// <summary>The edits of a file in the order of the text.</summary>
    public IReadOnlyList<TextEdit> In(string path) => _files.TryGetValue(path, out var edits) ? InOrder(edits) : [];

    /// <summary>A text with edits that do not overlap, in the order of the text.</summary>
    public static string Apply(string content, IReadOnlyList<TextEdit> edits)
    {
        var text = new StringBuilder(content.Length + 64);
        var position = 0;
        foreach (var edit in edits)
        {
            text.Append(content, position, edit.Span.Start - position).Append(edit.NewText);
            position = edit.Span.End;
        }
        return text.Append(content, position, content.Length - position).ToString();
    }

    private bool Clashes(TextEdit edit)
    {
        if (!_files.TryGetValue(edit.Source.Path, out var edits))
            return false;
        var index = FirstFrom(edits, edit.Span.Start);
        // Edits do not overlap, so that only the last one before may reach in.
        if (index > 0 && Clash(edits[index - 1], edit))
            return true;
        for (; index < edits.Count && edits[index].Span.Start <= edit.Span.End; index++)
        {
            if (Clash(edits[index], edit))
                return true;
        }
        return false;
    }

    private static bool Clash(TextEdit one, TextEdit other)
    {
        if (IsSame(one, other))
            return false;
        if (one.Span.IsEmpty && one.Span == other.Span)
            return !CanFollow(one.NewText, other.NewText);
        return one.Span.Overlaps(other.Span) || one.Span == other.Span;
    }

    private static bool IsSame(TextEdit one, TextEdit other) => one.Span == other.Span && one.NewText == other.NewText;

    // Two insertions at one place have an order where each is a line or an attribute: any. A block can have many indexes,
    // and of everything else one.
    private static bool CanFollow(string one, string other)
    {
        var head = Head(one);
        return head.Length > 0 && Head(other) is { Length: > 0 } second && (head != second || head is "@@index" or "@@unique" or "@@fulltext");
    }

    private static string Head(string text)
    {
        var start = text.TrimStart();
        if (start.Length == text.Length || !(text[0] is '\r' or '\n' || start[0] == '@'))
            return "";
        // Native types go by their prefix: a column has one.
        var end = start.IndexOfAny(start[0] == '@' ? ['(', ' ', '.', '\r', '\n'] : [' ', '\r', '\n']);
        return end < 0 ? start : start.Substring(0, end);
    }

    // Lines that belong to those above come before lines behind a blank one, of which the first brings it.
    private static TextEdit[] InOrder(List<TextEdit> edits)
    {
        // OrderBy is stable.
        TextEdit[] ordered = [.. edits.OrderBy(edit => edit.Span).ThenBy(edit => BlankLine(edit.NewText))];
        for (var i = ordered.Length - 1; i > 0; i--)
        {
            if (ordered[i].Span.IsEmpty && ordered[i].Span == ordered[i - 1].Span && BlankLine(ordered[i - 1].NewText) > 0)
                ordered[i] = ordered[i] with { NewText = ordered[i].NewText.Substring(BlankLine(ordered[i].NewText)) };
        }
        return ordered;
    }

    private static int BlankLine(string text) =>
        text.StartsWith("\r\n\r\n", StringComparison.Ordinal) ? 2 : text.StartsWith("\n\n", StringComparison.Ordinal) || text.StartsWith("\r\r", StringComparison.Ordinal) ? 1 : 0;

    private static int FirstFrom(List<TextEdit> edits, int start)
    {
        int low = 0, high = edits.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (edits[middle].Span.Start < start)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
