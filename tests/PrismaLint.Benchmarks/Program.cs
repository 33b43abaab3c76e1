using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using PrismaLint.Benchmarks;
using PrismaLint.Benchmarks.Generation;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["generate", var bytes, var file]:
        File.WriteAllText(file, SchemaGenerator.Generate(int.Parse(bytes, CultureInfo.InvariantCulture)));
        return 0;
    case ["quick"]:
        PrintTable([110_000, 1_100_000, 10_000_000]);
        return 0;
    case ["json", var file]:
        PrintJson(File.ReadAllText(file));
        return 0;
    case ["rules", var file]:
        foreach (var (id, milliseconds, allocated, findings) in LintPhases.TimeRules(File.ReadAllText(file)).OrderByDescending(rule => rule.Milliseconds))
            Console.WriteLine($"{id} {milliseconds,10:F3} ms {allocated,12} B {findings,8} findings");
        return 0;
    case ["plan", var file]:
        Console.WriteLine($"{"",-18} {"first",10} {"warm",10}");
        foreach (var (part, first, warm) in PlanTimes.Measure(File.ReadAllText(file)))
            Console.WriteLine($"{part,-18} {first,7:F1} ms {warm,7:F1} ms");
        return 0;
    case []:
        Console.Error.WriteLine("""
            --filter '*'            BenchmarkDotNet, with its own options
            quick                   medians by the stopwatch, 110 KB to 10 MB
            json FILE               the same for one schema, as JSON
            rules FILE              each rule alone, the slowest first
            plan FILE               the architecture plan of a schema, the first one and warm
            generate BYTES FILE     writes a schema
            """);
        return 2;
    default:
        // In process and short: a job of its own for each of fifteen cases takes the better part of an hour.
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance));
        BenchmarkSwitcher.FromAssembly(typeof(SchemaBenchmarks).Assembly).Run(args, config);
        return 0;
}

static IReadOnlyList<PhaseFigures> Measure(string text)
{
    var runs = Math.Clamp(30_000_000 / text.Length, 3, 51);
    return QuickRun.Measure(text, runs);
}

static void PrintTable(int[] sizes)
{
    var perByte = new Dictionary<string, double>();
    Console.WriteLine("schema         step              ms    cpu ms      MB/s  bytes/byte   per byte");
    foreach (var size in sizes)
    {
        var text = SchemaGenerator.Generate(size);
        foreach (var figures in Measure(text))
        {
            var cost = figures.CpuMilliseconds / text.Length;
            perByte.TryAdd(figures.Phase, cost);
            Console.WriteLine(
                $"{text.Length,10} B   {figures.Phase,-10} {figures.Milliseconds,9:F2} {figures.CpuMilliseconds,9:F2} {text.Length / 1e3 / figures.CpuMilliseconds,9:F1} {(double)figures.AllocatedBytes / text.Length,11:F1} {cost / perByte[figures.Phase],9:F2}x");
        }
    }
}

static void PrintJson(string text) => Console.WriteLine(JsonSerializer.Serialize(new
{
    bytes = text.Length,
    phases = Measure(text).ToDictionary(figures => figures.Phase, figures => new { milliseconds = figures.Milliseconds, cpuMilliseconds = figures.CpuMilliseconds, allocatedBytes = figures.AllocatedBytes }),
}));
