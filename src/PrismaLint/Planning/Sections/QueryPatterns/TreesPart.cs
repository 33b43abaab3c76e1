using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Facts.Queries;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Planning.Sections.QueryPatterns;

/// <summary>Rows that refer to rows of their own model.</summary>
internal static class TreesPart
{
    private const int Shown = 3;
    private const int Deepest = 32;

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Recursive reads");
        var trees = TreeReference.Find(context);
        if (trees.Count == 0)
        {
            writer.Text($"{PlanFigures.NoneOf(context.Models.Count, "model")} refers to itself: no read needs {(context.Schema.Connector.IsSql ? "`WITH RECURSIVE`" : "`$graphLookup`")}.");
            return;
        }
        writer.Text($"{PlanFigures.Names(trees.Select(tree => tree.Column.DisplayName))} {(trees.Count == 1 ? "refers" : "refer")} to rows of the same model. The client follows a fixed number of steps, one `include` inside of the other; {(context.Schema.Connector.IsSql ? "a whole branch is one raw query (`WITH RECURSIVE`, or `WITH` on SQL Server)" : "a whole branch is one `aggregateRaw` with `$graphLookup`")}.");
        foreach (var tree in trees.Take(Shown))
            Write(context, writer, tree);
        if (trees.Count > Shown)
            writer.Text($"{(context.IsPostgreSql ? "The same statement fits" : "The same holds for")} {PlanText.CodeList(trees.Skip(Shown).Take(12).Select(tree => tree.Column.DisplayName))}.");
    }

    private static void Write(PlanContext context, SectionWriter writer, TreeReference tree)
    {
        writer.Heading($"Branches of {PlanText.Code(tree.Model.Name)} by {PlanText.Code(tree.Column.Name)}");
        var notes = new List<string>();
        if (tree.Key is null)
            notes.Add($"{PlanText.Code(tree.Column.Name)} has no relation and no foreign key: that it names the parent follows from its name alone, and nothing keeps it from naming a row that is not there.");
        notes.Add(tree.Model.IndexesLedBy(tree.Column).Any()
            ? $"An index begins with {PlanText.Code(tree.Column.Name)}, so that each step reads the children alone."
            : $"No index begins with {PlanText.Code(tree.Column.Name)}: each step scans {PlanText.Code(tree.Model.Name)}. {PlanText.Code($"@@index([{tree.Column.Name}])")} mends that{(tree.Key is not null && context.Report.Visible.Any(finding => finding.Id == "PL3001" && finding.Object == tree.Column.DisplayName) ? " (PL3001)" : "")}.");
        if (context.IsPostgreSql)
            notes.Add($"A circle ends the walk where a row comes up again, and the depth ends it at {Deepest}.");
        writer.Text(string.Join(" ", notes));
        if (!context.IsPostgreSql)
            return;
        writer.Sql(SqlRole.Query, Sql(context, tree));
    }

    private static string Sql(PlanContext context, TreeReference tree)
    {
        var (id, parent, table) = (tree.Reference, tree.Column, context.Sql.Table(tree.Model));
        var label = tree.Model.Columns.FirstOrDefault(field => field is { Scalar: ScalarType.String, IsList: false } && field != id && field != parent && !field.ForeignKeysOver.Any() && !context.PersonalData.IsSecret(field));
        string Columns(string alias) => string.Join(", ", new[] { id, parent, label }.Where(field => field is not null).Select(field => field is null ? "" : TableSql.Column(alias, field)));
        return $"""
            WITH RECURSIVE branch AS (
              SELECT {Columns("t")}, 0 AS depth, ARRAY[{TableSql.Column("t", id)}] AS path
              FROM {table} AS t
              WHERE {TableSql.Column("t", id)} = {context.Sql.Parameter(1, id)}
              UNION ALL
              SELECT {Columns("c")}, b.depth + 1, b.path || {TableSql.Column("c", id)}
              FROM {table} AS c
              JOIN branch AS b ON {TableSql.Column("c", parent)} = {TableSql.Column("b", id)}
              WHERE b.depth < {Deepest} AND {TableSql.Column("c", id)} <> ALL (b.path)
            )
            SELECT * FROM branch ORDER BY path;
            """.Replace("\r", "");
    }
}
