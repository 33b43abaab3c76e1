using System;
using System.Collections.Generic;
using PrismaLint.Rules;

namespace PrismaLint.Configuration.PrismaLintRc;

/// <summary>A rule of prisma-lint and what stands for it here.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rules">The rules that are off where it is off.</param>
/// <param name="Options">Its options.</param>
/// <param name="Apply">The rules that are on where it is on; given the values of its options by name.</param>
internal sealed record RcRule(
    string Name, IReadOnlyList<RuleDescriptor> Rules, IReadOnlyList<RcOption> Options, Func<IReadOnlyDictionary<string, object>, IEnumerable<RcTarget>> Apply)
{
    /// <summary>Its comments take the names that they concern.</summary>
    public bool TakesNames { get; init; }
}
