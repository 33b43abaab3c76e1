using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Sql;

namespace PrismaLint.Database.Statements;

/// <summary>Reads the conditions of one query: which columns it compares with what.</summary>
internal sealed class ConditionReader(StatementReader reader, TokenList tokens, QueryScope scope)
{
    private static readonly HashSet<string> s_words = new(StringComparer.Ordinal) { "is", "in", "like", "ilike", "between", "similar" };

    private static readonly Dictionary<string, FilterOperator> s_operators = new(StringComparer.Ordinal)
    {
        ["="] = FilterOperator.Equal, ["<"] = FilterOperator.Range, ["<="] = FilterOperator.Range, [">"] = FilterOperator.Range, [">="] = FilterOperator.Range,
        ["~~"] = FilterOperator.Like, ["~~*"] = FilterOperator.InsensitiveLike, ["@>"] = FilterOperator.Contains, ["<@"] = FilterOperator.Contains,
        ["&&"] = FilterOperator.Contains, ["?"] = FilterOperator.Contains, ["?|"] = FilterOperator.Contains, ["?&"] = FilterOperator.Contains, ["@?"] = FilterOperator.Contains,
        ["@@"] = FilterOperator.Other, ["<>"] = FilterOperator.Other, ["!="] = FilterOperator.Other, ["~"] = FilterOperator.Other, ["~*"] = FilterOperator.Other,
        ["!~"] = FilterOperator.Other, ["!~*"] = FilterOperator.Other, ["!~~"] = FilterOperator.Other, ["!~~*"] = FilterOperator.Other,
    };

    private readonly List<(StatementFilter, bool)> _filters = [];

    public IReadOnlyList<(StatementFilter Filter, bool IsMain)> Filters => _filters;

    /// <summary>Something besides <c>1=1</c> stands there.</summary>
    public bool HasFilter { get; private set; }

    public bool HasInnerJoin { get; private set; }

    public void Read(int start, int end) => ReadGroup(start, end, isRequired: true);

    /// <summary>Reads what stands behind ON. It is no filter; of an inner join it drops rows.</summary>
    public void ReadJoin(int start, int end, bool isInner)
    {
        var hadFilter = HasFilter;
        ReadGroup(start, end, isRequired: isInner);
        HasInnerJoin |= isInner;
        HasFilter = hadFilter;
    }

    private void ReadGroup(int start, int end, bool isRequired)
    {
        if (!reader.Enter())
        {
            HasFilter = true;
            return;
        }
        var parts = Split(start, end, out var isAlternative);
        foreach (var (from, to) in parts)
            ReadPart(from, to, isRequired && !isAlternative);
        reader.Leave();
    }

    private List<(int From, int To)> Split(int start, int end, out bool isAlternative)
    {
        isAlternative = false;
        var parts = new List<(int, int)>();
        var from = start;
        var isBetween = false;
        for (var i = start; i < end; i = tokens.Skip(i))
        {
            if (tokens.IsWord(i, "between"))
            {
                isBetween = true;
            }
            else if (tokens.IsWord(i, "and") && isBetween)
            {
                isBetween = false;
            }
            else if (tokens.IsWord(i, "and") || tokens.IsWord(i, "or"))
            {
                isAlternative |= tokens.IsWord(i, "or");
                parts.Add((from, i));
                from = i + 1;
            }
        }
        parts.Add((from, end));
        return parts;
    }

    private void ReadPart(int start, int end, bool isRequired)
    {
        if (start >= end)
            return;
        while (start < end && tokens.IsWord(start, "not"))
        {
            isRequired = false;
            start++;
        }
        if (tokens.IsQuery(start) && tokens.Skip(start) >= end)
        {
            HasFilter = true;
            reader.ReadInner(start, scope);
            return;
        }
        if (tokens.IsSymbol(start, "(") && tokens.Skip(start) >= end)
        {
            ReadGroup(start + 1, Math.Min(end, tokens.Closing(start)), isRequired);
            return;
        }
        var at = start;
        while (at < end && !(tokens[at] is { IsMark: true } symbol && s_operators.ContainsKey(symbol.Text)) && !(tokens[at] is { Kind: SqlTokenKind.Word } word && s_words.Contains(word.Text)))
            at = tokens.Skip(at);
        if (at >= end)
            ReadTruth(start, end, isRequired);
        else
            ReadComparison(start, at, end, isRequired);
    }

    // A column of truth values, or EXISTS (…), or TRUE.
    private void ReadTruth(int start, int end, bool isRequired)
    {
        var operand = Operand(start, end);
        HasFilter |= !operand.IsConstant;
        if (operand is { Columns.Count: 1, Path: false, IsCast: false })
            Add(operand, FilterOperator.Equal, isRequired, isValue: true);
    }

    private void ReadComparison(int start, int at, int end, bool isRequired)
    {
        var isNegated = at > start && tokens.IsWord(at - 1, "not");
        var left = Operand(start, isNegated ? at - 1 : at);
        var operation = tokens[at].IsMark
            ? s_operators[tokens[at].Text]
            : tokens[at].Text switch
            {
                "in" => FilterOperator.In,
                "like" => FilterOperator.Like,
                "ilike" => FilterOperator.InsensitiveLike,
                "between" => FilterOperator.Range,
                "is" when tokens.IsWord(at + 1, "null") || (tokens.IsWord(at + 1, "not") && tokens.IsWord(at + 2, "null")) => FilterOperator.NullTest,
                _ => FilterOperator.Other,
            };
        if (operation == FilterOperator.NullTest)
        {
            HasFilter |= !left.IsConstant;
            Add(left, operation, isRequired && !isNegated, isValue: true);
            return;
        }
        if (operation == FilterOperator.In && tokens.IsQuery(at + 1))
        {
            HasFilter = true;
            reader.ReadInner(at + 1, scope);
            Add(left, isNegated ? FilterOperator.Other : operation, isRequired, isValue: false);
            return;
        }
        var right = operation == FilterOperator.In ? List(at + 1, end) : Operand(at + 1, end);
        HasFilter |= !(left.IsConstant && right.IsConstant);
        if (isNegated)
            operation = FilterOperator.Other;
        else if (operation == FilterOperator.Equal && right.IsAny)
            operation = FilterOperator.In;
        Add(left, operation, isRequired, right.IsConstant, right.Pieces);
        Add(right, operation is FilterOperator.Equal or FilterOperator.Range or FilterOperator.Contains ? operation : FilterOperator.Other, isRequired, left.IsConstant);
    }

    private void Add(OperandShape operand, FilterOperator operation, bool isRequired, bool isValue, int pieces = 1)
    {
        if (operand.Path)
            operation = FilterOperator.JsonPath;
        else if (operand.IsCast && operation is not (FilterOperator.Like or FilterOperator.InsensitiveLike))
            operation = FilterOperator.Other;
        foreach (var (column, isMain) in operand.Columns)
            _filters.Add((new StatementFilter(column, operation, isRequired, isValue, pieces), isMain));
    }

    private OperandShape List(int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            if (!tokens.IsQuery(i))
                continue;
            reader.ReadInner(i, scope);
            return OperandShape.Unknown;
        }
        return OperandShape.Constant(1);
    }

    private OperandShape Operand(int start, int end)
    {
        if (start >= end)
            return OperandShape.Unknown;
        // Behind a cast nothing counts.
        var last = end;
        var pieces = 1;
        var hasPath = false;
        var isCast = false;
        for (var i = start; i < end; i = tokens.Skip(i))
        {
            if (tokens.IsSymbol(i, "::") && last == end)
            {
                last = i;
                isCast = true;
            }
            else if (tokens.IsSymbol(i, "||"))
            {
                pieces++;
            }
            else if (tokens[i] is { IsMark: true, Text: "->" or "->>" or "#>" or "#>>" } && last == end)
            {
                last = i;
                hasPath = true;
            }
        }
        if (pieces > 1)
            return IsConstant(start, end) ? OperandShape.Constant(pieces) : Rest(start, end);
        if (tokens.IsSymbol(start, "(") && tokens.Skip(start) >= last)
        {
            if (tokens.IsQuery(start))
                return Rest(start, end);
            if (reader.Enter())
            {
                var inner = Row(start + 1, Math.Min(tokens.Closing(start), last));
                reader.Leave();
                return inner with { Path = inner.Path || hasPath, IsCast = inner.IsCast || (isCast && !inner.Path && !hasPath) };
            }
        }
        if ((tokens.IsWord(start, "any") || tokens.IsWord(start, "some")) && tokens.IsSymbol(start + 1, "(") && tokens.Skip(start + 1) >= last)
        {
            if (tokens.IsQuery(start + 1) || !IsConstant(start + 1, last))
                return Rest(start, end) with { IsAny = true };
            return OperandShape.Constant(1) with { IsAny = true };
        }
        if (IsConstant(start, last))
            return OperandShape.Constant(1);
        var (parts, next) = tokens.ReadName(start, last);
        return next == last && scope.Find(parts) is { Column: { } column } found
            ? new OperandShape([(column, found.IsMain)]) { Path = hasPath, IsCast = isCast && !hasPath }
            : Rest(start, end);
    }

    // (a, b): the columns of a compound key.
    private OperandShape Row(int start, int end)
    {
        var from = start;
        var columns = new List<(DatabaseColumn, bool)>();
        var isRow = false;
        for (var i = start; i < end; i = tokens.Skip(i))
        {
            if (!tokens.IsSymbol(i, ","))
                continue;
            isRow = true;
            columns.AddRange(Operand(from, i).Columns);
            from = i + 1;
        }
        if (!isRow)
            return Operand(start, end);
        var last = Operand(from, end);
        columns.AddRange(last.Columns);
        return columns.Count == 0 && last.IsConstant ? OperandShape.Constant(1) : new OperandShape(columns);
    }

    private OperandShape Rest(int start, int end)
    {
        reader.ReadInnerQueries(start, end, scope);
        return OperandShape.Unknown;
    }

    // Values, casts of values, arrays of values: no name that could be a column but those of types.
    private bool IsConstant(int start, int end)
    {
        var hasValue = false;
        for (var i = start; i < end; i++)
        {
            var token = tokens[i];
            if (token.IsValue || token.Kind == SqlTokenKind.Word && token.Text is "true" or "false" or "null" or "current_timestamp" or "current_date" or "localtimestamp" or "now" or "current_user")
                hasValue = true;
            else if (token.IsSymbol("::") || token.IsWord("as"))
                i = EndOfType(i + 1, end) - 1;
            else if (token.Kind == SqlTokenKind.QuotedName || token.Kind == SqlTokenKind.Word && token.Text is not ("cast" or "array" or "interval" or "date" or "timestamp" or "timestamptz" or "time"))
                return false;
        }
        return hasValue;
    }

    private int EndOfType(int i, int end)
    {
        (_, i) = tokens.ReadName(i, end);
        // double precision, timestamp with time zone
        while (i < end && tokens[i] is { Kind: SqlTokenKind.Word, Text: "precision" or "varying" or "with" or "without" or "time" or "zone" })
            i++;
        while (i < end && (tokens.IsSymbol(i, "[") || tokens.IsSymbol(i, "(")))
            i = Math.Min(end, tokens.Skip(i));
        return i;
    }
}
