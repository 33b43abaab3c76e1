using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Facts.Queries;
using PrismaLint.Rules.Database;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Performance;

/// <summary>Which indexes are to be built, in which order, and what they are worth.</summary>
internal static class IndexPlanPart
{
    private const int FirstOnes = 12;

    private static readonly TableColumn[] s_columns =
    [
        SectionWriter.Figure("#"), SectionWriter.Column("Model"), SectionWriter.Column("Columns"), SectionWriter.Column("Serves"), SectionWriter.Column("Without it, a delete of the parent"),
        SectionWriter.Figure("Models whose deletes come by"), SectionWriter.Figure("Size at most"), SectionWriter.Column("Rule"),
    ];

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Index implementation plan");
        var indexes = context.Indexes.All;
        if (!context.IsPostgreSql)
            WriteOther(context, writer);
        else if (indexes.Count == 0)
            writer.Text(Nothing(context));
        else
            WriteIndexes(context, writer, indexes);
        DeleteCostPart.Write(context, writer);
        WriteRemovals(context, writer);
        IndexQuestionPart.Write(context, writer);
    }

    // Elsewhere Prisma's own statement builds them, and there is no other way to be planned.
    private static void WriteOther(PlanContext context, SectionWriter writer)
    {
        var missing = FindingTexts.Of(context, 25, "PL3001", "PL3013");
        if (missing.Count > 0)
            writer.Text($"No SQL is planned for {context.Schema.Connector.DisplayName}: the indexes come with the next migration, once the schema declares them.").List(missing);
        else
            writer.Text(context.Models.SelectMany(model => model.ForeignKeys).Any()
                ? $"No relation lacks an index{(context.Schema.Connector.IndexesForeignKeys && context.Schema.RelationMode == RelationMode.ForeignKeys ? $": {context.Schema.Connector.DisplayName} makes those of foreign keys by itself" : "")}."
                : "The schema has no relation that an index would have to serve.");
    }

    private static string Nothing(PlanContext context)
    {
        ForeignKeySymbol[] keys = [.. context.Models.SelectMany(model => model.ForeignKeys)];
        var without = keys.Where(key => !DeleteReach.HasIndex(context, key)).ToArray();
        var held = keys.Length == 0 ? "The schema has no foreign key" : without.Length == 0
            ? $"An index serves each of the {Figures.Count(keys.Length, "foreign key")}"
            : $"{Numbers.Text(without.Length)} of the {Figures.Count(keys.Length, "foreign key")} have no index ({Numbers.Names(without.Select(key => key.DisplayName))}), and the settings of the run leave them alone";
        return held + ". No recommended change builds an index.";
    }

    private static void WriteIndexes(PlanContext context, SectionWriter writer, IReadOnlyList<PlannedIndex> indexes)
    {
        writer.Text(Summary(context, indexes));
        var ranks = indexes.Select((index, i) => (index, i)).ToDictionary(pair => pair.index, pair => pair.i + 1);
        if (indexes.Count > FirstOnes)
        {
            writer.Heading("The first twelve");
            writer.Table(s_columns, indexes.Take(FirstOnes).Select(index => Row(context, index, ranks[index])));
        }
        foreach (var domain in context.Domains.All)
        {
            PlannedIndex[] own = [.. indexes.Where(index => context.Domains.Of(index.Model) == domain)];
            if (own.Length == 0)
                continue;
            writer.Details($"{PlanText.Words(domain.Name)}: {Figures.Count(own.Length, own.Length == 1 ? "index" : "indexe")} on {Figures.Count(own.Select(index => index.Model).Distinct().Count(), "table")}", inner =>
            {
                inner.Table(s_columns, own.Select(index => Row(context, index, ranks[index])));
                inner.Sql(SqlRole.Change, string.Join("\n", own.Select(index => index.Sql)));
            });
        }
        writer.List(Wider(context, indexes));
        writer.Text("Each statement runs alone, outside of a transaction: with Prisma Migrate that is a migration of one statement for each (PL9002). A build waits for the transactions that were open when it began.");
        writer.Text(Memory(context));
        writer.Sql(SqlRole.Monitoring, IndexQueries.Progress, "How far a running build is:");
        writer.Sql(SqlRole.Monitoring, IndexQueries.Invalid(context), "What a build that failed leaves behind, to be dropped and built again (PL8005):");
    }

    // A query that was told may want more columns behind those of a key: one index does for both.
    private static IEnumerable<string> Wider(PlanContext context, IReadOnlyList<PlannedIndex> indexes)
    {
        foreach (var query in HotQueryFact.Find(context))
        {
            if (query.Shape is not { } shape || query.Service.Kind >= QueryServiceKind.AllButLast)
                continue;
            var wanted = QueryIndexes.Wanted(shape);
            var narrow = indexes.FirstOrDefault(index => index is { IsUnique: false, IsPartial: false } && index.Model == shape.Model && index.Columns.Count < wanted.Count
                && index.Columns.Select(column => column.Field).SequenceEqual(wanted.Take(index.Columns.Count).Select(part => part.Field)));
            if (narrow is not null)
                yield return $"{PlanText.Words(query.Query.Name)} ({context.Inputs.PlaceOf(query.Query)}) wants {PlanText.Code(QueryIndexes.Declaration(wanted))} of {PlanText.Code(shape.Model.Name)}: it serves {PlanText.CodeList(narrow.Columns.Select(column => column.Field.Name))} as well, and takes the place of the index over that alone, which would be its beginning (PL3004)";
        }
    }

    private static string Summary(PlanContext context, IReadOnlyList<PlannedIndex> indexes)
    {
        var tables = indexes.Select(index => index.Model).Distinct().ToArray();
        var keys = indexes.SelectMany(index => index.Keys).ToArray();
        var writing = keys.Count(key => key.OnDelete is ReferentialAction.Cascade or ReferentialAction.SetNull or ReferentialAction.SetDefault);
        var known = indexes.Where(index => context.Volumes.Of(index.Model).Rows is not null).ToArray();
        var size = known.Sum(index => index.EntryBytes * (context.Volumes.Of(index.Model).Rows ?? 0));
        return $"{Indexes(indexes.Count)} on {Figures.Count(tables.Length, "table")}"
            + (keys.Length == 0 ? "" : $", for {Figures.Count(keys.Length, "foreign key")} without one, {Numbers.Text(writing)} of them with `Cascade` or `SetNull`")
            + (known.Length == 0 ? $". Rows are unknown, so sizes stand for each row; {PlanText.Code("models")} in the inputs or a snapshot would give them" : $". Those on tables of known rows take {Figures.Size(size)} at most")
            + ". Order: tables with known rows first, the largest before the others; then keys whose rows a delete of the parent changes; then keys whose parent goes with rows of most other models, since the table is read once for each parent row that goes. Sizes are estimates from the types of columns, and upper bounds: a B-tree keeps equal values together.";
    }

    private static string Indexes(int count) => count == 1 ? "1 index" : Numbers.Text(count) + " indexes";

    private static IReadOnlyList<string> Row(PlanContext context, PlannedIndex index, int rank) =>
    [
        Numbers.Text(rank), PlanText.Code(index.Model.Name), PlanText.CodeList(index.Columns.Select(column => column.Field.Name)) + (index.IsUnique ? " (unique)" : "") + (index.IsPartial ? " (partial)" : ""),
        index.Keys.Count == 0 ? index.Change.Reason : string.Join("; ", index.Keys.Select(key => $"{PlanText.Code(key.RelationField.Name)} → {PlanText.Code(key.Target.Name)}")),
        index.Keys.Count == 0 ? "–" : string.Join("; ", index.Keys.Select(key => Cost(context, key)).Distinct()),
        index.Keys.Count == 0 ? "–" : Numbers.Text(index.ReachedFrom),
        Numbers.Size(index.EntryBytes, context.Volumes.Of(index.Model).Rows), string.Join(", ", index.Change.RuleIds),
    ];

    private static string Cost(PlanContext context, ForeignKeySymbol key)
    {
        var all = context.Volumes.Of(key.Model).Rows is { } rows ? $"reads {Figures.Count(rows, "row")}" : "reads the table";
        return key.OnDelete switch
        {
            ReferentialAction.Cascade => all + " for those to delete",
            ReferentialAction.SetNull => all + " for those to set to null",
            ReferentialAction.SetDefault => all + " for those to set to the default",
            _ => all + " to see that none refers to it",
        };
    }

    private static string Memory(PlanContext context)
    {
        var now = context.Live?.Snapshot.FindSetting("maintenance_work_mem") is { } text && double.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var kilobytes)
            ? $" (now {Figures.Size(kilobytes * 1024)})"
            : "";
        // A twentieth of the memory, and more than a gigabyte helps no build.
        return context.Inputs.DatabaseMemory is { } gigabytes
            ? $"`maintenance_work_mem`{now}: `SET maintenance_work_mem = '{Numbers.Text(System.Math.Min(1024, System.Math.Max(64, gigabytes * 1024 / 20))).Replace(",", "")}MB'` in the session that builds, a twentieth of the {Figures.Real(gigabytes)} GB told ({context.Inputs.PlaceOf("capacity.database_memory_gb")}), 1 GB at most."
            : $"`maintenance_work_mem`{now} bounds what a build sorts in memory; how much the server can spare is not told (`capacity.database_memory_gb`).";
    }

    private static void WriteRemovals(PlanContext context, SectionWriter writer)
    {
        PlanChange[] removals = [.. context.Changes.Where(change => change.Kind == PlanChangeKind.IndexRemoval)];
        if (removals.Length == 0)
            return;
        writer.Heading("Indexes that go");
        writer.Table(
            [SectionWriter.Column("Model"), SectionWriter.Column("What"), SectionWriter.Column("Why"), SectionWriter.Column("Only if")],
            removals.Select(change => (IReadOnlyList<string>)[PlanText.Code(change.Subject), change.Title, change.Reason + (change.RuleIds.Count > 0 ? $" ({string.Join(", ", change.RuleIds)})" : ""), change.Condition ?? "–"]));
        writer.Details("Statements", inner => inner.Sql(SqlRole.Change, string.Join("\n", removals.SelectMany(change => change.Steps).Where(step => step.Kind == MigrationStepKind.Sql).Select(step => step.Sql).OfType<string>())));
    }
}
