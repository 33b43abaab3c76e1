using PrismaLint.Planning.Facts;

namespace PrismaLint.Planning.Sections;

/// <summary>Section 7.</summary>
internal static class MigrationPlanSection
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Text($"{context.Models.Count} models");
    }
}
