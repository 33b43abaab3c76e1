using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Sql;
using PrismaLint.Text;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>JSON in one spelling: without blanks, keys in order, the last of equal ones kept, as <c>jsonb</c> holds it.</summary>
internal static class JsonSpelling
{
    private const int MaximumDepth = 100;

    /// <summary>The spelling; <see langword="null"/> where the text is no JSON.</summary>
    public static string? Normalize(string text)
    {
        var scanner = new JsonScanner(new SourceText("", text));
        var value = Read(scanner, text, 0);
        scanner.ExpectEnd();
        return scanner.HasFailed ? null : value;
    }

    private static string Read(JsonScanner scanner, string text, int depth)
    {
        var isFirst = true;
        switch (scanner.Peek())
        {
            case '{' or '[' when depth > MaximumDepth:
                scanner.Fail("This value is nested too deep");
                return "";
            case '{':
                var members = new Dictionary<string, string>(StringComparer.Ordinal);
                scanner.StartObject();
                while (scanner.NextMember(ref isFirst) is { } name)
                    members[name] = Read(scanner, text, depth + 1);
                return "{" + string.Join(",", members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => Quoted(member.Key) + ":" + member.Value)) + "}";
            case '[':
                var elements = new List<string>();
                scanner.StartList();
                while (scanner.NextItem(ref isFirst))
                    elements.Add(Read(scanner, text, depth + 1));
                return "[" + string.Join(",", elements) + "]";
            case '"':
                return Quoted(scanner.ReadText() ?? "");
            default:
                var start = scanner.Position;
                scanner.ReadWord();
                // Not the value that was read: a double has not all digits that jsonb keeps.
                var word = text.Substring(start, scanner.Position - start).TrimEnd();
                return ExpressionText.FindNumber(word) ?? word;
        }
    }

    private static string Quoted(string value)
    {
        var json = new StringBuilder();
        JsonText.AppendQuoted(json, value);
        return json.ToString();
    }
}
