using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;
using PrismaLint.Validation;

namespace PrismaLint.Benchmarks;

/// <summary>The steps of a check one by one, as <see cref="Linter"/> takes them with default options.</summary>
internal static class LintPhases
{
    private static readonly Rule[] Rules = [.. RuleCatalog.In(RulePreset.Recommended)];

    public static SyntaxTree Parse(string text) => SyntaxTree.Parse(new SourceText("schema.prisma", text));

    public static SemanticModel Bind(SyntaxTree tree) => SemanticModel.Create([tree], PrismaVersion.V7);

    public static IReadOnlyList<Diagnostic> Validate(SemanticModel model) => SchemaValidator.Validate(model);

    public static int RunRules(SemanticModel model)
    {
        var context = new RuleContext(model);
        var found = 0;
        foreach (var rule in Rules)
            found += rule.Analyze(context).Count();
        return found;
    }

    public static LintReport Lint(string text) =>
        Linter.Lint(SchemaSource.FromText("schema.prisma", text), new LintOptions { PrismaVersion = PrismaVersion.V7 });

    /// <summary>The best time of each rule alone, what it allocates and what it finds.</summary>
    public static IEnumerable<(string Id, double Milliseconds, long AllocatedBytes, int Findings)> TimeRules(string text)
    {
        var model = Bind(Parse(text));
        var runs = Math.Clamp(40_000_000 / text.Length, 3, 400);
        foreach (var rule in Rules)
        {
            var best = double.MaxValue;
            var findings = 0;
            var allocated = 0L;
            for (var run = 0; run < runs; run++)
            {
                var context = new RuleContext(model);
                var before = GC.GetAllocatedBytesForCurrentThread();
                var start = Stopwatch.GetTimestamp();
                findings = rule.Analyze(context).Count();
                best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            }
            yield return (rule.Descriptor.Id, best, allocated, findings);
        }
    }
}
