using System.Collections.Generic;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>A kind of difference between schema and database.</summary>
public abstract class DriftRule : LiveRule
{
    private readonly string[] _sources;

    /// <param name="descriptor">The words.</param>
    /// <param name="sources">What it needs besides the tables and their columns.</param>
    private protected DriftRule(RuleDescriptor descriptor, params string[] sources)
        : base(descriptor) => _sources = [EvidenceSource.Relations, EvidenceSource.Columns, .. sources];

    protected sealed override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        foreach (var source in _sources)
        {
            // That some tables were locked is said once, where missing ones are looked for.
            if (context.Snapshot.StateOf(source).Kind != EvidenceStateKind.Partial && !context.Has(source, Descriptor.Name))
                return [];
        }
        return Compare(new DriftScope(context), context);
    }

    private protected abstract IEnumerable<Diagnostic> Compare(DriftScope drift, LiveContext context);
}
