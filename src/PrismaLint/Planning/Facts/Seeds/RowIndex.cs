namespace PrismaLint.Planning.Facts.Seeds;

/// <summary>The number of a row as an expression, zero-based.</summary>
/// <param name="Row">The number among all rows of the model.</param>
/// <param name="PerTenant">The number among the rows of its tenant; <see langword="null"/> where rows have no tenant.</param>
/// <param name="Tenant">The number of the tenant.</param>
internal readonly record struct RowIndex(string Row, string? PerTenant = null, string? Tenant = null);
