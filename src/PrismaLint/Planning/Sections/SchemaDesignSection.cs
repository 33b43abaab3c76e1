using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Sections.SchemaDesign;

namespace PrismaLint.Planning.Sections;

/// <summary>Section 2: diagrams, a definition of each table, and what its shapes ask for.</summary>
internal static class SchemaDesignSection
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        EntityDiagrams.Write(context, writer);
        new TableDefinitions(context).Write(writer);
        IndexStrategyPart.Write(context, writer);
        KeyPart.Write(context, writer);
        DataTypePart.Write(context, writer);
        ConstraintPart.Write(context, writer);
        NormalFormPart.Write(context, writer);
        ShapePart.Write(context, writer);
        TemporalPart.Write(context, writer);
        TimeZonePart.Write(context, writer);
        FilePart.Write(context, writer);
        PartitionPart.Write(context, writer);
        RoutinePart.Write(context, writer);
    }
}
