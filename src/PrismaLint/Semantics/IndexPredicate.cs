using System.Collections.Generic;
using System.Linq;
using PrismaLint.Syntax;

namespace PrismaLint.Semantics;

/// <summary>The condition of a partial index.</summary>
/// <param name="Syntax">The value of <c>where</c>.</param>
/// <param name="Raw">The SQL of <c>raw("…")</c>; <see langword="null"/> for the object form.</param>
/// <param name="Conditions">The conditions of the object form, in the order of the text.</param>
public sealed record IndexPredicate(ExpressionSyntax Syntax, string? Raw, IReadOnlyList<IndexCondition> Conditions)
{
    /// <summary>One line of text that is equal for equal predicates.</summary>
    public string Normalized => Raw is { } sql
        ? string.Join(" ", sql.Split([' ', '\t', '\n', '\r'], System.StringSplitOptions.RemoveEmptyEntries))
        : string.Join(" AND ", Conditions.Select(condition => condition.ToString()).OrderBy(text => text, System.StringComparer.Ordinal));

    /// <summary>Every condition is <c>{ not: null }</c>.</summary>
    public bool IsOnlyNotNull => Raw is null && Conditions.Count > 0 && Conditions.All(condition => condition.IsNegated && condition.Value == "null");
}
