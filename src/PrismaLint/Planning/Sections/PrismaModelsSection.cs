using PrismaLint.Planning.Facts;

namespace PrismaLint.Planning.Sections;

/// <summary>Section 3.</summary>
internal static class PrismaModelsSection
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Text($"{context.Models.Count} models");
    }
}
