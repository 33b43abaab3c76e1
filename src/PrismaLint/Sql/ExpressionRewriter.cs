using System;
using System.Collections.Generic;
using System.Linq;

namespace PrismaLint.Sql;

/// <summary>Brings the tokens of an expression into the spelling of <see cref="ExpressionText"/>.</summary>
internal static class ExpressionRewriter
{
    // Words before a parenthesis that call nothing.
    private static readonly HashSet<string> s_keywords = new(StringComparer.Ordinal)
    {
        "and", "or", "not", "in", "any", "all", "some", "is", "like", "ilike", "between", "case", "when", "then", "else", "as", "from", "for", "zone", "distinct",
    };

    private static readonly HashSet<string> s_typedLiterals = new(StringComparer.Ordinal) { "interval", "date", "time", "timestamp", "timestamptz", "timetz", "uuid", "json", "jsonb" };

    public static List<SqlToken> Rewrite(List<SqlToken> tokens)
    {
        tokens = WithoutCastCalls(tokens);
        tokens = WithoutCasts(tokens);
        tokens = WithoutQualifiers(tokens);
        tokens = InOneSpelling(tokens);
        tokens = WithoutParentheses(tokens);
        tokens = WithSignedNumbers(tokens);
        return WithoutBetween(tokens);
    }

    // CAST(x AS type) becomes (x)::type.
    private static List<SqlToken> WithoutCastCalls(List<SqlToken> tokens)
    {
        for (var i = tokens.Count - 2; i >= 0; i--)
        {
            if (!tokens[i].IsWord("cast") || !tokens[i + 1].IsSymbol("("))
                continue;
            var close = CloseOf(tokens, i + 1);
            var depth = 0;
            for (var j = i + 1; j < close; j++)
            {
                depth += tokens[j].IsSymbol("(") ? 1 : tokens[j].IsSymbol(")") ? -1 : 0;
                if (depth != 1 || !tokens[j].IsWord("as"))
                    continue;
                var type = tokens.GetRange(j + 1, close - j - 1);
                tokens.RemoveRange(j, close - j);
                tokens.InsertRange(j + 1, [SqlToken.Symbol("::"), .. type]);
                tokens.RemoveAt(i);
                break;
            }
        }
        return tokens;
    }

    private static List<SqlToken> WithoutCasts(List<SqlToken> tokens)
    {
        var result = new List<SqlToken>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind == SqlTokenKind.Word && s_typedLiterals.Contains(token.Text) && i + 1 < tokens.Count && tokens[i + 1].Kind == SqlTokenKind.String)
            {
                result.Add(Typed(tokens[++i], token.Text, isArray: false));
                continue;
            }
            if (!token.IsSymbol("::"))
            {
                result.Add(token);
                continue;
            }
            var (name, isArray, end) = ReadType(tokens, i + 1);
            if (result.Count > 2 && result[result.Count - 3].IsSymbol("(") && result[result.Count - 2].Kind == SqlTokenKind.String && result[result.Count - 1].IsSymbol(")")
                && (result.Count == 3 || !result[result.Count - 4].IsName))
            {
                result.RemoveAt(result.Count - 1);
                result.RemoveAt(result.Count - 2);
            }
            if (result.Count > 0 && result[result.Count - 1] is { Kind: SqlTokenKind.String } text)
            {
                result.RemoveAt(result.Count - 1);
                if (isArray && text.Text is { Length: > 1 } list && list[0] == '{' && list.EndsWith('}'))
                    result.AddRange(ElementsOf(list));
                else
                    result.Add(Typed(text, name, isArray));
            }
            i = end - 1;
        }
        return result;
    }

    private static IEnumerable<SqlToken> ElementsOf(string list)
    {
        var inner = list.Substring(1, list.Length - 2);
        yield return SqlToken.Word("array");
        yield return SqlToken.Symbol("[");
        var parts = inner.Length == 0 ? [] : inner.Split(',');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
                yield return SqlToken.Symbol(",");
            var part = parts[i].Trim().Trim('"');
            yield return ExpressionText.FindNumber(part) is { } number ? new SqlToken(SqlTokenKind.Number, number) : new SqlToken(SqlTokenKind.String, part);
        }
        yield return SqlToken.Symbol("]");
    }

    private static SqlToken Typed(SqlToken text, string type, bool isArray) => type switch
    {
        _ when isArray => text,
        "interval" => text with { Text = IntervalText.Normalize(text.Text) },
        "regclass" => text with { Text = text.Text.Split('.').Last().Trim('"') },
        "boolean" or "bool" => SqlToken.Word(text.Text.Trim().ToLowerInvariant() is "t" or "true" or "yes" or "on" or "1" ? "true" : "false"),
        "integer" or "bigint" or "smallint" or "numeric" or "decimal" or "real" or "double" or "int" or "int2" or "int4" or "int8" or "float4" or "float8" or "oid"
            when ExpressionText.FindNumber(text.Text) is { } number => new SqlToken(SqlTokenKind.Number, number),
        _ => text,
    };

    // A type is a qualified name, further words (character varying, timestamp with time zone), a length, and brackets.
    private static (string Name, bool IsArray, int End) ReadType(List<SqlToken> tokens, int at)
    {
        var name = "";
        var i = at;
        while (i < tokens.Count && tokens[i].IsName)
        {
            name = tokens[i++].Text;
            if (i + 1 >= tokens.Count || !tokens[i].IsSymbol("."))
                break;
            i++;
        }
        var words = name switch
        {
            "double" => ["precision"],
            "character" or "bit" => ["varying"],
            "national" => ["character", "varying"],
            _ => Array.Empty<string>(),
        };
        foreach (var word in words)
        {
            if (i < tokens.Count && tokens[i].IsWord(word))
                i++;
        }
        if (i < tokens.Count && tokens[i].IsSymbol("("))
            i = CloseOf(tokens, i) + 1;
        if (name is "timestamp" or "time" && i + 2 < tokens.Count && (tokens[i].IsWord("with") || tokens[i].IsWord("without")))
            i += 3;
        var isArray = false;
        while (i + 1 < tokens.Count && tokens[i].IsSymbol("[") && (tokens[i + 1].IsSymbol("]") || (i + 2 < tokens.Count && tokens[i + 2].IsSymbol("]"))))
        {
            isArray = true;
            i += tokens[i + 1].IsSymbol("]") ? 2 : 3;
        }
        return (name, isArray, i);
    }

    private static List<SqlToken> WithoutQualifiers(List<SqlToken> tokens)
    {
        var result = new List<SqlToken>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].IsName && i + 2 < tokens.Count && tokens[i + 1].IsSymbol(".") && tokens[i + 2].IsName)
                i++;
            else
                result.Add(tokens[i]);
        }
        return result;
    }

    private static List<SqlToken> InOneSpelling(List<SqlToken> tokens)
    {
        var result = new List<SqlToken>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var isNegated = token.IsWord("not") && i + 1 < tokens.Count && (tokens[i + 1].IsWord("like") || tokens[i + 1].IsWord("ilike") || tokens[i + 1].IsWord("in"));
            var word = isNegated ? tokens[i + 1] : token;
            if (word.IsWord("like") || word.IsWord("ilike"))
            {
                result.Add(SqlToken.Symbol((isNegated ? "!" : "") + (word.IsWord("like") ? "~~" : "~~*")));
                i += isNegated ? 1 : 0;
            }
            else if (word.IsWord("in") && i + (isNegated ? 2 : 1) is var open && open < tokens.Count && tokens[open].IsSymbol("("))
            {
                var close = CloseOf(tokens, open);
                result.AddRange([SqlToken.Symbol(isNegated ? "<>" : "="), SqlToken.Word(isNegated ? "all" : "any"), SqlToken.Word("array"), SqlToken.Symbol("[")]);
                result.AddRange(InOneSpelling(tokens.GetRange(open + 1, close - open - 1)));
                result.Add(SqlToken.Symbol("]"));
                i = close;
            }
            else if ((token.IsWord("now") || token.IsWord("transaction_timestamp")) && i + 2 < tokens.Count && tokens[i + 1].IsSymbol("(") && tokens[i + 2].IsSymbol(")"))
            {
                result.Add(SqlToken.Word("current_timestamp"));
                i += 2;
            }
            else if ((token.IsWord("current_timestamp") || token.IsWord("localtimestamp") || token.IsWord("current_time") || token.IsWord("localtime")) && i + 1 < tokens.Count && tokens[i + 1].IsSymbol("("))
            {
                result.Add(token);
                i = CloseOf(tokens, i + 1);
            }
            else if (token.IsWord("timezone") && i + 3 < tokens.Count && tokens[i + 1].IsSymbol("(") && tokens[i + 2].Kind == SqlTokenKind.String && tokens[i + 3].IsSymbol(","))
            {
                // The function is the same as the operator: timezone(zone, time).
                var close = CloseOf(tokens, i + 1);
                result.AddRange(InOneSpelling(tokens.GetRange(i + 4, close - i - 4)));
                result.AddRange([SqlToken.Word("at"), SqlToken.Word("time"), SqlToken.Word("zone"), tokens[i + 2] with { Text = tokens[i + 2].Text.ToLowerInvariant() }]);
                i = close;
            }
            else if (token.Kind == SqlTokenKind.String && i > 0 && tokens[i - 1].IsWord("zone"))
            {
                result.Add(token with { Text = token.Text.ToLowerInvariant() });
            }
            else
            {
                result.Add(token);
            }
        }
        return result;
    }

    // Only those of calls stay.
    private static List<SqlToken> WithoutParentheses(List<SqlToken> tokens)
    {
        var result = new List<SqlToken>(tokens.Count);
        var kept = new Stack<bool>();
        foreach (var token in tokens)
        {
            if (token.IsSymbol("("))
            {
                var isCall = result.Count > 0 && result[result.Count - 1] is { IsName: true } name && (name.Kind == SqlTokenKind.QuotedName || !s_keywords.Contains(name.Text));
                kept.Push(isCall);
                if (!isCall)
                    continue;
            }
            else if (token.IsSymbol(")") && kept.Count > 0 && !kept.Pop())
            {
                continue;
            }
            result.Add(token);
        }
        return result;
    }

    private static List<SqlToken> WithSignedNumbers(List<SqlToken> tokens)
    {
        var result = new List<SqlToken>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            var isSign = (tokens[i].IsSymbol("-") || tokens[i].IsSymbol("+")) && i + 1 < tokens.Count && tokens[i + 1].Kind == SqlTokenKind.Number
                && (result.Count == 0 || result[result.Count - 1] is { IsMark: true, Text: not (")" or "]") });
            if (!isSign)
                result.Add(tokens[i]);
            else
                result.Add(tokens[i].IsSymbol("+") ? tokens[++i] : tokens[++i] is { Text: "0" } zero ? zero : tokens[i] with { Text = "-" + tokens[i].Text });
        }
        return result;
    }

    // x BETWEEN a AND b is x >= a AND x <= b.
    private static List<SqlToken> WithoutBetween(List<SqlToken> tokens)
    {
        for (var i = 1; i < tokens.Count; i++)
        {
            if (!tokens[i].IsWord("between") || tokens[i - 1].IsWord("not"))
                continue;
            var start = i;
            while (start > 0 && !IsJunction(tokens[start - 1]))
                start--;
            var and = tokens.FindIndex(i, token => token.IsWord("and"));
            if (and < 0)
                break;
            var operand = tokens.GetRange(start, i - start);
            tokens.InsertRange(and + 1, [.. operand, SqlToken.Symbol("<=")]);
            tokens.RemoveAt(i);
            tokens.Insert(i, SqlToken.Symbol(">="));
        }
        return tokens;
    }

    private static bool IsJunction(SqlToken token) => token.IsWord("and") || token.IsWord("or") || token.IsWord("not");

    private static int CloseOf(List<SqlToken> tokens, int open)
    {
        var depth = 0;
        for (var i = open; i < tokens.Count; i++)
        {
            depth += tokens[i].IsSymbol("(") ? 1 : tokens[i].IsSymbol(")") ? -1 : 0;
            if (depth == 0)
                return i;
        }
        return tokens.Count - 1;
    }
}
