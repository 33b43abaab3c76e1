using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Changes;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Database;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Performance;

/// <summary>Vacuum and fill factor of the tables that are written in a way of their own, and rows that have to go.</summary>
internal static class VacuumPart
{
    private const int Shown = 12;

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Vacuum and fill factor");
        if (!context.IsPostgreSql)
        {
            writer.Text($"VACUUM, fill factors and heap-only updates are PostgreSQL's; nothing of it applies to {context.Schema.Connector.DisplayName}.");
            WriteExpiry(context, writer);
            return;
        }
        var tunings = context.StorageTunings;
        if (tunings.Count == 0)
            writer.Text(Nothing(context));
        else
            WriteTunings(context, writer, tunings);
        WriteCounters(context, writer);
        writer.List(FindingTexts.Of(context, Shown, "PL8009", "PL8008", "PL8049"));
        WriteExpiry(context, writer);
    }

    private static string Nothing(PlanContext context)
    {
        var resting = StorageTunings.SeenAtRest(context);
        var small = context.Models.Except(resting).Where(model => context.Shapes.Of(model).Traits.Any(fact => fact.Trait is TableTrait.UpdatedInPlace or TableTrait.Queue or TableTrait.ShortLived) && context.Volumes.Of(model).Rows is not null).ToArray();
        return "No table asks for other parameters than the server's: "
            + (resting.Count > 0 ? $"of {PlanFigures.Names(resting.Select(model => model.Name))}, which {(resting.Count == 1 ? "changes" : "change")} in place by {(resting.Count == 1 ? "its name and columns" : "their names and columns")}, the database counts changes of less than 1 % of the rows{Since(context)}; " : "")
            + (small.Length > 0
                ? $"{PlanFigures.Names(small.Select(model => model.Name))} {(small.Length == 1 ? "changes" : "change")} in place, with fewer than 100,000 rows as known, of which a fifth is soon vacuumed."
                : $"no {(resting.Count > 0 ? "other " : "")}column counts, moves on, expires or waits for work.");
    }

    private static string Since(PlanContext context) => context.Live?.Snapshot.StatisticsDays is { } days ? $" in {Figures.Count(Math.Floor(days), "day")}" : "";

    private static void WriteTunings(PlanContext context, SectionWriter writer, IReadOnlyList<StorageTuning> tunings)
    {
        var conditional = tunings.Count(tuning => tuning.Condition is not null);
        writer.Text($"{Figures.Count(tunings.Count, "table")} {(tunings.Count == 1 ? "is" : "are")} written in a way that the defaults (vacuum at a fifth of the rows, full pages) do not fit"
            + (conditional == 0 ? "." : conditional == tunings.Count ? ", if they are large: their rows are not known." : $"; the rows of {Numbers.Text(conditional)} are not known, and theirs wait for a condition.")
            + " Room on the page lets an update stay there; it helps where no index holds what changes.");
        writer.Table(
            [SectionWriter.Column("Model"), SectionWriter.Column("Why"), SectionWriter.Figure("Rows"), SectionWriter.Column("Vacuum by default"), SectionWriter.Column("Vacuum with the change"), SectionWriter.Figure("Fill factor"), SectionWriter.Column("Only if")],
            tunings.Select(tuning => Row(context, tuning)));
        writer.Details("Statements", inner => inner
            .Sql(SqlRole.Change, "SET lock_timeout = '2s';\n" + string.Join("\n", tunings.Select(tuning => tuning.SetSql)), "Each takes SHARE UPDATE EXCLUSIVE: reads and writes go on. A fill factor counts for pages written from then on.")
            .Sql(SqlRole.Verification, string.Join("\n", tunings.Select(StorageChanges.VerifySql)), "True, each:")
            .Sql(SqlRole.Rollback, "SET lock_timeout = '2s';\n" + string.Join("\n", tunings.Select(tuning => tuning.ResetSql))));
    }

    private static IReadOnlyList<string> Row(PlanContext context, StorageTuning tuning)
    {
        var what = tuning.CountsInserts ? "new" : "dead";
        var (before, after) = tuning.ScaleFactor is not { } factor ? ("–", "–")
            : tuning.Rows is { } rows
                ? ($"{Numbers.Text(StorageTunings.DefaultThreshold(context, rows, tuning.CountsInserts))} {what} rows", $"{Numbers.Text(tuning.Threshold + (factor * rows))} {what} rows")
                : ($"20 % {what} rows", $"{Numbers.Text(tuning.Threshold)} and {Figures.Percent(factor)} {what} rows");
        return
        [
            PlanText.Code(tuning.Shape.Model.Name), tuning.Reason, tuning.Rows is { } known ? Numbers.Text(known) : "–", before, after,
            tuning.FillFactor is { } fill ? Numbers.Text(fill) : NoFill(context, tuning), tuning.Condition ?? "–",
        ];
    }

    private static string NoFill(PlanContext context, StorageTuning tuning) =>
        !tuning.CountsInserts && tuning.Shape.Is(TableTrait.UpdatedInPlace) && StorageTunings.FreeColumns(context, tuning.Shape).All(column => column == tuning.Shape.Columns.Changed) ? "100: what changes is indexed" : "100";

    private static void WriteCounters(PlanContext context, SectionWriter writer)
    {
        if (context.Live is not { } live)
            return;
        var rows = context.Models.Select(model => (Model: model, Statistics: live.Map.TableOf(model)?.Statistics))
            .Where(row => row.Statistics is { Updated: >= 1000 })
            .OrderByDescending(row => row.Statistics?.Updated)
            .Take(Shown)
            .Select(row => (IReadOnlyList<string>)
            [
                PlanText.Code(row.Model.Name), Numbers.Text(row.Statistics?.Updated ?? 0), Figures.Percent((row.Statistics?.HotUpdated ?? 0) / (double)Math.Max(1, row.Statistics?.Updated ?? 1)),
                Numbers.Text(row.Statistics?.DeadRows ?? 0), row.Statistics?.LastVacuum?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "none counted",
            ])
            .ToArray();
        if (rows.Length > 0)
            writer.Text("The tables with most updates, as the database counts them:");
        writer.Table([SectionWriter.Column("Model"), SectionWriter.Figure("Updates"), SectionWriter.Figure("On their page"), SectionWriter.Figure("Dead rows"), SectionWriter.Column("Last vacuum")], rows);
    }

    private static void WriteExpiry(PlanContext context, SectionWriter writer)
    {
        TableShape[] shapes = [.. context.Shapes.With(TableTrait.ShortLived).Where(shape => shape.Columns.Expires is not null)];
        if (shapes.Length == 0)
            return;
        writer.Heading("Rows that expire");
        if (!context.Schema.Connector.IsSql)
        {
            writer.Text($"An index with {PlanText.Code("expireAfterSeconds")} makes MongoDB delete them by itself. Prisma declares no such index, and it has to be made beside the schema: {PlanText.CodeList(shapes.Select(shape => shape.Columns.Expires?.DisplayName).OfType<string>())}.");
            return;
        }
        writer.Text("The database does not delete them by itself; where nobody needs them afterwards a job does, a few thousand at a time.");
        writer.List(shapes.Select(shape => Expiry(shape)));
        if (!context.IsPostgreSql)
            return;
        var deletes = shapes.Select(shape => DeleteSql(context, shape)).OfType<string>().ToArray();
        if (deletes.Length > 0)
            writer.Details("Deletes for that job, to be repeated until no row is left", inner => Array.ForEach(deletes, sql => inner.Sql(SqlRole.Query, sql)));
    }

    private static string Expiry(TableShape shape)
    {
        var expires = shape.Columns.Expires;
        if (expires is null)
            return "";
        var index = shape.Model.Indexes.FirstOrDefault(candidate => candidate.Columns.Count > 0 && candidate.Columns[0].Field == expires);
        var name = PlanText.Code(expires.DisplayName);
        return index is not null ? $"{name}: {PlanText.Code(index.Quote)} finds them" : $"{name}: no index begins with it, so the job reads the whole of {PlanText.Code(shape.Model.Name)}";
    }

    private static string? DeleteSql(PlanContext context, TableShape shape)
    {
        if (shape.Columns.Expires is not { } expires || context.Database.TableOf(shape.Model) is not { PrimaryKey: { } key } table)
            return null;
        // Prisma writes UTC into columns without a time zone.
        var now = expires.NativeType?.Name == "Timestamptz" ? "now()" : "now() AT TIME ZONE 'UTC'";
        var id = SqlPieces.Names(key.Columns);
        return $"DELETE FROM {table.Sql} WHERE ({id}) IN (SELECT {id} FROM {table.Sql} WHERE {SqlPieces.Name(expires.ColumnName)} < {now} LIMIT 5000);";
    }
}
