using System;
using System.Collections.Generic;
using System.Text;

namespace PrismaLint.Planning.Document;

/// <summary>
/// Texts of a plan: plain, with names between backticks. A span of code begins and ends with backticks of the same number, as in Markdown;
/// everything else is plain, whatever it looks like.
/// </summary>
public static class PlanText
{
    /// <summary>A name or a piece of code, in as many backticks as it needs.</summary>
    public static string Code(string text)
    {
        if (text.Length == 0)
            return "";
        text = OneLine(text);
        var fence = "`";
        while (text.Contains(fence, StringComparison.Ordinal))
            fence += "`";
        var pad = text[0] == '`' || text[text.Length - 1] == '`' ? " " : "";
        return fence + pad + text + pad + fence;
    }

    /// <summary>Words that somebody else wrote, such as documentation: on one line, without code.</summary>
    public static string Words(string text) => OneLine(text).Replace('`', '\'');

    /// <summary>The names as code, with commas between them.</summary>
    public static string CodeList(IEnumerable<string> names)
    {
        var text = new StringBuilder();
        foreach (var name in names)
            text.Append(text.Length == 0 ? "" : ", ").Append(Code(name));
        return text.ToString();
    }

    /// <summary>The parts of a text, in order: plain ones and code.</summary>
    public static IEnumerable<(string Text, bool IsCode)> Parts(string text)
    {
        var start = 0;
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] != '`')
            {
                at++;
                continue;
            }
            var open = at;
            while (at < text.Length && text[at] == '`')
                at++;
            var fence = at - open;
            var close = FindFence(text, at, fence);
            if (close < 0)
                continue;
            if (open > start)
                yield return (text.Substring(start, open - start), false);
            var code = text.Substring(at, close - at);
            if (code.Length > 2 && code[0] == ' ' && code[code.Length - 1] == ' ' && code.Contains('`'))
                code = code.Substring(1, code.Length - 2);
            yield return (code, true);
            start = at = close + fence;
        }
        if (start < text.Length)
            yield return (text.Substring(start), false);
    }

    private static int FindFence(string text, int start, int length)
    {
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] != '`')
                continue;
            var run = at;
            while (run < text.Length && text[run] == '`')
                run++;
            if (run - at == length)
                return at;
            at = run - 1;
        }
        return -1;
    }

    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var isBlank = char.IsWhiteSpace(letter) || char.IsControl(letter);
            if (!isBlank)
                line.Append(letter);
            else if (line.Length > 0 && line[line.Length - 1] != ' ')
                line.Append(' ');
        }
        return line.ToString().TrimEnd();
    }
}
