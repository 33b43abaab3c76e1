using System;
using System.Collections.Generic;
using System.Text;
using PrismaLint.Text;

namespace PrismaLint.Fixes;

/// <summary>The difference of two texts in the form that <c>patch</c> and <c>git apply</c> take.</summary>
public static class UnifiedDiff
{
    private const int ContextLines = 3;

    // Fixes change few lines at a time: further apart than this, the rest counts as replaced.
    private const int Reach = 400;

    /// <summary>The hunks with their header; empty where the texts are equal.</summary>
    public static string Write(SourceText before, SourceText after)
    {
        if (before.Content == after.Content)
            return "";
        var old = Lines(before.Content);
        var now = Lines(after.Content);
        var text = new StringBuilder();
        text.Append("--- ").Append(before.Path).Append("\n+++ ").Append(after.Path).Append('\n');
        var changes = Compare(old, now);
        for (var first = 0; first < changes.Count;)
        {
            var last = first;
            while (last + 1 < changes.Count && changes[last + 1].OldStart - changes[last].OldEnd <= 2 * ContextLines)
                last++;
            WriteHunk(text, old, now, changes, first, last);
            first = last + 1;
        }
        return text.ToString();
    }

    private static void WriteHunk(StringBuilder text, List<string> old, List<string> now, List<Change> changes, int first, int last)
    {
        var lead = Math.Min(ContextLines, changes[first].OldStart);
        var tail = Math.Min(ContextLines, old.Count - changes[last].OldEnd);
        var oldStart = changes[first].OldStart - lead;
        var newStart = changes[first].NewStart - lead;
        var oldCount = changes[last].OldEnd + tail - oldStart;
        var newCount = changes[last].NewEnd + tail - newStart;
        text.Append("@@ -").Append(Range(oldStart, oldCount)).Append(" +").Append(Range(newStart, newCount)).Append(" @@\n");
        var line = oldStart;
        for (var i = first; i <= last; i++)
        {
            for (; line < changes[i].OldStart; line++)
                WriteLine(text, ' ', old[line]);
            for (; line < changes[i].OldEnd; line++)
                WriteLine(text, '-', old[line]);
            for (var added = changes[i].NewStart; added < changes[i].NewEnd; added++)
                WriteLine(text, '+', now[added]);
        }
        for (var end = line + tail; line < end; line++)
            WriteLine(text, ' ', old[line]);
    }

    private static string Range(int start, int count) =>
        count == 1 ? FormattableString.Invariant($"{start + 1}") : FormattableString.Invariant($"{(count == 0 ? start : start + 1)},{count}");

    private static void WriteLine(StringBuilder text, char sign, string line)
    {
        text.Append(sign).Append(SecretText.Mask(line));
        if (!line.EndsWith('\n'))
            text.Append("\n\\ No newline at end of file\n");
    }

    private static List<Change> Compare(List<string> old, List<string> now)
    {
        var changes = new List<Change>();
        var oldEnd = old.Count;
        var newEnd = now.Count;
        while (oldEnd > 0 && newEnd > 0 && old[oldEnd - 1] == now[newEnd - 1])
        {
            oldEnd--;
            newEnd--;
        }
        int i = 0, j = 0;
        while (i < oldEnd || j < newEnd)
        {
            if (i < oldEnd && j < newEnd && old[i] == now[j])
            {
                i++;
                j++;
                continue;
            }
            var (nextOld, nextNew) = Meet(old, i, oldEnd, now, j, newEnd);
            changes.Add(new Change(i, nextOld, j, nextNew));
            (i, j) = (nextOld, nextNew);
        }
        return changes;
    }

    // The nearest place where two lines in a row are equal again.
    private static (int Old, int New) Meet(List<string> old, int i, int oldEnd, List<string> now, int j, int newEnd)
    {
        for (var distance = 1; distance <= Reach; distance++)
        {
            for (var skipped = Math.Max(0, distance - (newEnd - j)); skipped <= Math.Min(distance, oldEnd - i); skipped++)
            {
                var a = i + skipped;
                var b = j + distance - skipped;
                if (a == oldEnd && b == newEnd)
                    return (a, b);
                if (a == oldEnd || b == newEnd || old[a] != now[b])
                    continue;
                var isLast = a + 1 == oldEnd || b + 1 == newEnd;
                if (isLast ? a + 1 == oldEnd && b + 1 == newEnd : old[a + 1] == now[b + 1])
                    return (a, b);
            }
        }
        return (oldEnd, newEnd);
    }

    // With their line breaks; a carriage return stays part of its line.
    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text.Substring(start, end - start));
            start = end;
        }
        return lines;
    }

    private readonly record struct Change(int OldStart, int OldEnd, int NewStart, int NewEnd);
}
