using PrismaLint.Planning.Facts;

namespace PrismaLint.Planning.Sections;

/// <summary>What stands before the sections: what was read, and which sections are blind for want of what.</summary>
internal static class Preface
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Text($"{context.Models.Count} models of `{context.Source.Path}`");
    }
}
