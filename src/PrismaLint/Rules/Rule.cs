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
    /// The option without which the rule finds nothing: a policy whose value only the team knows. A run in which the rule is on and
    /// the option not set says so (PL0012).
    /// </summary>
    public virtual RuleOption? NeededOption => null;

    /// <summary>
    /// What the rule says of a model hangs on nothing that it counts over other models, so that a large schema may be
    /// handed to it in parts (<see cref="RuleContext.InParts"/>).
    /// </summary>
    public virtual bool JudgesModelsOneByOne => false;

    /// <summary>
    /// Finds what the rule is about. Severities, suppressions and the order of findings are the caller's business.
    /// </summary>
    public abstract IEnumerable<Diagnostic> Analyze(RuleContext context);
}
