namespace PrismaLint.Benchmarks;

/// <summary>What one step took: medians over the runs.</summary>
internal readonly record struct PhaseFigures(string Phase, double Milliseconds, long AllocatedBytes);
