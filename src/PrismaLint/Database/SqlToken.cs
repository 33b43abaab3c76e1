using System;
using System.Collections.Generic;
using System.Text;

namespace PrismaLint.Database;

/// <summary>A token of an SQL expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Of a string its value, of a word without quotes the word in lower case.</param>
/// <param name="IsQuoted">A word in double quotes.</param>
internal sealed record SqlToken(SqlTokenKind Kind, string Text, bool IsQuoted = false)
{
    private const string Operators = "+-*/<>=~!@#%^&|?:";

    public bool IsWord(string word) => Kind == SqlTokenKind.Word && !IsQuoted && Text == word;

    public bool IsSymbol(string symbol) => Kind == SqlTokenKind.Symbol && Text == symbol;

    public static SqlToken Symbol(string text) => new(SqlTokenKind.Symbol, text);

    public static SqlToken Word(string text) => new(SqlTokenKind.Word, text);

    public override string ToString() => Kind == SqlTokenKind.String ? "'" + Text + "'" : Text;

    /// <summary>The tokens of a text; what is not SQL becomes symbols.</summary>
    public static List<SqlToken> Read(string sql)
    {
        var tokens = new List<SqlToken>();
        for (var i = 0; i < sql.Length;)
        {
            var c = sql[i];
            if (char.IsWhiteSpace(c))
                i++;
            else if (c == '-' && i + 1 < sql.Length && sql[i + 1] == '-')
                i = sql.IndexOf('\n', i) is >= 0 and var end ? end : sql.Length;
            else if (c == '\'')
                i = ReadString(sql, i, tokens, hasEscapes: false);
            else if ((c is 'e' or 'E') && i + 1 < sql.Length && sql[i + 1] == '\'')
                i = ReadString(sql, i + 1, tokens, hasEscapes: true);
            else if (c == '"')
                i = ReadQuoted(sql, i, tokens);
            else if (char.IsDigit(c) || (c == '.' && i + 1 < sql.Length && char.IsDigit(sql[i + 1])))
                i = ReadNumber(sql, i, tokens);
            else if (char.IsLetter(c) || c == '_')
                i = ReadWord(sql, i, tokens);
            else
                i = ReadSymbol(sql, i, tokens);
        }
        return tokens;
    }

    private static int ReadString(string sql, int at, List<SqlToken> tokens, bool hasEscapes)
    {
        var text = new StringBuilder();
        var i = at + 1;
        for (; i < sql.Length; i++)
        {
            if (sql[i] == '\'' && (i + 1 >= sql.Length || sql[i + 1] != '\''))
                break;
            if (sql[i] == '\'' || (hasEscapes && sql[i] == '\\' && i + 1 < sql.Length))
                i++;
            text.Append(sql[i] == 'n' && hasEscapes && sql[i - 1] == '\\' ? '\n' : sql[i]);
        }
        tokens.Add(new SqlToken(SqlTokenKind.String, text.ToString()));
        return i + 1;
    }

    private static int ReadQuoted(string sql, int at, List<SqlToken> tokens)
    {
        var text = new StringBuilder();
        var i = at + 1;
        for (; i < sql.Length; i++)
        {
            if (sql[i] == '"' && (i + 1 >= sql.Length || sql[i + 1] != '"'))
                break;
            if (sql[i] == '"')
                i++;
            text.Append(sql[i]);
        }
        tokens.Add(new SqlToken(SqlTokenKind.Word, text.ToString(), IsQuoted: true));
        return i + 1;
    }

    private static int ReadNumber(string sql, int at, List<SqlToken> tokens)
    {
        var i = at;
        while (i < sql.Length && (char.IsDigit(sql[i]) || sql[i] is '.' or '_' || ((sql[i] is 'e' or 'E') && IsExponent(sql, i)) || ((sql[i] is '+' or '-') && sql[i - 1] is 'e' or 'E')))
            i++;
        var text = sql.Substring(at, i - at);
        tokens.Add(new SqlToken(SqlTokenKind.Number, ExpressionText.FindNumber(text) ?? text));
        return i;
    }

    private static bool IsExponent(string sql, int at) =>
        at + 1 < sql.Length && (char.IsDigit(sql[at + 1]) || (sql[at + 1] is '+' or '-' && at + 2 < sql.Length && char.IsDigit(sql[at + 2])));

    private static int ReadWord(string sql, int at, List<SqlToken> tokens)
    {
        var i = at;
        while (i < sql.Length && (char.IsLetterOrDigit(sql[i]) || sql[i] is '_' or '$'))
            i++;
        tokens.Add(Word(sql.Substring(at, i - at).ToLowerInvariant()));
        return i;
    }

    private static int ReadSymbol(string sql, int at, List<SqlToken> tokens)
    {
        var i = at + 1;
        if (string.CompareOrdinal(sql, at, "::", 0, 2) == 0)
        {
            i = at + 2;
        }
        else if (Operators.Contains(sql[at]))
        {
            // A sign before a number is no part of the operator before it.
            while (i < sql.Length && Operators.Contains(sql[i]) && sql[i] is not (':' or '-'))
                i++;
            if (i < sql.Length && sql[i] == '>' && sql[i - 1] == '-')
                i++;
        }
        var text = sql.Substring(at, i - at);
        tokens.Add(Symbol(text == "!=" ? "<>" : text));
        return i;
    }
}
