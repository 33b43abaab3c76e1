using System.Collections.Generic;

namespace PrismaLint.Reporting.Plans;

/// <summary>An entry of the table of contents.</summary>
/// <param name="Number">Its number; of a part of a section empty.</param>
/// <param name="Title">Its title, a text of a plan.</param>
/// <param name="Anchor">The id that it leads to.</param>
internal sealed record PlanPart(string Number, string Title, string Anchor)
{
    /// <summary>The parts inside.</summary>
    public List<PlanPart> Inner { get; } = [];
}
