using System;

namespace PrismaLint.Database.Statements;

/// <summary>Statements of one shape with their counters added up. Times are milliseconds.</summary>
public sealed class WorkloadStatement
{
    internal WorkloadStatement(StatementShape shape)
    {
        Shape = shape;
    }

    public StatementShape Shape { get; }

    public long Calls { get; private set; }

    /// <summary>Rows returned or changed over all calls.</summary>
    public long Rows { get; private set; }

    public double TotalTime { get; private set; }

    public double MaximumTime { get; private set; }

    public double MeanTime => Calls == 0 ? 0 : TotalTime / Calls;

    public double RowsPerCall => Calls == 0 ? 0 : (double)Rows / Calls;

    internal void Add(DatabaseStatement statement)
    {
        Calls += statement.Calls;
        Rows += statement.Rows;
        TotalTime += statement.TotalTime;
        MaximumTime = Math.Max(MaximumTime, statement.MaximumTime);
    }
}
