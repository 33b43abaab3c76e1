using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Sql.Parsing;

namespace PrismaLint.Sql;

/// <summary>
/// An SQL expression in a form that is equal for what PostgreSQL reads as the same: the server prints <c>now() + interval '1 day'</c> as
/// <c>(now() + '1 day'::interval)</c>. Casts, qualifiers and needless parentheses are gone, words are in lower case, and the spellings that
/// the server chooses stand for those that people write.
/// </summary>
public sealed class ExpressionText
{
    private ExpressionText(IReadOnlyList<SqlToken> tokens)
    {
        Tokens = tokens;
        Text = string.Join(" ", tokens.Select(Show));
    }

    /// <summary>The expression; equal texts are equal expressions.</summary>
    public string Text { get; }

    internal IReadOnlyList<SqlToken> Tokens { get; }

    /// <summary>The text of a lone string, number, <c>true</c> or <c>false</c>; <see langword="null"/> for anything else.</summary>
    public string? Literal => Tokens.Count == 1 && IsLiteral(Tokens[0]) ? Tokens[0].Text : null;

    /// <summary>The expression is the current time, however it is spelt.</summary>
    public bool IsNow => Text is "current_timestamp" or "localtimestamp" or "current_date" or "current_time" or "localtime" or "'now'" or "statement_timestamp ( )" or "clock_timestamp ( )";

    /// <summary>The current time at a time zone: <c>timezone('utc', now())</c>.</summary>
    public bool IsZonedNow => Tokens.Count == 5 && Tokens[0].IsWord("current_timestamp") && Tokens[1].IsWord("at");

    public bool IsNull => Text == "null";

    /// <summary>The next value of a sequence.</summary>
    public bool IsNextValue => Tokens.Count > 0 && Tokens[0].IsWord("nextval");

    /// <summary>The literals of <c>ARRAY[…]</c>; <see langword="null"/> for anything else.</summary>
    public IReadOnlyList<string>? Elements
    {
        get
        {
            if (Tokens.Count < 3 || !Tokens[0].IsWord("array") || !Tokens[1].IsSymbol("[") || !Tokens[Tokens.Count - 1].IsSymbol("]"))
                return null;
            var elements = new List<string>();
            for (var i = 2; i < Tokens.Count - 1; i += 2)
            {
                if (!IsLiteral(Tokens[i]) || (i + 1 < Tokens.Count - 1 && !Tokens[i + 1].IsSymbol(",")))
                    return null;
                elements.Add(Tokens[i].Text);
            }
            return elements;
        }
    }

    public static ExpressionText Parse(string sql)
    {
        var tokens = SqlTokens.Read(sql);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == SqlTokenKind.Number && FindNumber(tokens[i].Text) is { } number)
                tokens[i] = tokens[i] with { Text = number };
            else if (tokens[i].IsSymbol("!="))
                tokens[i] = SqlToken.Symbol("<>");
        }
        return new ExpressionText(ExpressionRewriter.Rewrite(tokens));
    }

    /// <summary>Both say the same, as far as their texts show it.</summary>
    public static bool AreEqual(string left, string right) =>
        left == right || string.Equals(Parse(left).Text, Parse(right).Text, StringComparison.Ordinal);

    /// <summary>Both conditions say the same: the order of what <c>AND</c> joins is free.</summary>
    public static bool AreEqualConditions(string left, string right) => AreEqual(left, right) || Conjuncts(left).SequenceEqual(Conjuncts(right));

    /// <summary>A number without what does not change its value: <c>0.10</c> is <c>0.1</c>.</summary>
    public static string? FindNumber(string text)
    {
        var plain = text.Trim().Replace("_", "");
        if (decimal.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && plain.Length < 28)
            return number == 0 ? "0" : (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
        if (System.Numerics.BigInteger.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return whole.ToString(CultureInfo.InvariantCulture);
        return double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && !double.IsNaN(real) && !double.IsInfinity(real)
            ? real.ToString("R", CultureInfo.InvariantCulture)
            : null;
    }

    public override string ToString() => Text;

    private static List<string> Conjuncts(string sql)
    {
        var parts = new List<string>();
        var part = new List<string>();
        var hasOther = false;
        foreach (var token in Parse(sql).Tokens)
        {
            hasOther |= token.IsWord("or") || token.IsWord("case");
            if (token.IsWord("and"))
            {
                parts.Add(string.Join(" ", part));
                part.Clear();
            }
            else
            {
                part.Add(Show(token));
            }
        }
        parts.Add(string.Join(" ", part));
        if (hasOther)
            return [string.Join(" and ", parts)];
        parts.Sort(StringComparer.Ordinal);
        return parts;
    }

    // The server completes a date to a time: '2020-01-01' is '2020-01-01 00:00:00'.
    private static string Show(SqlToken token) =>
        token is { Kind: SqlTokenKind.String, Text: { Length: >= 10 } text } && text[4] == '-' && text[7] == '-' && char.IsDigit(text[0])
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? "'" + time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture) + "'"
            : token.Kind == SqlTokenKind.String ? "'" + token.Text + "'" : token.Text;

    private static bool IsLiteral(SqlToken token) => token.Kind is SqlTokenKind.String or SqlTokenKind.Number || token.IsWord("true") || token.IsWord("false");
}
