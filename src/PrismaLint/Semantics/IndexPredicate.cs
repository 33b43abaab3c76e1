using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using PrismaLint.Syntax;

namespace PrismaLint.Semantics;

/// <summary>The condition of a partial index.</summary>
/// <param name="Syntax">The value of <c>where</c>.</param>
/// <param name="Raw">The SQL of <c>raw("…")</c>; <see langword="null"/> for the object form.</param>
/// <param name="Conditions">The conditions of the object form, in the order of the text.</param>
public sealed record IndexPredicate(ExpressionSyntax Syntax, string? Raw, IReadOnlyList<IndexCondition> Conditions)
{
    private static readonly Regex s_opaque = new(@"'|\b(OR|NOT\s*\(|CASE|BETWEEN)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex s_and = new(@"\bAND\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex s_nullTest = new(
        @"^\s*(?<name>""[^""]+""|`[^`]+`|\[[^\]]+\]|\w+)\s+IS\s+(?<not>NOT\s+)?NULL\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>One line of text that is equal for equal predicates.</summary>
    public string Normalized => Raw is { } sql
        ? string.Join(" ", sql.Split([' ', '\t', '\n', '\r'], System.StringSplitOptions.RemoveEmptyEntries))
        : string.Join(" AND ", Conditions.Select(condition => condition.ToString()).OrderBy(text => text, System.StringComparer.Ordinal));

    /// <summary>
    /// The names of the fields where the predicate says nothing but that they are not null, in either form;
    /// <see langword="null"/> for any other predicate.
    /// </summary>
    public IReadOnlyList<string>? FindNotNullFields(ModelSymbol model)
    {
        if (Raw is not { } sql)
            return IsOnlyNotNull ? [.. Conditions.Select(condition => condition.Name)] : null;
        var names = new List<string>();
        foreach (var part in SplitConjunction(sql))
        {
            if (FindNullTest(part) is not { IsNegated: true } test)
                return null;
            names.Add(model.FindColumn(test.Column)?.Name ?? test.Column);
        }
        return names.Count > 0 ? names : null;
    }

    /// <summary>
    /// The parts between the <c>AND</c>s of a condition, without the parentheses around them. A text with <c>OR</c>, or
    /// with a literal, comes back whole: it is not taken apart.
    /// </summary>
    public static IReadOnlyList<string> SplitConjunction(string sql)
    {
        if (s_opaque.IsMatch(sql))
            return [sql.Trim()];
        return [.. s_and.Split(sql).Select(part => part.Trim(' ', '\t', '\r', '\n', '(', ')'))];
    }

    /// <summary>The column and the direction of <c>column IS [NOT] NULL</c>; <see langword="null"/> for another text.</summary>
    public static (string Column, bool IsNegated)? FindNullTest(string part)
    {
        var match = s_nullTest.Match(part);
        return match.Success
            ? (match.Groups["name"].Value.Trim('"', '`', '[', ']'), match.Groups["not"].Success)
            : null;
    }

    /// <summary>Every condition is <c>{ not: null }</c>.</summary>
    public bool IsOnlyNotNull => Raw is null && Conditions.Count > 0 && Conditions.All(condition => condition.IsNegated && condition.Value == "null");
}
