using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Facts.Queries;
using PrismaLint.Rules.Database;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.QueryPatterns;

/// <summary>Include and select: what a read of each model opens, and what it should leave closed.</summary>
internal static class ReadsPart
{
    private const int Hubs = 8;
    private const int Snippets = 3;
    private const int Page = 50;

    public static void Write(PlanContext context, SectionWriter writer, IReadOnlyList<ModelReads> all)
    {
        writer.Part("Reading relations: include and select");
        var lists = all.SelectMany(reads => reads.Lists).ToArray();
        if (lists.Length == 0)
        {
            writer.Text($"{PlanFigures.NoneOf(all.Count, "model")} has a list of another one: no `include` grows with the rows.");
            return;
        }
        var slow = lists.Where(list => !list.IsIndexed).ToArray();
        writer.Text(FormattableString.Invariant($"{Figures.Count(lists.Length, "relation")} of {Figures.Count(all.Count(reads => reads.Lists.Count > 0), "model")} {Figures.Verb(lists.Length, "is a list", "are lists")}. `include` of a list without `take` reads all its rows, however many a parent gets.")
            + (slow.Length == 0 ? " An index finds the rows of each." : FormattableString.Invariant($" {slow.Length} of them {(slow.Length == 1 ? "has" : "have")} no index that finds the rows of a parent, so that each read of {(slow.Length == 1 ? "it" : "one of them")} scans the child table{Rule(context)}.")));
        var hubs = all.Where(reads => reads.Lists.Count > 1).OrderByDescending(reads => reads.Lists.Count).ThenByDescending(reads => reads.Model.ReferencingKeys.Count).Take(Hubs).ToArray();
        if (hubs.Length > 0)
        {
            writer.Text("The models that most lists lead from:");
            writer.Table(Columns, hubs.Select(Row));
        }
        foreach (var hub in hubs.Take(Snippets))
            writer.Code("ts", Snippet(all, hub));
        Leave(context, writer, all);
        writer.Details(FormattableString.Invariant($"All {all.Count} models"), details => details.Table(Columns, all.Select(Row)));
        Nested(context, writer, all);
    }

    private static IReadOnlyList<TableColumn> Columns { get; } =
    [
        SectionWriter.Column("Model"), SectionWriter.Figure("Lists"), SectionWriter.Column("Lists without an index"), SectionWriter.Column("Left out by `select`"), SectionWriter.Column("`findUnique` by"),
    ];

    private static string[] Row(ModelReads reads) =>
    [
        PlanText.Code(reads.Model.Name),
        FormattableString.Invariant($"{reads.Lists.Count}"),
        Cut([.. reads.Lists.Where(list => !list.IsIndexed).Select(list => list.Field.Name)]),
        Cut([.. reads.Wide.Concat(reads.Secrets).Distinct().Select(field => field.Name)]),
        PlanText.CodeList(ClientText.Selectors(reads.Model).Select(ClientText.Selector)),
    ];

    private static string Cut(IReadOnlyList<string> names) => PlanFigures.Names(names, 4);

    private static string Rule(PlanContext context) => context.Report.Visible.Any(finding => finding.Id == "PL8002") ? " (PL8002)" : context.Report.Visible.Any(finding => finding.Id == "PL3001") ? " (PL3001)" : "";

    private static string Snippet(IReadOnlyList<ModelReads> all, ModelReads hub)
    {
        var lines = new List<string> { $"await {ClientText.Delegate(hub.Model)}.findUnique({{" };
        if (ClientText.Selectors(hub.Model).FirstOrDefault() is { } key)
            lines.Add($"  where: {{ {ClientText.Selector(key)} }},");
        lines.Add("  select: {");
        lines.Add($"    {Fields(hub)},");
        // The lists whose rows have lists of their own lead on.
        foreach (var list in hub.Lists.OrderBy(list => list.Key is { } author && LatestPair.IsAuthor(author)).ThenByDescending(list => list.Field.TargetModel?.ReferencingKeys.Count ?? 0).Take(3))
        {
            if (all.FirstOrDefault(reads => reads.Model == list.Field.TargetModel) is not { } child)
                continue;
            var ids = TableSql.Key(child.Model);
            var moment = MomentFields.Of(child.Model) ?? (ids.Count > 0 ? ids[0] : null);
            lines.Add(FormattableString.Invariant($"    {list.Field.Name}: {{ take: {Page}, {(moment is null ? "" : $"orderBy: {{ {moment.Name}: 'desc' }}, ")}select: {{ {Fields(child)} }} }},{(list.IsIndexed ? "" : " // no index finds these rows")}"));
        }
        lines.Add("  },");
        lines.Add("})");
        return string.Join("\n", lines);
    }

    private static string Fields(ModelReads reads)
    {
        var key = TableSql.Key(reads.Model);
        return string.Join(", ", key.Concat(reads.Narrow.Where(field => !key.Contains(field) && !field.ForeignKeysOver.Any())).Take(4).Select(field => field.Name + ": true"));
    }

    private static void Leave(PlanContext context, SectionWriter writer, IReadOnlyList<ModelReads> all)
    {
        var secrets = all.Where(reads => reads.Secrets.Count > 0).ToArray();
        if (secrets.Length > 0)
        {
            var (count, models) = (secrets.Sum(reads => reads.Secrets.Count), secrets.Length);
            writer.Text(FormattableString.Invariant($"{Figures.Count(count, "column")} of {Figures.Count(models, "model")} {Figures.Verb(count, "holds a secret", "hold secrets")}, by {Figures.Verb(count, "its name", "their names")}. `omit` in the client's options keeps {Figures.Verb(count, "it", "them")} out of every result that does not ask for {Figures.Verb(count, "it", "them")} (section 6 lists {Figures.Verb(count, "it", "them")} with what else is personal):"));
            writer.Code("ts", "const prisma = new PrismaClient({\n  omit: {\n"
                + string.Join("\n", secrets.Select(reads => $"    {ClientText.Variable(reads.Model)}: {{ {string.Join(", ", reads.Secrets.Select(field => field.Name + ": true"))} }},"))
                + "\n  },\n})");
        }
        var wide = all.Where(reads => reads.Wide.Count > 0).ToArray();
        if (wide.Length > 0)
            writer.Text(FormattableString.Invariant($"{Figures.Count(wide.Sum(reads => reads.Wide.Count), "column")} of {Figures.Count(wide.Length, "model")} {Figures.Verb(wide.Sum(reads => reads.Wide.Count), "is", "are")} {(context.Schema.Connector.HasCompositeTypes ? "documents inside of the document, " : "")}JSON, bytes or long text. A list of rows that shows titles reads them all the same unless `select` leaves them out{(context.IsPostgreSql ? "; PostgreSQL keeps values above 2 kB in a table beside, and fetches each one by itself" : "")}."));
    }

    private static void Nested(PlanContext context, SectionWriter writer, IReadOnlyList<ModelReads> all)
    {
        writer.Part("N+1 reads");
        var pairs = all.SelectMany(reads => reads.Nested().Select(pair => (Reads: reads, pair.Outer, pair.Inner))).ToArray();
        var joins = context.Schema.HasPreviewFeature("relationJoins");
        if (pairs.Length == 0)
        {
            writer.Text("No list leads to rows with a list of their own: a loop over one list is the only N+1 that the relations allow.");
        }
        else
        {
            writer.Text(FormattableString.Invariant($"{Figures.Count(pairs.Length, "time")} a list leads to rows with a list of their own. A loop that awaits the inner one for each row of the outer one sends one statement a row; `include`, or one `findMany` with `in` over the ids, sends one for all."));
            var first = pairs.OrderByDescending(pair => pair.Reads.Lists.Count).ThenByDescending(pair => pair.Outer.TargetModel?.ReferencingKeys.Count ?? 0).GroupBy(pair => pair.Outer).Take(5);
            writer.List(first.Select(group => $"{PlanText.Code(group.Key.DisplayName)}, then {PlanFigures.Names(group.Select(pair => pair.Inner.DisplayName), 4)}"));
        }
        if (!context.Schema.Connector.IsSql)
            return;
        writer.Text(joins
            ? "The generator has `relationJoins`: `include` is one statement with joins, and `relationLoadStrategy: 'query'` goes back to one statement for each relation where a join multiplies wide rows."
            : $"The generator does not have the preview feature `relationJoins`, so that `include` sends one statement for each relation, with the ids of the parents in `IN`: {(context.IsPostgreSql ? "at 32,766 ids Prisma cuts it into several" : "long lists are cut at the provider's limit of parameters")}. With the feature, on PostgreSQL, CockroachDB and MySQL, `relationLoadStrategy: 'join'` makes one statement of it.");
    }
}
