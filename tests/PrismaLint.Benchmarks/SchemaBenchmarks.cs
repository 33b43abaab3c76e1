using System.Collections.Generic;
using BenchmarkDotNet.Attributes;
using PrismaLint.Benchmarks.Generation;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Benchmarks;

/// <summary>
/// The steps of a check apart, and the whole. A step gets the results of the one before it, ready made; validation and
/// rules see the same model again and again, so that what a model computes once is not in their figures but in
/// <see cref="Lint"/>.
/// </summary>
[MemoryDiagnoser]
public class SchemaBenchmarks
{
    private string _text = "";
    private SyntaxTree _tree = LintPhases.Parse("");
    private SemanticModel _model = LintPhases.Bind(LintPhases.Parse(""));

    [Params(100_000, 1_000_000, 10_000_000)]
    public int Bytes { get; set; }

    [GlobalSetup]
    public void Generate()
    {
        _text = SchemaGenerator.Generate(Bytes);
        _tree = LintPhases.Parse(_text);
        _model = LintPhases.Bind(_tree);
    }

    [Benchmark]
    public SyntaxTree ScanAndParse() => LintPhases.Parse(_text);

    [Benchmark]
    public SemanticModel Bind() => LintPhases.Bind(_tree);

    [Benchmark]
    public IReadOnlyList<Diagnostic> Validate() => LintPhases.Validate(_model);

    [Benchmark]
    public int Rules() => LintPhases.RunRules(_model);

    [Benchmark(Baseline = true)]
    public LintReport Lint() => LintPhases.Lint(_text);
}
