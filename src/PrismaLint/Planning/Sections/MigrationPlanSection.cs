using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Sections.Migration;

namespace PrismaLint.Planning.Sections;

/// <summary>Section 7.</summary>
internal static class MigrationPlanSection
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        if (!context.IsPostgreSql)
        {
            OtherProviders.Write(context, writer);
            return;
        }
        var waves = Wave.Of(context.Changes);
        if (waves.Count == 0)
            writer.Text("No finding asks for a change of the database: there is nothing to migrate.");
        else
            MigrationOverview.Write(waves, writer);
        DatabaseState.Write(context, writer);
        foreach (var wave in waves)
            WaveParts.Write(context, wave, writer);
        RollbackPart.Write(waves, writer);
    }
}
