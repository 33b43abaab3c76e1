using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Sections.Performance;

namespace PrismaLint.Planning.Sections;

/// <summary>Section 5: indexes and what they cost, queries, connections, caches, vacuum, monitoring, and what comes when one server is not enough.</summary>
internal static class PerformanceSection
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        IndexPlanPart.Write(context, writer);
        IndexCostPart.Write(context, writer);
        QueryPart.Write(context, writer);
        ConnectionPart.Write(context, writer);
        CachePart.Write(context, writer);
        VacuumPart.Write(context, writer);
        MonitoringPart.Write(context, writer);
        ScalePart.Write(context, writer);
    }
}
