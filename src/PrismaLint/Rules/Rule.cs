using System.Collections.Generic;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules;

/// <summary>One check. Rules hold no state: one instance serves all runs, on any thread.</summary>
public abstract class Rule
{
    protected Rule(RuleDescriptor descriptor) => Descriptor = descriptor;

    public RuleDescriptor Descriptor { get; }

    /// <summary>The options that configuration may set for this rule.</summary>
    public virtual IReadOnlyList<RuleOption> Options => [];

    /// <summary>
    /// Finds what the rule is about. Severities, suppressions and the order of findings are the caller's business.
    /// </summary>
    public abstract IEnumerable<Diagnostic> Analyze(RuleContext context);
}
