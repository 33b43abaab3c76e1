using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Configuration;

/// <summary>Reads the lines of a configuration file as the C# compiler does: what is neither header nor setting is dropped.</summary>
internal static class ConfigurationParser
{
    /// <summary>The sections; the first one, without a name, holds what stands above any header.</summary>
    public static IReadOnlyList<ConfigurationSection> Parse(SourceText source)
    {
        var sections = new List<ConfigurationSection>();
        var settings = new List<ConfigurationSetting>();
        var name = default(TextSpan);
        for (var line = 0; line < source.LineCount; line++)
        {
            var span = source.GetLineSpan(line);
            var start = SkipBlanks(source.Content, span.Start, span.End);
            if (start == span.End || IsCommentMark(source.Content[start]))
                continue;
            if (source.Content[start] == '[' && FindHeader(source.Content, start + 1, span.End) is { } header)
            {
                Close();
                name = header;
                settings = [];
            }
            else if (FindSetting(source.Content, start, span.End) is { } setting)
            {
                settings.Add(setting);
            }
        }
        Close();
        return sections;

        void Close() => sections.Add(new ConfigurationSection(source.ToString(name), name, settings));
    }

    // A comment mark ends the line unless a backslash stands before it; the last bracket before that closes the header.
    private static TextSpan? FindHeader(string text, int start, int lineEnd)
    {
        var end = start;
        while (end < lineEnd && !(IsCommentMark(text[end]) && text[end - 1] != '\\'))
            end++;
        end = SkipBlanksBack(text, start, end) - 1;
        return end > start && text[end] == ']' ? TextSpan.FromBounds(start, end) : null;
    }

    private static ConfigurationSetting? FindSetting(string text, int start, int lineEnd)
    {
        var keyEnd = start;
        while (keyEnd < lineEnd && (char.IsLetterOrDigit(text[keyEnd]) || text[keyEnd] is '_' or '.' or '-'))
            keyEnd++;
        var mark = SkipBlanks(text, keyEnd, lineEnd);
        if (keyEnd == start || mark == lineEnd || text[mark] is not ('=' or ':'))
            return null;
        var valueStart = SkipBlanks(text, mark + 1, lineEnd);
        var valueEnd = valueStart;
        while (valueEnd < lineEnd && !IsCommentMark(text[valueEnd]))
            valueEnd++;
        valueEnd = SkipBlanksBack(text, valueStart, valueEnd);
        var key = TextSpan.FromBounds(start, keyEnd);
        var value = TextSpan.FromBounds(valueStart, valueEnd);
        return new ConfigurationSetting(text.Substring(key.Start, key.Length), key, text.Substring(value.Start, value.Length), value);
    }

    private static int SkipBlanks(string text, int position, int end)
    {
        while (position < end && (char.IsWhiteSpace(text[position]) || (position == 0 && text[0] == '\uFEFF')))
            position++;
        return position;
    }

    private static int SkipBlanksBack(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end;
    }

    private static bool IsCommentMark(char c) => c is '#' or ';';
}
