namespace PrismaLint.Rules.Shared;

/// <summary>A column that looks like the one that tells tenants apart, since so many models have it.</summary>
/// <param name="Column">The field's name, as most of the models write it.</param>
/// <param name="Target">The model that its foreign keys refer to; <see langword="null"/> where there are none.</param>
/// <param name="Models">How many models have it.</param>
/// <param name="Total">How many models there are.</param>
public sealed record TenantGuess(string Column, string? Target, int Models, int Total);
