using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Sql;

namespace PrismaLint.Database.Statements;

/// <summary>
/// Reads what statements do from their text: Prisma's exactly, others as far as they are plain. What is not understood is left out, and
/// nothing is claimed of it. It never fails and takes time in proportion to the text.
/// </summary>
internal sealed partial class StatementReader
{
    // Deeper than any statement that a person or an ORM writes.
    private const int MaximumDepth = 60;

    private static readonly HashSet<string> s_aggregates = new(StringComparer.Ordinal)
    {
        "count", "sum", "avg", "min", "max", "array_agg", "json_agg", "jsonb_agg", "string_agg", "bool_and", "bool_or", "jsonb_object_agg",
    };

    private readonly TokenList _tokens;
    private readonly TableNames _names;
    private readonly HashSet<string> _common = new(StringComparer.Ordinal);
    private readonly List<DatabaseTable> _tables = [];
    private readonly List<StatementFilter> _others = [];
    private bool _isPlain = true;
    private int _depth;

    private StatementReader(TokenList tokens, TableNames names)
    {
        _tokens = tokens;
        _names = names;
    }

    public static StatementShape Read(IReadOnlyList<SqlToken> tokens, TableNames names) => new StatementReader(new TokenList(tokens), names).Read();

    /// <summary>Reads what stands in parentheses behind <paramref name="open"/> as a query.</summary>
    internal void ReadInner(int open, QueryScope outer)
    {
        if (!Enter())
            return;
        _others.AddRange(ReadSelect(open + 1, _tokens.Closing(open), outer).Filters);
        Leave();
    }

    /// <summary>One level deeper; not where that is too deep.</summary>
    internal bool Enter()
    {
        if (_depth >= MaximumDepth)
        {
            _isPlain = false;
            return false;
        }
        _depth++;
        return true;
    }

    internal void Leave() => _depth--;

    /// <summary>Reads the inner queries of a stretch that nothing else is read of.</summary>
    internal void ReadInnerQueries(int start, int end, QueryScope scope)
    {
        for (var i = start; i < end; i++)
        {
            if (!_tokens.IsQuery(i))
                continue;
            ReadInner(i, scope);
            i = _tokens.Closing(i);
        }
    }

    private StatementShape Read()
    {
        var start = SkipCommonTables(0, _tokens.Count);
        while (_tokens.IsQuery(start))
            start++;
        var end = _tokens.Count;
        var shape = _tokens[start] is { Kind: SqlTokenKind.Word } first
            ? first.Text switch
            {
                "select" => ReadSelect(start, start > 0 && _tokens.IsSymbol(start - 1, "(") ? _tokens.Closing(start - 1) : end, null),
                "insert" => ReadInsert(start, end),
                "update" => ReadUpdate(start, end),
                "delete" => ReadDelete(start, end),
                _ => StatementShape.Unknown,
            }
            : StatementShape.Unknown;
        return With(shape);
    }

    private StatementShape With(StatementShape shape) => new()
    {
        Command = shape.Command,
        Table = shape.Table,
        Tables = [.. _tables.Distinct()],
        Filters = [.. shape.Filters.Where(filter => filter.Column.Table == shape.Table)],
        OtherFilters = [.. _others],
        HasFilter = shape.HasFilter,
        HasLimit = shape.HasLimit,
        HasInnerJoin = shape.HasInnerJoin,
        IsAggregate = shape.IsAggregate,
        IsGrouped = shape.IsGrouped,
        IsDistinct = shape.IsDistinct,
        IsPlain = shape.Table is not null && _isPlain,
        OrderBy = shape.OrderBy,
        InsertedRows = shape.InsertedRows,
        IsUpsert = shape.IsUpsert,
    };

    private int SkipCommonTables(int i, int end)
    {
        if (!_tokens.IsWord(i, "with"))
            return i;
        _isPlain = false;
        for (i += _tokens.IsWord(i + 1, "recursive") ? 2 : 1; i < end; i = _tokens.Skip(i))
        {
            if (_tokens[i].IsName && (_tokens.IsWord(i + 1, "as") || _tokens.IsSymbol(i + 1, "(")))
                _common.Add(_tokens[i].Text);
            if (_tokens[i] is { Kind: SqlTokenKind.Word, Text: "select" or "insert" or "update" or "delete" })
                return i;
            if (_tokens.IsQuery(i))
                ReadInner(i, new QueryScope(_names, null));
        }
        return i;
    }

    private StatementShape ReadSelect(int start, int end, QueryScope? outer)
    {
        start = SkipCommonTables(start, end);
        var scope = new QueryScope(_names, outer);
        var conditions = new ConditionReader(this, _tokens, scope);
        var clauses = _tokens.FindClauses(start, end);
        var (from, fromEnd) = Find(clauses, end, "from");
        StatementShape? inner = null;
        if (from >= 0)
            inner = ReadSources(from, fromEnd, scope, conditions);
        var listEnd = clauses.Count > 0 ? clauses[0].Start : end;
        var isAggregate = ReadList(start + 1, listEnd, scope);
        if (clauses.Exists(clause => clause.Clause is "union" or "intersect" or "except"))
            _isPlain = false;
        var (where, whereEnd) = Find(clauses, end, "where");
        if (where >= 0)
            conditions.Read(where, whereEnd);
        var isGrouped = clauses.Exists(clause => clause.Clause is "group" or "having");
        return new StatementShape
        {
            Command = StatementCommand.Select,
            Table = scope.Main ?? inner?.Table,
            Filters = inner is null ? Split(conditions) : [.. inner.Filters, .. Split(conditions)],
            HasFilter = conditions.HasFilter || inner?.HasFilter == true,
            HasLimit = clauses.Exists(clause => clause.Clause is "limit" or "fetch") || inner?.HasLimit == true,
            HasInnerJoin = conditions.HasInnerJoin || inner?.HasInnerJoin == true,
            IsAggregate = isAggregate || inner?.IsAggregate == true,
            IsGrouped = isGrouped || inner?.IsGrouped == true,
            IsDistinct = _tokens.IsWord(start + 1, "distinct") || inner?.IsDistinct == true,
            OrderBy = ReadOrder(clauses, end, scope),
        };
    }

    // Of a whole query in the place of a table: COUNT(*) FROM (SELECT …) AS "sub".
    private StatementShape? ReadSources(int start, int end, QueryScope scope, ConditionReader conditions)
    {
        StatementShape? inner = null;
        var isInner = false;
        for (var i = start; i < end;)
        {
            var token = _tokens[i];
            if (token.IsWord("on"))
            {
                var next = i + 1;
                while (next < end && !_tokens.IsSymbol(next, ",") && !(_tokens[next] is { Kind: SqlTokenKind.Word } word && IsJoin(word.Text)))
                    next = _tokens.Skip(next);
                conditions.ReadJoin(i + 1, next, isInner);
                i = next;
            }
            else if (token.IsWord("using"))
            {
                i = _tokens.Skip(i + 1);
            }
            else if (token.Kind == SqlTokenKind.Word && (IsJoin(token.Text) || token.Text is "outer" or "lateral" or "only" or "as"))
            {
                if (token.Text == "join")
                    isInner = !(_tokens[i - 1] is { Kind: SqlTokenKind.Word, Text: "left" or "right" or "full" or "outer" });
                i++;
            }
            else if (_tokens.IsQuery(i))
            {
                if (scope.Count > 0)
                {
                    ReadInner(i, scope);
                }
                else if (Enter())
                {
                    inner = ReadSelect(i + 1, _tokens.Closing(i), scope);
                    Leave();
                }
                i = ReadAlias(_tokens.Closing(i) + 1, end, scope, null, "");
            }
            else if (token.IsSymbol("(") && Enter())
            {
                ReadSources(i + 1, _tokens.Closing(i), scope, conditions);
                Leave();
                i = _tokens.Closing(i) + 1;
            }
            else if (token.IsName)
            {
                var (parts, next) = _tokens.ReadName(i, end);
                // A function is a source of its own.
                var table = _tokens.IsSymbol(next, "(") || (parts.Count == 1 && _common.Contains(parts[0].Text)) ? null : _names.Find(parts);
                if (table is null)
                    _isPlain = false;
                else
                    _tables.Add(table);
                if (next < end && _tokens.IsSymbol(next, "("))
                    next = _tokens.Skip(next);
                i = ReadAlias(next, end, scope, table, parts[parts.Count - 1].Text);
            }
            else
            {
                i = _tokens.Skip(i);
            }
        }
        return inner;
    }

    private int ReadAlias(int i, int end, QueryScope scope, DatabaseTable? table, string name)
    {
        if (i < end && _tokens.IsWord(i, "as"))
            i++;
        if (i < end && (_tokens[i].Kind == SqlTokenKind.QuotedName || _tokens[i] is { Kind: SqlTokenKind.Word } word && !IsJoin(word.Text) && word.Text is not ("on" or "using" or "set" or "tablesample")))
            name = _tokens[i++].Text;
        if (i < end && _tokens.IsSymbol(i, "("))
            i = _tokens.Skip(i);
        scope.Add(name, table);
        return i;
    }

    private static bool IsJoin(string word) => word is "join" or "left" or "right" or "inner" or "full" or "cross" or "natural";

    private bool ReadList(int start, int end, QueryScope scope)
    {
        var isAggregate = false;
        for (var i = start; i < end; i++)
        {
            if (_tokens.IsQuery(i))
            {
                ReadInner(i, scope);
                i = _tokens.Closing(i);
            }
            else if (_tokens[i] is { Kind: SqlTokenKind.Word } word && s_aggregates.Contains(word.Text) && _tokens.IsSymbol(i + 1, "(") && !_tokens.IsWord(_tokens.Skip(i + 1), "over"))
            {
                isAggregate = true;
            }
        }
        return isAggregate;
    }

    private List<DatabaseColumn> ReadOrder(List<(string Clause, int Start)> clauses, int end, QueryScope scope)
    {
        var (start, last) = Find(clauses, end, "order");
        var columns = new List<DatabaseColumn>();
        for (var i = start + 1; start >= 0 && i < last;)
        {
            var (parts, next) = _tokens.ReadName(i, last);
            if (scope.Find(parts).Column is not { } column)
                return columns;
            columns.Add(column);
            for (i = next; i < last && !_tokens.IsSymbol(i, ",");)
                i = _tokens.Skip(i);
            i++;
        }
        return columns;
    }

    // Those of the first table are the shape's own, the others go where all others go.
    private IReadOnlyList<StatementFilter> Split(ConditionReader conditions)
    {
        _others.AddRange(conditions.Filters.Where(found => !found.IsMain).Select(found => found.Filter));
        return [.. conditions.Filters.Where(found => found.IsMain).Select(found => found.Filter)];
    }

    // The stretch behind the words of a clause, up to the next one.
    private static (int Start, int End) Find(List<(string Clause, int Start)> clauses, int end, string name)
    {
        var at = clauses.FindIndex(clause => clause.Clause == name);
        if (at < 0)
            return (-1, -1);
        // FROM holds the ON of its joins.
        var next = at + 1;
        while (name == "from" && next < clauses.Count && clauses[next].Clause == "on")
            next++;
        return (clauses[at].Start + 1, next < clauses.Count ? clauses[next].Start : end);
    }
}
