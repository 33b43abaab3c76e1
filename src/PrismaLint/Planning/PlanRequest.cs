using System.Collections.Generic;
using PrismaLint.Planning.Inputs;

namespace PrismaLint.Planning;

/// <summary>What a plan is to be made of.</summary>
/// <param name="Schema">The schema.</param>
public sealed record PlanRequest(SchemaSource Schema)
{
    /// <summary>The settings of <c>check</c>: rules, options, the database. The plan recommends what a run with them reports.</summary>
    public LintOptions Options { get; init; } = LintOptions.Default;

    /// <summary>What was told.</summary>
    public PlanInputs Inputs { get; init; } = PlanInputs.None;

    /// <summary>The numbers of the sections to write, 1 to 8; empty: all.</summary>
    public IReadOnlyCollection<int> Sections { get; init; } = [];
}
