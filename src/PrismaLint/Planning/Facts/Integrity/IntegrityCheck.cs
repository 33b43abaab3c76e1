namespace PrismaLint.Planning.Facts.Integrity;

/// <summary>A query that returns no row as long as the rows are sound.</summary>
/// <param name="Group">What it is about.</param>
/// <param name="Caption">What a row of it would mean.</param>
/// <param name="Sql">The query.</param>
internal sealed record IntegrityCheck(IntegrityGroup Group, string Caption, string Sql)
{
    /// <summary>The findings behind it.</summary>
    public string? RuleId { get; init; }
}
