using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Sql;

namespace PrismaLint.Planning.Sections.SchemaDesign;

/// <summary>Views, functions and procedures, as far as schema, migrations or snapshot show them.</summary>
internal static class RoutinePart
{
    private const int Shown = 12;

    private static readonly string[] s_kinds = ["VIEW", "MATERIALIZED VIEW", "FUNCTION", "PROCEDURE"];

    public static void Write(PlanContext context, SectionWriter writer)
    {
        if (!context.Schema.Connector.IsSql)
            return;
        writer.Part("Views, functions and procedures");
        string[] views = [.. context.Schema.Models.Where(model => model.IsView).Select(view => view.Name)];
        writer.Text(views.Length == 0
            ? "The schema has no `view`."
            : $"{PlanFigures.Count(views.Length, "view")} of the schema: {PlanFigures.Names(views)}. The client reads {(views.Length == 1 ? "it" : "them")} like a model; a migration makes {(views.Length == 1 ? "it" : "them")} by hand, since Prisma writes no SQL for views.");
        if (context.Live is { IsReplayed: false } live)
            Seen(context, live.Snapshot, writer);
        else if (context.Rules.History is { } history)
            writer.List(Made(history.Migrations.SelectMany(migration => migration.Script.Statements.Select(statement => (statement, migration.File.Name)))));
        else if (context.IsPostgreSql)
            writer.Text("What else the database has of views, functions and procedures, a snapshot or migrations beside the schema would show.");
    }

    private static void Seen(PlanContext context, DatabaseSnapshot snapshot, SectionWriter writer)
    {
        var lines = new List<string>();
        if (snapshot.StateOf(EvidenceSource.Relations).IsUsable)
        {
            DatabaseTable[] views = [.. snapshot.Tables.Where(table => table is { IsView: true, IsExtensionOwned: false })];
            lines.Add($"Views in the snapshot: {Some(views.Where(view => view.Kind == DatabaseTableKind.View).Select(view => view.QualifiedName))}. Materialised views: {Some(views.Where(view => view.Kind == DatabaseTableKind.MaterializedView).Select(view => view.QualifiedName))}{(views.Any(view => view.Kind == DatabaseTableKind.MaterializedView) ? "; when one was refreshed last the server does not keep" : "")}.");
        }
        lines.Add(snapshot.StateOf(EvidenceSource.Functions).IsUsable
            ? $"Functions and procedures: {Some(snapshot.Functions.Select(function => $"{function.QualifiedName}"), snapshot.Functions.Select(function => $" in {function.Language}{(function.IsTrigger ? ", for triggers" : "")}{(function.IsSecurityDefiner ? ", with its owner's rights" : "")}"))}.{(snapshot.Functions.Count > 0 ? " What they do is not read." : "")}"
            : "Functions and procedures are not in the snapshot.");
        lines.AddRange(FindingLines.Of(context, "PL8518"));
        writer.List(lines);
    }

    private static IEnumerable<string> Made(IEnumerable<(SqlStatement Statement, string Migration)> statements)
    {
        var made = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (statement, migration) in statements)
        {
            if (statement is CreateObjectStatement create && Array.IndexOf(s_kinds, create.Kind) >= 0)
                made[create.Kind + " " + create.Name.Name] = $"{char.ToUpperInvariant(create.Kind[0])}{create.Kind.Substring(1).ToLowerInvariant()} {PlanText.Code(create.Name.Name)}, made by migration {PlanText.Code(migration)}.";
            else if (statement is DropStatement drop && Array.IndexOf(s_kinds, drop.Kind) >= 0)
            {
                foreach (var name in drop.Names)
                    made.Remove(drop.Kind + " " + name.Name);
            }
        }
        return made.Count == 0 ? ["The migrations make no view, no function and no procedure."] : made.Values.Take(Shown).Concat(made.Count > Shown ? [FormattableString.Invariant($"And {made.Count - Shown} more.")] : []);
    }

    private static string Some(IEnumerable<string> names, IEnumerable<string>? notes = null)
    {
        string[] all = [.. names.Select(PlanText.Code).Zip(notes ?? names.Select(_ => ""), (name, note) => name + note)];
        return all.Length == 0 ? "none" : string.Join("; ", all.Take(Shown)) + (all.Length > Shown ? FormattableString.Invariant($"; and {all.Length - Shown} more") : "");
    }
}
