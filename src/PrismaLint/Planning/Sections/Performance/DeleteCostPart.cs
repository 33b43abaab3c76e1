using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Database;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Performance;

/// <summary>The parents whose deletes read most tables whole.</summary>
internal static class DeleteCostPart
{
    private const int Worst = 5;

    public static void Write(PlanContext context, SectionWriter writer)
    {
        if (context.Schema.RelationMode != RelationMode.ForeignKeys)
            return;
        DeleteReach[] reaches =
        [
            .. context.Models.Where(model => model.ReferencingKeys.Count > 0).Select(model => DeleteReach.Of(context, model))
                .Where(reach => reach.Unindexed.Count > 0)
                .OrderByDescending(reach => reach.Unindexed.Count)
                .ThenByDescending(reach => reach.Deleted.Count),
        ];
        if (reaches.Length == 0)
            return;
        writer.Heading("What a delete costs today");
        writer.Text("The delete of one row, with all that goes with it by `Cascade`: for each row that goes, the database looks for rows of every foreign key that refers to it, and reads the whole table where no index serves the key.");
        writer.Table(
            [SectionWriter.Column("One row of"), SectionWriter.Figure("Models that lose rows"), SectionWriter.Figure("Foreign keys looked at"), SectionWriter.Figure("Without an index"), SectionWriter.Column("Tables read whole")],
            reaches.Take(Worst).Select(reach => (IReadOnlyList<string>)
            [
                PlanText.Code(reach.Model.Name), Numbers.Text(reach.Deleted.Count), Numbers.Text(reach.Keys.Count), Numbers.Text(reach.Unindexed.Count), Tables(context, reach),
            ]));
    }

    private static string Tables(PlanContext context, DeleteReach reach)
    {
        ModelSymbol[] models = [.. reach.Unindexed.Select(key => key.Model).Distinct().OrderByDescending(model => context.Volumes.Of(model).Rows ?? -1)];
        var rows = models.Sum(model => context.Volumes.Of(model).Rows ?? 0);
        return PlanFigures.Names(models, 4) + (rows > 0 ? $": {Figures.Count(rows, "row")} known" : "");
    }
}
