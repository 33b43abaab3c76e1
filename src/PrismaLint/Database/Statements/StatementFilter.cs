namespace PrismaLint.Database.Statements;

/// <summary>A condition on a column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="IsRequired">Each row has to meet it: it stands below no OR and no NOT.</param>
/// <param name="IsValue">It is compared with values, not with another column or an inner query.</param>
/// <param name="Pieces">Of LIKE: how many strings the pattern is put together from; three of them have a wildcard at both ends.</param>
public sealed record StatementFilter(DatabaseColumn Column, FilterOperator Operator, bool IsRequired, bool IsValue, int Pieces = 1);
