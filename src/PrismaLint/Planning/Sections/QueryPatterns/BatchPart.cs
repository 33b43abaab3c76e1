using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Facts.Queries;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.QueryPatterns;

/// <summary>Writes of many rows.</summary>
internal static class BatchPart
{
    // Prisma cuts a statement for PostgreSQL at so many parameters; the protocol itself takes 65,535.
    private const int Parameters = 32_766;
    private const int Shown = 6;

    private static readonly string[] s_bulk = ["recipient", "event", "log", "item", "line", "score", "stat", "history", "attempt", "import", "message", "notification", "answer", "response", "entry", "row", "measurement", "participant"];

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Batch writes");
        var models = Find(context);
        if (models.Count == 0)
        {
            writer.Text("No model is named or shaped like rows that come in bulk.");
            return;
        }
        var limit = context.IsPostgreSql
            ? FormattableString.Invariant($"PostgreSQL's protocol takes 65,535 parameters for a statement, and Prisma stops at {Parameters:N0} and sends several: {Parameters:N0} divided by the columns written is the rows of one statement.")
            : "";
        writer.Text($"These models get many rows at once, by their names and shapes: counters, or lines of a parent (a proposal). One `createMany` each is one round trip instead of one a row. {limit}".TrimEnd());
        writer.Table(
            [SectionWriter.Column("Model"), SectionWriter.Figure("Columns written"), .. context.IsPostgreSql ? [SectionWriter.Figure("Rows a statement")] : Array.Empty<TableColumn>(), SectionWriter.Column(SkipsDuplicates(context) ? "`skipDuplicates` rests on" : "A second row fails on"), SectionWriter.Column("Nested under")],
            models.Take(Shown).Select(model => Row(context, model)));
        if (models.Count > Shown)
            writer.Text(FormattableString.Invariant($"And {models.Count - Shown} more: {PlanText.CodeList(models.Skip(Shown).Take(12).Select(model => model.Name))}{(models.Count > Shown + 12 ? ", …" : "")}."));
        writer.Code("ts", Snippet(context, models[0]));
        if (context.IsPostgreSql)
        {
            writer.Text($"A first load of {PlanText.Code(models[0].Name)} goes by `COPY` into a table beside it and by one statement from there. Prisma has no `COPY`; the driver has (`pg-copy-streams`).");
            writer.Sql(SqlRole.Query, Merge(context, models[0]), $"One statement for a list of rows as JSON, for {PlanText.Code(models[0].Name)}, by way of `$executeRaw`: one parameter, however many rows.");
        }
        Updates(context, writer, models);
        Together(context, writer, models[0]);
    }

    // An insert takes FOR KEY SHARE of the parent's row, which inserts beside it take too.
    private static void Together(PlanContext context, SectionWriter writer, ModelSymbol model)
    {
        if (!context.IsPostgreSql || context.Schema.RelationMode != RelationMode.ForeignKeys)
            return;
        var parent = model.ForeignKeys.FirstOrDefault(key => key.Fields.All(field => field.IsRequired));
        var locks = parent is null ? "" : $" Two that insert {PlanText.Code(model.Name)} of the same {PlanText.Code(parent.Target.Name)} do not wait for each other: the foreign key shares the lock of that row, and only its deletion or a change of its key waits.";
        var unique = Uniques(model).FirstOrDefault(index => index.Kind != IndexKind.PrimaryKey) ?? Uniques(model).FirstOrDefault();
        var order = unique is null ? "" : $" Where both may hold the same {PlanText.Code(string.Join(", ", unique.Fields.Select(field => field.Name)))}, each sorts its rows by it: in different orders they deadlock.";
        writer.Text($"Each portion is a transaction of its own; a list of them in {PlanText.Code("prisma.$transaction([…])")} is one, all or nothing. Writers at the same time hold a connection of the pool each (section 5).{locks}{order}");
    }

    private static IReadOnlyList<ModelSymbol> Find(PlanContext context)
    {
        var statistics = StatisticsTable.Find(context).Select(table => table.Model).ToArray();
        var lines = context.Models.Where(model => !statistics.Contains(model) && model.ForeignKeys.Any(key => key.Fields.Count == 1 && key.Fields[0].IsRequired && !key.IsOneToOne)
            && s_bulk.Any(word => Rules.Shared.Words.Squash(model.Name) is var name && (name.EndsWith(word, StringComparison.Ordinal) || name.EndsWith(word + "s", StringComparison.Ordinal) || name.EndsWith(word + "sum", StringComparison.Ordinal))));
        return [.. statistics.Concat(lines).OrderByDescending(model => context.Volumes.Of(model).PerMonth ?? 0)];
    }

    private static string[] Row(PlanContext context, ModelSymbol model)
    {
        var columns = Written(model).Count();
        return
        [
            PlanText.Code(model.Name),
            FormattableString.Invariant($"{columns}"),
            .. context.IsPostgreSql ? [FormattableString.Invariant($"{Parameters / Math.Max(1, columns):N0}")] : Array.Empty<string>(),
            Uniques(model) is { Length: > 0 } uniques ? PlanText.CodeList(uniques.Select(index => index.DeclaringField?.Name ?? index.Quote)) : "nothing: no unique but the generated id",
            PlanText.CodeList(model.ForeignKeys.Where(key => key.Relation?.Back is { IsList: true }).Select(key => key.Relation?.Back?.DisplayName).OfType<string>().Take(2)),
        ];
    }

    private static IEnumerable<FieldSymbol> Written(ModelSymbol model) =>
        model.Columns.Where(field => field is { IsIgnored: false } && field.Kind != FieldKind.Unsupported && field.Default?.Function is not ("autoincrement" or "dbgenerated"));

    private static IndexSymbol[] Uniques(ModelSymbol model) =>
        [.. ClientText.Selectors(model).Where(index => !index.Fields.Any(field => field.Default?.IsGeneratedIdentifier == true))];

    private static bool SkipsDuplicates(PlanContext context) => context.Schema.Provider is not (Provider.MongoDb or Provider.SqlServer or Provider.Sqlite);

    private static string Snippet(PlanContext context, ModelSymbol model)
    {
        var skip = Uniques(model).Length > 0 && SkipsDuplicates(context) ? ", skipDuplicates: true" : "";
        var rows = context.IsPostgreSql ? FormattableString.Invariant($" // {Parameters / Math.Max(1, Written(model).Count()):N0} rows go into one statement") : "";
        return $"await {ClientText.Delegate(model)}.createMany({{ data: rows{skip} }}){rows}";
    }

    private static string Merge(PlanContext context, ModelSymbol model)
    {
        var columns = Written(model).Where(field => !field.IsList && field.Scalar != ScalarType.Bytes && (field.IsRequired || field.ForeignKeysOver.Any()) && !field.IsUpdatedAt).Take(12).ToList();
        columns.AddRange(Written(model).Where(field => field.IsRequired && !columns.Contains(field) && !field.IsList && field.Default is null && field.Scalar != ScalarType.Bytes));
        var values = columns.Select(field => field.IsUpdatedAt ? "now()" : TableSql.Column("r", field));
        var read = columns.Where(field => !field.IsUpdatedAt).Select(field => $"{TableSql.Column(field)} {context.Sql.Type(field)}");
        return $"INSERT INTO {context.Sql.Table(model)} ({TableSql.Columns(columns)})\nSELECT {string.Join(", ", values)}\nFROM jsonb_to_recordset($1::jsonb) AS r({string.Join(", ", read)}){(Uniques(model).Length > 0 ? "\nON CONFLICT DO NOTHING" : "")};";
    }

    // A column that counts is read, changed and written: two at once lose one.
    private static void Updates(PlanContext context, SectionWriter writer, IReadOnlyList<ModelSymbol> models)
    {
        var parent = models.SelectMany(model => model.ForeignKeys).FirstOrDefault(key => key.Fields.Count == 1 && key.Relation?.Back is { IsList: true } && key.OnDelete == ReferentialAction.Cascade);
        if (parent is null || !context.Schema.Connector.IsSql)
            return;
        writer.Text($"Deletes: `deleteMany` of {PlanText.Code(parent.Target.Name)} deletes their {PlanText.Code(parent.Model.Name)} along by `Cascade`{(ModelReads.IsIndexed(context, parent) ? ", found by an index" : $", and scans {PlanText.Code(parent.Model.Name)} for each row since {PlanText.Code(parent.Fields[0].DisplayName)} has no index")}. More than some thousand rows go in portions, by id, so that no transaction lasts for minutes.");
    }
}
