using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Syntax;

namespace PrismaLint.Loading;

/// <summary>The Prisma config: a program, of which only a literal can be read.</summary>
internal static class PrismaConfigFile
{
    private static readonly string[] s_extensions = [".js", ".ts", ".mjs", ".cjs", ".mts", ".cts"];

    /// <summary>The names in the order in which Prisma looks for them, relative to the project's folder.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. new[] { "prisma7.config", ".config/prisma7", "prisma.config", "prisma.config/index", ".config/prisma", ".config/prisma.config" }
            .SelectMany(name => s_extensions.Select(extension => name + extension)),
    ];

    /// <summary>An entry of a folder with this name may be, or hold, a Prisma config.</summary>
    public static bool IsCandidate(string entryName) =>
        entryName == ".config" || (entryName.StartsWith("prisma", StringComparison.Ordinal) && entryName.Contains(".config", StringComparison.Ordinal));

    /// <summary>The text of the literal at key <c>schema</c> of the outermost object, if it is one.</summary>
    public static string? FindSchema(string program)
    {
        var depth = 0;
        var position = 0;
        while (position < program.Length)
        {
            var c = program[position];
            if (SkipComment(program, ref position))
                continue;
            if (c is '"' or '\'' or '`')
            {
                var text = ReadString(program, ref position);
                if (text == "schema" && depth == 1 && ValueAt(program, position) is { } value)
                    return value;
            }
            else if (IsWordPart(c))
            {
                var start = position;
                while (position < program.Length && IsWordPart(program[position]))
                    position++;
                if (depth == 1 && position - start == 6 && string.CompareOrdinal(program, start, "schema", 0, 6) == 0
                    && (start == 0 || program[start - 1] != '.') && ValueAt(program, position) is { } value)
                {
                    return value;
                }
            }
            else
            {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                position++;
            }
        }
        return null;
    }

    // The literal behind `: `, unless an expression goes on behind it.
    private static string? ValueAt(string program, int position)
    {
        SkipSpace(program, ref position);
        if (position >= program.Length || program[position] != ':')
            return null;
        position++;
        SkipSpace(program, ref position);
        if (position >= program.Length || program[position] is not ('"' or '\'' or '`'))
            return null;
        var isTemplate = program[position] == '`';
        var text = ReadString(program, ref position);
        if (text is null || (isTemplate && text.Contains("${", StringComparison.Ordinal)))
            return null;
        SkipSpace(program, ref position);
        return position >= program.Length || program[position] is ',' or '}' ? text : null;
    }

    private static string? ReadString(string program, ref int position)
    {
        var quote = program[position++];
        var text = new System.Text.StringBuilder();
        while (position < program.Length && program[position] != quote)
        {
            if (program[position] == '\\' && position + 1 < program.Length)
                position++;
            else if (quote != '`' && SyntaxFacts.IsLineBreak(program[position]))
                return null;
            text.Append(program[position++]);
        }
        if (position >= program.Length)
            return null;
        position++;
        return text.ToString();
    }

    private static void SkipSpace(string program, ref int position)
    {
        while (position < program.Length && (char.IsWhiteSpace(program[position]) || SkipComment(program, ref position)))
        {
            if (position < program.Length && char.IsWhiteSpace(program[position]))
                position++;
        }
    }

    private static bool SkipComment(string program, ref int position)
    {
        if (program[position] != '/' || position + 1 >= program.Length)
            return false;
        int end;
        if (program[position + 1] == '/')
            end = program.IndexOf('\n', position);
        else if (program[position + 1] == '*')
            end = program.IndexOf("*/", position + 2, StringComparison.Ordinal) is var close and >= 0 ? close + 2 : -1;
        else
            return false;
        position = end < 0 ? program.Length : end;
        return true;
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';
}
