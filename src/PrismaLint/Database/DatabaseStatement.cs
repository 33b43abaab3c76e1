namespace PrismaLint.Database;

/// <summary>A statement with its counters (<c>pg_stat_statements</c>); literals are replaced before it comes here. Times are milliseconds.</summary>
public sealed class DatabaseStatement
{
    internal DatabaseStatement(CatalogRow row)
    {
        QueryId = row.Text("queryid");
        Text = row.Text("query");
        Calls = row.Number("calls");
        Rows = row.Number("rows");
        TotalTime = row.Real("total_exec_time");
        MeanTime = row.Real("mean_exec_time");
        DeviationTime = row.Real("stddev_exec_time");
        MaximumTime = row.Real("max_exec_time");
        BlocksHit = row.Number("shared_blks_hit");
        BlocksRead = row.Number("shared_blks_read");
        TemporaryBlocksWritten = row.Number("temp_blks_written");
        IsTopLevel = row.FindFlag("toplevel") ?? true;
    }

    public string QueryId { get; }

    public string Text { get; }

    public long Calls { get; }

    /// <summary>Rows returned or changed over all calls.</summary>
    public long Rows { get; }

    public double TotalTime { get; }

    public double MeanTime { get; }

    public double DeviationTime { get; }

    public double MaximumTime { get; }

    public long BlocksHit { get; }

    public long BlocksRead { get; }

    public long TemporaryBlocksWritten { get; }

    /// <summary>A client sent it; not a function on its way (14 and later).</summary>
    public bool IsTopLevel { get; }
}
