using System;
using System.Collections.Generic;
using PrismaLint.Sql;

namespace PrismaLint.Database.Statements;

/// <summary>The tokens of a statement, and for each opening parenthesis where it is closed.</summary>
internal sealed class TokenList
{
    private static readonly HashSet<string> s_clauses = new(StringComparer.Ordinal)
    {
        "from", "where", "group", "having", "order", "limit", "offset", "fetch", "for", "window", "union", "intersect", "except", "returning", "set", "values", "on",
    };

    private readonly IReadOnlyList<SqlToken> _tokens;
    private readonly int[] _closing;

    public TokenList(IReadOnlyList<SqlToken> tokens)
    {
        _tokens = tokens;
        _closing = new int[tokens.Count];
        var open = new Stack<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            _closing[i] = tokens.Count;
            if (tokens[i].IsSymbol("(") || tokens[i].IsSymbol("["))
                open.Push(i);
            else if ((tokens[i].IsSymbol(")") || tokens[i].IsSymbol("]")) && open.Count > 0)
                _closing[open.Pop()] = i;
        }
    }

    public int Count => _tokens.Count;

    public SqlToken this[int i] => i < _tokens.Count ? _tokens[i] : default;

    public bool IsWord(int i, string word) => this[i].IsWord(word);

    public bool IsSymbol(int i, string symbol) => this[i].IsSymbol(symbol);

    /// <summary>Where the parenthesis is closed; the end of the text where it is not.</summary>
    public int Closing(int open) => _closing[open];

    /// <summary>The token behind this one, what stands in parentheses counted as one.</summary>
    public int Skip(int i) => IsSymbol(i, "(") || IsSymbol(i, "[") ? _closing[i] + 1 : i + 1;

    /// <summary>An inner query begins behind this parenthesis.</summary>
    public bool IsQuery(int open) => IsSymbol(open, "(") && (IsWord(open + 1, "select") || IsWord(open + 1, "with"));

    /// <summary>The places of clauses of this level, in order.</summary>
    public List<(string Clause, int Start)> FindClauses(int start, int end)
    {
        var found = new List<(string, int)>();
        for (var i = start; i < end; i = Skip(i))
        {
            var token = this[i];
            if (token.Kind == SqlTokenKind.Word && s_clauses.Contains(token.Text) && !(i > start && this[i - 1] is var before && (before.IsSymbol(".") || before.IsWord("distinct") || before.IsWord("as"))))
                found.Add((token.Text, i));
        }
        return found;
    }

    /// <summary>The columns and tables of a dotted name; the place behind it.</summary>
    public (IReadOnlyList<SqlToken> Parts, int Next) ReadName(int i, int end)
    {
        var parts = new List<SqlToken>();
        while (i < end && this[i].IsName)
        {
            parts.Add(this[i++]);
            if (i >= end || !IsSymbol(i, "."))
                break;
            i++;
        }
        return (parts, i);
    }
}
