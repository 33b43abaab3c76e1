namespace PrismaLint.Configuration.Baselines;

/// <summary>Findings that a baseline takes as known.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="File">Path of the schema file, relative to the folder of the baseline; <see langword="null"/> for any file.</param>
/// <param name="Object">What the findings are about, as <see cref="Diagnostics.Diagnostic.Object"/> says it.</param>
/// <param name="Detail">As <see cref="Diagnostics.Diagnostic.Detail"/>; <see langword="null"/> for any.</param>
/// <param name="Count">How many there are; from 1 on.</param>
public sealed record BaselineEntry(string Rule, string? File, string Object, string? Detail, int Count);
