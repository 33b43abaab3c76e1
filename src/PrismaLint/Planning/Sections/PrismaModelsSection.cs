using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Sections.Models;

namespace PrismaLint.Planning.Sections;

/// <summary>Section 3.</summary>
internal static class PrismaModelsSection
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        SchemaDiffPart.Write(context, writer);
        TemplatePart.Write(context, writer);
        RelationsPart.Write(context, writer);
        GeneratorsPart.Write(context, writer);
        TypesPart.Write(context, writer);
        ExtensionsPart.Write(context, writer);
    }
}
