using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Facts.Queries;
using PrismaLint.Planning.Sections.QueryPatterns;

namespace PrismaLint.Planning.Sections;

/// <summary>Section 4.</summary>
internal static class QueryPatternsSection
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        var reads = ModelReads.Find(context);
        HotQueriesPart.Write(context, writer);
        WorkloadPart.Write(context, writer);
        ReadsPart.Write(context, writer, reads);
        PaginationPart.Write(context, writer);
        BatchPart.Write(context, writer);
        TreesPart.Write(context, writer);
        LatestPart.Write(context, writer);
        AggregatesPart.Write(context, writer);
        SearchPart.Write(context, writer);
        TransactionsPart.Write(context, writer);
        RawPart.Write(context, writer);
    }
}
