namespace PrismaLint.Planning.Inputs;

/// <summary>How many rows a model has and gets.</summary>
/// <param name="Rows">Rows today; <see langword="null"/>: unknown.</param>
/// <param name="PerMonth">Rows that come in a month; <see langword="null"/>: unknown.</param>
public sealed record ModelVolume(double? Rows, double? PerMonth);
