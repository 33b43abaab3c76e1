using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace PrismaLint.Benchmarks;

/// <summary>
/// Medians by the stopwatch, in seconds instead of minutes. Each run takes all steps on fresh objects, in order; the
/// whole check runs by itself.
/// </summary>
internal static class QuickRun
{
    private const long WarmupBytes = 60_000_000;

    private static readonly TimeSpan WarmupTime = TimeSpan.FromSeconds(3);

    public static IReadOnlyList<PhaseFigures> Measure(string text, int runs)
    {
        var samples = new List<PhaseFigures>();
        // The compiler has second thoughts, in the background: times fall by half until some hundred runs are over.
        var start = Stopwatch.GetTimestamp();
        for (var read = 0L; read < WarmupBytes || Stopwatch.GetElapsedTime(start) < WarmupTime; read += text.Length)
            RunOnce(text);
        // No collection between the runs: it gives memory back to the system, and getting it anew was measured to double the rules' time.
        for (var run = 0; run < runs; run++)
            samples.AddRange(RunOnce(text));
        return
        [
            .. samples.GroupBy(sample => sample.Phase).Select(phase => new PhaseFigures(
                phase.Key,
                Median([.. phase.Select(sample => sample.Milliseconds)]),
                Median([.. phase.Select(sample => sample.CpuMilliseconds)]),
                (long)Median([.. phase.Select(sample => (double)sample.AllocatedBytes)]))),
        ];
    }

    private static List<PhaseFigures> RunOnce(string text)
    {
        var figures = new List<PhaseFigures>();
        var tree = Time(figures, "scan+parse", () => LintPhases.Parse(text));
        var model = Time(figures, "bind", () => LintPhases.Bind(tree));
        Time(figures, "validate", () => LintPhases.Validate(model));
        Time(figures, "rules", () => LintPhases.RunRules(model));
        Time(figures, "lint", () => LintPhases.Lint(text));
        return figures;
    }

    private static T Time<T>(List<PhaseFigures> figures, string phase, Func<T> step)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        var result = step();
        var elapsed = Stopwatch.GetElapsedTime(start);
        processor = Environment.CpuUsage.TotalTime - processor;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        figures.Add(new PhaseFigures(phase, elapsed.TotalMilliseconds, processor.TotalMilliseconds, allocated));
        return result;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
