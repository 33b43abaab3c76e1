using PrismaLint.Planning.Document;

namespace PrismaLint.Reporting.Plans;

/// <summary>
/// A plan as one HTML file that loads nothing: styles and diagrams are inside of it. It is well-formed XML too, but for its first line.
/// </summary>
public static class PlanHtml
{
    /// <param name="plan">The plan.</param>
    /// <param name="help">Where the pages of rules are; without it ids of rules lead to a list at the end.</param>
    public static string Write(PlanDocument plan, HelpLinks? help = null) => new PlanPage(plan, help ?? HelpLinks.None).Write();
}
