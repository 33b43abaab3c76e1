using System.Collections.Generic;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules;

/// <summary>
/// A check of a live database: a pure function of schema, snapshot and options. Without a snapshot it has nothing to judge. It is on
/// whatever its severity, unless its descriptor says otherwise: who hands in a snapshot asks for what it shows.
/// </summary>
public abstract class LiveRule : Rule
{
    protected LiveRule(RuleDescriptor descriptor)
        : base(descriptor)
    {
    }

    public sealed override IEnumerable<Diagnostic> Analyze(RuleContext context) =>
        context.Live is { } evidence ? Judge(new LiveContext(this, context, evidence)) : [];

    /// <summary>Compares what is there with what should be.</summary>
    protected abstract IEnumerable<Diagnostic> Judge(LiveContext context);
}
