namespace PrismaLint.PostgreSql;

/// <summary>A query as it goes to the server.</summary>
/// <param name="Source">What its result is called.</param>
/// <param name="Sql">Its text.</param>
internal sealed record Query(string Source, string Sql);
