using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;

namespace PrismaLint.Planning.Sections;

/// <summary>Section 1.</summary>
internal static class OverviewSection
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Table([SectionWriter.Column("Domain"), SectionWriter.Figure("Models"), SectionWriter.Column("m")],
            context.Domains.All.Select(d => new[] { d.Name, d.Models.Count.ToString(), string.Join(" ", d.Models.Select(m => m.Name)) }));
    }
}
