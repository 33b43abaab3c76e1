using System;
using System.Collections.Generic;
using System.Text;

namespace PrismaLint.Rules.Shared;

/// <summary>
/// Names as prisma-lint 0.13 splits and converts them. It parts words before each capital and between letters and digits, so
/// that <c>APIKey2</c> becomes <c>a_p_i_key_2</c>: other than here (<see cref="Words"/>), and what its users have in their
/// databases.
/// </summary>
internal static class PrismaLintNames
{
    /// <summary>The name in lower snake case.</summary>
    /// <param name="name">The name of a model, field or value.</param>
    /// <param name="compoundWords">Parts that stay one word: <c>GraphQL</c>.</param>
    /// <param name="trimPrefix">A prefix that does not count.</param>
    public static string ToSnakeCase(string name, IReadOnlyList<string> compoundWords, string trimPrefix = "")
    {
        if (name.StartsWith(trimPrefix, StringComparison.Ordinal))
            name = name.Substring(trimPrefix.Length);
        if (name.Length > 0 && IsUpperSnakeCase(name))
            name = name.ToLowerInvariant();
        var found = FindCompounds(name, compoundWords);
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (CompoundAt(found, i) is { } compound)
            {
                if (i == compound.Start)
                    snake.Append(i > 0 && (snake.Length == 0 || snake[snake.Length - 1] != '_') ? "_" : "").Append(compound.Word.ToLowerInvariant());
                i = compound.End - 1;
                continue;
            }
            var c = name[i];
            if (i > 0 && (IsUpper(c) || (IsLetter(name[i - 1]) && IsDigit(c)) || (IsDigit(name[i - 1]) && IsLetter(c))))
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(c));
        }
        return Tidy(snake);
    }

    /// <summary>The name in camel case.</summary>
    public static string ToCamelCase(string name, IReadOnlyList<string> compoundWords) => Join(name, compoundWords, isPascal: false);

    /// <summary>The name in pascal case.</summary>
    public static string ToPascalCase(string name, IReadOnlyList<string> compoundWords) => Join(name, compoundWords, isPascal: true);

    /// <summary>A capital, and after it letters and digits alone.</summary>
    public static bool IsPascalCase(string name) => name.Length > 0 && IsUpper(name[0]) && IsAlphanumeric(name);

    /// <summary>A small letter, and after it letters and digits alone.</summary>
    public static bool IsCamelCase(string name) => name.Length > 0 && name[0] is >= 'a' and <= 'z' && IsAlphanumeric(name);

    private static string Join(string name, IReadOnlyList<string> compoundWords, bool isPascal)
    {
        var found = FindCompounds(name, compoundWords);
        var joined = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (CompoundAt(found, i) is { } compound)
            {
                if (i == compound.Start)
                    joined.Append(char.ToUpperInvariant(compound.Word[0])).Append(compound.Word, 1, compound.Word.Length - 1);
                // The letter behind a compound word begins a word.
                if (compound.End < name.Length)
                    joined.Append(char.ToUpperInvariant(name[compound.End]));
                i = compound.End;
            }
            else if (i == 0)
            {
                joined.Append(isPascal ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c));
            }
            else if (IsLetter(c) || IsDigit(c))
            {
                var before = name[i - 1];
                joined.Append(!IsLetter(before) ? char.ToUpperInvariant(c) : IsUpper(before) && IsUpper(c) ? char.ToLowerInvariant(c) : c);
            }
        }
        return joined.ToString();
    }

    private static List<(int Start, int End, string Word)> FindCompounds(string name, IReadOnlyList<string> compoundWords)
    {
        var found = new List<(int Start, int End, string Word)>();
        foreach (var word in compoundWords)
        {
            for (var at = 0; word.Length > 0 && (at = name.IndexOf(word, at, StringComparison.Ordinal)) >= 0; at += word.Length)
                found.Add((at, at + word.Length, word));
        }
        return found;
    }

    private static (int Start, int End, string Word)? CompoundAt(List<(int Start, int End, string Word)> found, int i)
    {
        foreach (var compound in found)
        {
            if (compound.Start <= i && i < compound.End)
                return compound;
        }
        return null;
    }

    // At most one underscore goes at each end, and only then several become one: `type__` keeps one.
    private static string Tidy(StringBuilder snake)
    {
        for (var i = 0; i < snake.Length; i++)
        {
            if (!IsLetter(snake[i]) && !IsDigit(snake[i]))
                snake[i] = '_';
        }
        var start = snake.Length > 0 && snake[0] == '_' ? 1 : 0;
        var end = snake.Length > start && snake[snake.Length - 1] == '_' ? snake.Length - 1 : snake.Length;
        var tidy = new StringBuilder(snake.Length);
        for (var i = start; i < end; i++)
        {
            if (snake[i] != '_' || i == start || snake[i - 1] != '_')
                tidy.Append(snake[i]);
        }
        return tidy.ToString();
    }

    private static bool IsUpperSnakeCase(string name)
    {
        foreach (var c in name)
        {
            if (!IsUpper(c) && !IsDigit(c) && c != '_')
                return false;
        }
        return true;
    }

    private static bool IsAlphanumeric(string name)
    {
        foreach (var c in name)
        {
            if (!IsLetter(c) && !IsDigit(c))
                return false;
        }
        return true;
    }

    private static bool IsUpper(char c) => c is >= 'A' and <= 'Z';

    private static bool IsLetter(char c) => IsUpper(c) || c is >= 'a' and <= 'z';

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
