using PrismaLint.Planning.Facts;

namespace PrismaLint.Planning.Sections;

/// <summary>Section 1.</summary>
internal static class MigrationPlanSection
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Text($"{context.Models.Count} models");
    }
}
