using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Sections.Testing;

namespace PrismaLint.Planning.Sections;

/// <summary>Section 8.</summary>
internal static class TestingSection
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        ConstraintTestsPart.Write(context, writer);
        PrismaTestsPart.Write(context, writer);
        IntegrityPart.Write(context, writer);
        IsolationPart.Write(context, writer);
        LoadPart.Write(context, writer);
        SeedPart.Write(context, writer);
        writer.Part("Performance checklist").Checklist(PerformanceChecklist.Of(context));
    }
}
