namespace PrismaLint.Benchmarks;

/// <summary>What one step took, medians over the runs.</summary>
/// <param name="Phase">The step's name.</param>
/// <param name="Milliseconds">By the clock.</param>
/// <param name="CpuMilliseconds">Of the processor alone: on a busy machine this is the figure to go by.</param>
/// <param name="AllocatedBytes">On the managed heap.</param>
internal readonly record struct PhaseFigures(string Phase, double Milliseconds, double CpuMilliseconds, long AllocatedBytes);
