using System.Collections.Generic;

namespace PrismaLint.Database.Statements;

/// <content>INSERT, UPDATE and DELETE.</content>
internal sealed partial class StatementReader
{
    private StatementShape ReadInsert(int start, int end)
    {
        var scope = new QueryScope(_names, null);
        var clauses = _tokens.FindClauses(start, end);
        var (parts, next) = _tokens.ReadName(start + 2, end);
        var table = _names.Find(parts);
        if (table is not null)
            _tables.Add(table);
        scope.Add(parts.Count == 0 ? "" : parts[parts.Count - 1].Text, table);
        var rows = 0;
        var (values, valuesEnd) = Find(clauses, end, "values");
        if (values >= 0)
        {
            for (var i = values; i < valuesEnd; i = _tokens.Skip(i))
                rows += _tokens.IsSymbol(i, "(") ? 1 : 0;
        }
        for (var i = next; i < end; i = _tokens.Skip(i))
        {
            if (_tokens.IsWord(i, "default") && _tokens.IsWord(i + 1, "values"))
                rows = 1;
            else if (_tokens.IsWord(i, "select"))
            {
                rows = 0;
                _others.AddRange(ReadSelect(i, end, null).Filters);
                break;
            }
        }
        return new StatementShape { Command = StatementCommand.Insert, Table = table, InsertedRows = rows, IsUpsert = clauses.Exists(clause => clause.Clause == "on" && _tokens.IsWord(clause.Start + 1, "conflict")) };
    }

    private StatementShape ReadUpdate(int start, int end)
    {
        var scope = new QueryScope(_names, null);
        var conditions = new ConditionReader(this, _tokens, scope);
        var clauses = _tokens.FindClauses(start, end);
        ReadSources(start + 1, clauses.Count > 0 ? clauses[0].Start : end, scope, conditions);
        var (set, setEnd) = Find(clauses, end, "set");
        if (set >= 0)
            ReadInnerQueries(set, setEnd, scope);
        return ReadChange(StatementCommand.Update, "from", clauses, end, scope, conditions);
    }

    private StatementShape ReadDelete(int start, int end)
    {
        var scope = new QueryScope(_names, null);
        var conditions = new ConditionReader(this, _tokens, scope);
        var clauses = _tokens.FindClauses(start, end);
        var (from, fromEnd) = Find(clauses, end, "from");
        if (from >= 0)
            ReadSources(from, fromEnd, scope, conditions);
        return ReadChange(StatementCommand.Delete, "using", clauses, end, scope, conditions);
    }

    private StatementShape ReadChange(StatementCommand command, string more, List<(string Clause, int Start)> clauses, int end, QueryScope scope, ConditionReader conditions)
    {
        var (from, fromEnd) = Find(clauses, end, more);
        if (from >= 0)
            ReadSources(from, fromEnd, scope, conditions);
        var (where, whereEnd) = Find(clauses, end, "where");
        if (where >= 0)
            conditions.Read(where, whereEnd);
        return new StatementShape { Command = command, Table = scope.Main, Filters = Split(conditions), HasFilter = conditions.HasFilter, HasInnerJoin = scope.Count > 1 };
    }
}
