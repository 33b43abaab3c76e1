using System.Collections.Generic;
using System.Linq;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Database;
using PrismaLint.Sql;

namespace PrismaLint.Planning.Changes;

/// <summary>Storage parameters of tables that are written in a way of their own.</summary>
internal static class StorageChanges
{
    public static IEnumerable<PlanChange> Find(PlanContext context) => context.StorageTunings.Select(tuning => Create(context, tuning));

    private static PlanChange Create(PlanContext context, StorageTuning tuning)
    {
        var model = PlanText.Code(tuning.Shape.Model.Name);
        return new PlanChange(PlanChangeKind.Storage, tuning.Shape.Model.Name, $"Set {PlanText.CodeList(tuning.Parameters.Select(parameter => parameter.Name))} of {model}", $"Of {model}: {tuning.Reason}")
        {
            RuleIds = context.Observed("PL8009").Any(found => found.Object == tuning.Shape.Model.Name) ? ["PL8009"] : [],
            Condition = tuning.Condition,
            Steps =
            [
                new PlanStep(MigrationPhase.Expand, MigrationStepKind.Sql, Describe(tuning))
                {
                    Sql = SqlPieces.WithTimeout(tuning.SetSql),
                    Lock = $"SHARE UPDATE EXCLUSIVE on {tuning.Table.DatabaseName}: neither reads nor writes wait, but VACUUM and other changes of the table",
                    Verification = VerifySql(tuning),
                    Expected = "true",
                    Rollback = SqlPieces.WithTimeout(tuning.ResetSql),
                    RollbackNote = "Rows that were written meanwhile stay where they are",
                },
            ],
        };
    }

    private static string Describe(StorageTuning tuning)
    {
        var what = tuning.CountsInserts ? "new rows" : "dead rows";
        var vacuum = tuning.ScaleFactor is { } factor ? $"Autovacuum comes at {Figures.Count(tuning.Threshold)} {what} and {(factor * 100).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture)} % of all rows" : null;
        var fill = tuning.FillFactor is { } percent ? $"inserts leave {100 - percent} % of each page free for updates; pages that are there keep as they are until VACUUM FULL or pg_repack writes them anew" : null;
        var text = string.Join("; ", new[] { vacuum, fill }.OfType<string>());
        return char.ToUpperInvariant(text[0]) + text.Substring(1);
    }

    /// <summary>Reads whether the table has the parameters.</summary>
    public static string VerifySql(StorageTuning tuning) =>
        $"SELECT reloptions @> ARRAY[{string.Join(", ", tuning.Parameters.Select(parameter => SqlText.Literal(parameter.Name + "=" + parameter.Value)))}] FROM pg_class WHERE oid = {SqlText.Literal(tuning.Table.Sql)}::regclass;";
}
