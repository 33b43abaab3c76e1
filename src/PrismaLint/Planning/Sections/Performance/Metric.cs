namespace PrismaLint.Planning.Sections.Performance;

/// <summary>A figure to watch.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Alert">From which value on somebody is to be woken.</param>
/// <param name="Reason">Where that value comes from.</param>
/// <param name="Sql">The query that reads it; <see langword="null"/> where SQL cannot.</param>
internal sealed record Metric(string Name, string Alert, string Reason, string? Sql);
