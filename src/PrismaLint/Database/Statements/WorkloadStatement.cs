using System;
using System.Collections.Generic;

namespace PrismaLint.Database.Statements;

/// <summary>Statements of one shape with their counters added up. Times are milliseconds.</summary>
public sealed class WorkloadStatement
{
    private readonly List<string> _queryIds = [];

    internal WorkloadStatement(StatementShape shape)
    {
        Shape = shape;
    }

    public StatementShape Shape { get; }

    /// <summary>The statements of that shape, as the server numbers them.</summary>
    public IReadOnlyList<string> QueryIds => _queryIds;

    public long Calls { get; private set; }

    /// <summary>Rows returned or changed over all calls.</summary>
    public long Rows { get; private set; }

    public double TotalTime { get; private set; }

    public double MaximumTime { get; private set; }

    public double MeanTime => Calls == 0 ? 0 : TotalTime / Calls;

    public double RowsPerCall => Calls == 0 ? 0 : (double)Rows / Calls;

    internal void Add(DatabaseStatement statement)
    {
        _queryIds.Add(statement.QueryId);
        Calls += statement.Calls;
        Rows += statement.Rows;
        TotalTime += statement.TotalTime;
        MaximumTime = Math.Max(MaximumTime, statement.MaximumTime);
    }
}
