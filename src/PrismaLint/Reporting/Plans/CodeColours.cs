using System;
using System.Collections.Generic;
using System.Text;

namespace PrismaLint.Reporting.Plans;

/// <summary>
/// Code as HTML with little colour: <c>b</c> for words of the language, <c>i</c> for comments, spans of class <c>s</c> for literals. It
/// reads letters, not grammar; nothing fails, and no character is lost.
/// </summary>
internal static class CodeColours
{
    private static readonly HashSet<string> s_prisma = new(StringComparer.Ordinal)
    {
        "model", "enum", "datasource", "generator", "view", "type", "true", "false", "null",
    };

    private static readonly HashSet<string> s_script = new(StringComparer.Ordinal)
    {
        "async", "await", "break", "case", "catch", "class", "const", "continue", "default", "do", "else", "export", "extends", "false", "finally", "for", "from", "function", "if",
        "import", "in", "instanceof", "interface", "let", "new", "null", "of", "return", "switch", "this", "throw", "true", "try", "type", "typeof", "undefined", "while", "as", "satisfies",
    };

    private static readonly HashSet<string> s_none = new(StringComparer.Ordinal);

    public static string Write(string language, string code) => language switch
    {
        "diff" => WriteDiff(code),
        "sql" => SqlColours.Write(code),
        "prisma" => Scan(code, s_prisma, "//", hasAttributes: true),
        "ts" or "typescript" or "js" or "javascript" => Scan(code, s_script, "//", hasAttributes: false),
        "sh" or "bash" or "ini" or "yaml" or "toml" or "conf" => Scan(code, s_none, "#", hasAttributes: false),
        _ => HtmlText.Escape(code),
    };

    private static string WriteDiff(string code)
    {
        var text = new StringBuilder(code.Length + 64);
        foreach (var line in code.Split('\n'))
        {
            var tag = line.StartsWith("+++", StringComparison.Ordinal) || line.StartsWith("---", StringComparison.Ordinal) ? "b"
                : line.StartsWith("@@", StringComparison.Ordinal) ? "i"
                : line.StartsWith('+') ? "ins"
                : line.StartsWith('-') ? "del"
                : "span";
            text.Append('<').Append(tag).Append('>').Append(HtmlText.Escape(line)).Append("\n</").Append(tag).Append('>');
        }
        return text.ToString();
    }

    private static string Scan(string code, HashSet<string> words, string comment, bool hasAttributes)
    {
        var text = new StringBuilder(code.Length * 2);
        var at = 0;
        while (at < code.Length)
        {
            var start = at;
            var letter = code[at];
            if (string.CompareOrdinal(code, at, comment, 0, comment.Length) == 0)
            {
                at = EndOfLine(code, at);
                Mark(text, "i", code, start, at);
            }
            else if (letter is '"' or '\'' or '`')
            {
                at = EndOfString(code, at);
                Mark(text, "s", code, start, at);
            }
            else if (letter == '@' && hasAttributes)
            {
                at = EndOfAttribute(code, at);
                Mark(text, "b", code, start, at);
            }
            else if (IsWord(letter))
            {
                at = EndOfWord(code, at);
                var word = code.Substring(start, at - start);
                Mark(text, words.Contains(word) && !(hasAttributes && IsFieldName(code, start)) ? "b" : letter is >= '0' and <= '9' ? "s" : "", code, start, at);
            }
            else
            {
                at += char.IsHighSurrogate(letter) && at + 1 < code.Length ? 2 : 1;
                Mark(text, "", code, start, at);
            }
        }
        return text.ToString();
    }

    // Fields may be called `type` or `model`: blocks begin at the left border, fields do not.
    private static bool IsFieldName(string code, int start)
    {
        var line = start == 0 ? 0 : code.LastIndexOf('\n', start - 1) + 1;
        return start > line && string.IsNullOrWhiteSpace(code.Substring(line, start - line));
    }

    internal static void Mark(StringBuilder text, string tag, string code, int start, int end)
    {
        var escaped = HtmlText.Escape(code.Substring(start, end - start));
        if (tag.Length == 0)
            text.Append(escaped);
        else
            text.Append('<').Append(tag == "s" ? "span class=\"s\"" : tag).Append('>').Append(escaped).Append("</").Append(tag == "s" ? "span" : tag).Append('>');
    }

    private static bool IsWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_';

    private static int EndOfWord(string code, int at)
    {
        while (at < code.Length && IsWord(code[at]))
            at++;
        return at;
    }

    // `@id`, `@@index`, `@db.VarChar`
    private static int EndOfAttribute(string code, int at)
    {
        while (at < code.Length && code[at] == '@')
            at++;
        while (at < code.Length && (IsWord(code[at]) || code[at] == '.'))
            at++;
        return at;
    }

    private static int EndOfLine(string code, int at)
    {
        var end = code.IndexOf('\n', at);
        return end < 0 ? code.Length : end;
    }

    private static int EndOfString(string code, int open)
    {
        for (var at = open + 1; at < code.Length; at++)
        {
            if (code[at] == '\\')
                at++;
            else if (code[at] == code[open])
                return at + 1;
            else if (code[at] == '\n' && code[open] != '`')
                return at;
        }
        return code.Length;
    }
}
