using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Sections.Overview;

namespace PrismaLint.Planning.Sections;

/// <summary>Section 1: what the schema is, its domains, volume and growth, targets and consistency, and what only the team can answer.</summary>
internal static class OverviewSection
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        SchemaPart.Write(context, writer);
        if (context.Models.Count == 0)
            return;
        DomainPart.Write(context, writer);
        VolumePart.Write(context, writer);
        TargetPart.Write(context, writer);
        ConsistencyPart.Write(context, writer);
        QuestionPart.Write(context, writer);
        DisagreementPart.Write(context, writer);
    }
}
