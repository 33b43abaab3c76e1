namespace PrismaLint.Planning.Document;

/// <summary>SQL for PostgreSQL. All of it runs: the tests do with each block what its role says.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Text">The statements, each with its semicolon, without a line feed at the end.</param>
/// <param name="Caption">A line above it; <see langword="null"/>: none.</param>
public sealed record SqlBlock(SqlRole Role, string Text, string? Caption = null) : PlanBlock
{
    /// <summary>What each query of a verification gives when it is well: <c>true</c>, <c>no row</c>, <c>0</c>; <see langword="null"/>: people judge.</summary>
    public string? Expected { get; init; }
}
