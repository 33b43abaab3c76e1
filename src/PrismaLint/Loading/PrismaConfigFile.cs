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
    public static string? FindSchema(string program) => FindValue(program, "schema", within: null);

    /// <summary>The text of the literal at key <c>path</c> of the object <c>migrations</c>, if it is one.</summary>
    public static string? FindMigrations(string program) => FindValue(program, "path", "migrations");

    private static string? FindValue(string program, string key, string? within)
    {
        var depth = 0;
        // The object at that key of the outermost one.
        var isInside = false;
        bool IsPlace() => within is null ? depth == 1 : depth == 2 && isInside;
        var position = 0;
        while (position < program.Length)
        {
            var c = program[position];
            if (SkipComment(program, ref position))
                continue;
            if (c is '"' or '\'' or '`')
            {
                var text = ReadString(program, ref position);
                if (text == key && IsPlace() && ValueAt(program, position) is { } value)
                    return value;
                isInside |= text is not null && text == within && depth == 1 && IsObjectAt(program, position);
            }
            else if (IsWordPart(c))
            {
                var start = position;
                while (position < program.Length && IsWordPart(program[position]))
                    position++;
                var isName = start == 0 || program[start - 1] != '.';
                if (isName && IsPlace() && IsWord(program, start, position, key) && ValueAt(program, position) is { } value)
                    return value;
                isInside |= isName && within is not null && depth == 1 && IsWord(program, start, position, within) && IsObjectAt(program, position);
            }
            else
            {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                isInside &= c != '}' || depth > 1;
                position++;
            }
        }
        return null;
    }

    private static bool IsWord(string program, int start, int end, string word) =>
        end - start == word.Length && string.CompareOrdinal(program, start, word, 0, word.Length) == 0;

    private static bool IsObjectAt(string program, int position)
    {
        SkipSpace(program, ref position);
        if (position >= program.Length || program[position] != ':')
            return false;
        position++;
        SkipSpace(program, ref position);
        return position < program.Length && program[position] == '{';
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
