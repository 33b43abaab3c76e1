using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Sql;
using PrismaLint.Sql.Parsing;

namespace PrismaLint.Rules.Database.Security;

/// <summary>The condition of a policy, USING or WITH CHECK, as far as its text tells what it lets through.</summary>
internal sealed class PolicyExpression
{
    private readonly List<SqlToken> _tokens;
    private readonly List<PolicyGroup> _groups = [];

    private PolicyExpression(string text)
    {
        Text = text;
        _tokens = SqlTokens.Read(text);
        FindGroups();
    }

    public string Text { get; }

    /// <summary>It holds for each row: <c>true</c>, <c>1 = 1</c>, <c>x OR true</c>.</summary>
    public bool IsAlwaysTrue => IsTrue(0, _tokens.Count, 0);

    /// <summary>It asks who is there: a setting of the session, its user.</summary>
    public bool IsAboutSession => AsksSession(0, _tokens.Count);

    /// <summary>Some query stands in it that reads a table.</summary>
    public bool ReadsTables => _groups.Exists(group => group.HasFrom);

    public static PolicyExpression? Parse(string? text) => string.IsNullOrWhiteSpace(text) ? null : new PolicyExpression(text ?? "");

    /// <summary>A column of the name occurs, of whichever table.</summary>
    public bool Names(string name)
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (IsNameAt(i, name) && !Follows(i, "(") && !(i > 0 && (_tokens[i - 1].Is("as") || _tokens[i - 1].Is("::"))))
                return true;
        }
        return false;
    }

    /// <summary>A table of the name is read.</summary>
    public bool Reads(string table)
    {
        for (var i = 0; ReadsTables && i < _tokens.Count; i++)
        {
            if (!IsNameAt(i, table))
                continue;
            var start = i > 1 && _tokens[i - 1].Is(".") ? i - 2 : i;
            while (start > 0 && _tokens[start - 1].Is("("))
                start--;
            if (start > 0 && (_tokens[start - 1].Is("from") || _tokens[start - 1].Is("join") || _tokens[start - 1].Is(",")))
                return true;
        }
        return false;
    }

    /// <summary>A string holds one of these words, as <c>app.bypass_rls</c> does.</summary>
    public bool HasLiteralWith(params string[] words) => _tokens.Exists(token =>
        token.Kind == SqlTokenKind.String && words.Any(word => token.Text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The functions that are called, without their schemas, each with whether a schema is written and whether one of the columns stands in its arguments.</summary>
    public IEnumerable<(string Name, bool IsQualified, bool HasColumn)> Calls(IReadOnlyCollection<string> columns)
    {
        for (var i = 0; i + 1 < _tokens.Count; i++)
        {
            if (!_tokens[i].IsName || !Follows(i, "(") || GroupAt(i + 1) is not { } arguments)
                continue;
            var hasColumn = _tokens.Skip(arguments.Start).Take(arguments.End - arguments.Start).Any(token => token.IsName && columns.Contains(token.Text));
            yield return (_tokens[i].Text, i > 0 && _tokens[i - 1].Is("."), hasColumn);
        }
    }

    /// <summary>
    /// The calls of <c>current_setting</c> and <c>auth.*</c> that are made for each row: they stand neither in a query without FROM, which
    /// is run once, nor in one that knows nothing of the row.
    /// </summary>
    /// <param name="table">The policy's table: a query that names it hangs on the row.</param>
    public IReadOnlyList<string> CallsPerRow(string table)
    {
        var found = new List<string>();
        for (var i = 0; i + 1 < _tokens.Count; i++)
        {
            if (SessionCallAt(i) is { } name && IsPerRow(i, table) && !found.Contains(name))
                found.Add(name);
        }
        return found;
    }

    /// <summary>The columns of the policy's own table that are compared by <c>=</c>, each with whether it is to what the session says.</summary>
    public IEnumerable<(string Column, bool IsToSession)> Equalities(string table)
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (!_tokens[i].Is("=") || _groups.Exists(group => group.HasFrom && group.Start < i && i < group.End))
                continue;
            var (left, right) = ((Start: LeftOf(i), End: i), (Start: i + 1, End: RightOf(i)));
            if (ColumnIn(left.Start, left.End, table) is { } first)
                yield return (first, AsksSession(right.Start, right.End));
            if (ColumnIn(right.Start, right.End, table) is { } second)
                yield return (second, AsksSession(left.Start, left.End));
        }
    }

    private PolicyGroup? GroupAt(int at) => _groups.Find(group => group.Start == at);

    private bool Follows(int at, string symbol) => at + 1 < _tokens.Count && _tokens[at + 1].Is(symbol);

    private bool IsNameAt(int at, string name) => _tokens[at].IsName && _tokens[at].Text == name;

    // The name of a call that says something of the session, where one stands.
    private string? SessionCallAt(int at)
    {
        if (IsNameAt(at, "current_setting") && Follows(at, "("))
            return "current_setting()";
        return at + 3 < _tokens.Count && IsNameAt(at, "auth") && _tokens[at + 1].Is(".") && _tokens[at + 2].IsName && _tokens[at + 3].Is("(")
            ? $"auth.{_tokens[at + 2].Text}()"
            : null;
    }

    private bool AsksSession(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (SessionCallAt(i) is not null || IsSessionUser(_tokens[i]))
                return true;
        }
        return false;
    }

    private bool IsPerRow(int at, string table)
    {
        foreach (var group in _groups.Where(group => group.IsSelect && group.Start < at && at < group.End))
        {
            if (!group.HasFrom)
                return false;
            if (!_tokens.Skip(group.Start).Take(group.End - group.Start).Zip(_tokens.Skip(group.Start + 1), (name, next) => name.IsName && name.Text == table && next.Is(".")).Any(isRow => isRow))
                return false;
        }
        return true;
    }

    private bool IsTrue(int start, int end, int depth)
    {
        Strip(ref start, ref end);
        if (end <= start || depth > 50)
            return false;
        if (Split(start, end, "or") is { Count: > 1 } either)
            return either.Exists(part => IsTrue(part.Start, part.End, depth + 1));
        if (Split(start, end, "and") is { Count: > 1 } both)
            return both.TrueForAll(part => IsTrue(part.Start, part.End, depth + 1));
        if (end - start == 1)
            return _tokens[start].Is("true");
        if (end - start == 2 && _tokens[start].Is("not"))
            return _tokens[start + 1].Is("false");
        // 1 = 1, 'a'::text = 'a'::text
        var sides = Split(start, end, "=");
        return sides.Count == 2
            && Constant(sides[0].Start, sides[0].End) is { } left && Constant(sides[1].Start, sides[1].End) is { } right && left == right && !left.Is("null");
    }

    private SqlToken? Constant(int start, int end)
    {
        Strip(ref start, ref end);
        return end - start == 1 && IsConstant(_tokens[start]) ? _tokens[start] : null;
    }

    // The column where the operand is nothing else: (tenant_id)::text, t.tenant_id.
    private string? ColumnIn(int start, int end, string table)
    {
        Strip(ref start, ref end);
        if (end - start == 1 && _tokens[start].IsName && !IsConstant(_tokens[start]) && !IsSessionUser(_tokens[start]))
            return _tokens[start].Text;
        return end - start == 3 && IsNameAt(start, table) && _tokens[start + 1].Is(".") && _tokens[start + 2].IsName ? _tokens[start + 2].Text : null;
    }

    // Takes brackets around and casts behind away.
    private void Strip(ref int start, ref int end)
    {
        while (end > start)
        {
            if (_tokens[start].Is("(") && GroupAt(start) is { IsSelect: false } whole)
            {
                if (whole.End == end)
                {
                    start++;
                    end--;
                    continue;
                }
                if (whole.End < end && _tokens[whole.End].Is("::") && IsType(whole.End + 1, end))
                {
                    end = whole.End;
                    continue;
                }
            }
            else if (end - start > 2 && _tokens[start + 1].Is("::") && IsType(start + 2, end))
            {
                end = start + 1;
                continue;
            }
            else if (end - start > 4 && _tokens[start + 1].Is(".") && _tokens[start + 3].Is("::") && IsType(start + 4, end))
            {
                end = start + 3;
                continue;
            }
            return;
        }
    }

    private bool IsType(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!(_tokens[i].IsName || _tokens[i].Kind == SqlTokenKind.Number || _tokens[i].Text is "." or "(" or ")" or "," or "[" or "]") || _tokens[i].Text is "and" or "or" or "is")
                return false;
        }
        return true;
    }

    // The parts between a keyword or an operator, brackets left alone.
    private List<(int Start, int End)> Split(int start, int end, string separator)
    {
        var parts = new List<(int Start, int End)>();
        var (depth, from) = (0, start);
        for (var i = start; i < end; i++)
        {
            if (_tokens[i].Is("("))
            {
                depth++;
            }
            else if (_tokens[i].Is(")"))
            {
                depth--;
            }
            else if (depth == 0 && _tokens[i].Is(separator))
            {
                parts.Add((from, i));
                from = i + 1;
            }
        }
        parts.Add((from, end));
        return parts;
    }

    private int LeftOf(int at)
    {
        var depth = 0;
        var start = at;
        for (; start > 0 && !(depth == 0 && IsBorder(start - 1, "(")); start--)
            depth += _tokens[start - 1].Is(")") ? 1 : _tokens[start - 1].Is("(") ? -1 : 0;
        return start;
    }

    private int RightOf(int at)
    {
        var depth = 0;
        var end = at + 1;
        for (; end < _tokens.Count && !(depth == 0 && IsBorder(end, ")")); end++)
            depth += _tokens[end].Is("(") ? 1 : _tokens[end].Is(")") ? -1 : 0;
        return end;
    }

    private bool IsBorder(int at, string bracket) =>
        _tokens[at].Is(bracket) || ((_tokens[at].Kind == SqlTokenKind.Word || _tokens[at].IsMark) && _tokens[at].Text is "and" or "or" or "not" or "," or "when" or "then" or "else" or "end" or "select" or "where");

    private static bool IsConstant(SqlToken token) => token.Kind is SqlTokenKind.String or SqlTokenKind.Number || (token.Kind == SqlTokenKind.Word && token.Text is "true" or "false" or "null");

    private static bool IsSessionUser(SqlToken token) => token.Kind == SqlTokenKind.Word && token.Text is "current_user" or "session_user" or "current_role" or "user";

    private void FindGroups()
    {
        var open = new Stack<PolicyGroup>();
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (_tokens[i].Is("("))
            {
                var group = new PolicyGroup(i, Follows(i, "select") || Follows(i, "with"));
                _groups.Add(group);
                open.Push(group);
            }
            else if (_tokens[i].Is(")"))
            {
                if (open.Count > 0)
                    open.Pop().End = i + 1;
            }
            else if (_tokens[i].Is("from") && open.Count > 0 && open.Peek().IsSelect && !(i > 0 && _tokens[i - 1].Is("distinct")))
            {
                open.Peek().HasFrom = true;
            }
        }
        while (open.Count > 0)
            open.Pop().End = _tokens.Count;
    }
}
