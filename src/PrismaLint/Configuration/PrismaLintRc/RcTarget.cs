using System.Collections.Generic;
using PrismaLint.Rules;

namespace PrismaLint.Configuration.PrismaLintRc;

/// <summary>A rule here that a rule of prisma-lint turns on.</summary>
/// <param name="Rule">The rule's words.</param>
/// <param name="Values">Its options and their values.</param>
internal sealed record RcTarget(RuleDescriptor Rule, params (RuleOption Option, object? Value)[] Values)
{
    /// <summary>An option that prisma-lint was given no value for is not set.</summary>
    public IEnumerable<(RuleOption Option, object Value)> Set
    {
        get
        {
            foreach (var (option, value) in Values)
            {
                if (value is not null)
                    yield return (option, value);
            }
        }
    }
}
