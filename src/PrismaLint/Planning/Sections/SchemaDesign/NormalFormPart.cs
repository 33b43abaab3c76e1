using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.SchemaDesign;

/// <summary>Shapes that may break a normal form. Which column depends on which is in no schema: these are hints, to be confirmed.</summary>
internal static class NormalFormPart
{
    private const int FewestModels = 3;

    // Names that say what many things have of their own.
    private static readonly HashSet<string> s_common = new(StringComparer.Ordinal)
    {
        "id", "name", "title", "description", "status", "type", "kind", "order", "position", "sortorder", "priority", "enabled", "active", "isactive", "isenabled", "notes", "note", "url", "data", "metadata", "meta",
        "value", "key", "slug", "date", "content", "text", "body", "code", "label", "color", "icon", "image", "version", "state", "comment", "comments", "message", "token", "config", "settings", "externalid",
        "startdate", "enddate", "startat", "endat", "startsat", "endsat", "expiresat", "deletedat", "number", "amount", "quantity", "price", "currency", "email", "isdefault", "default", "archivedat", "deleted", "isdeleted",
    };

    private static readonly string[] s_persons = ["creator", "created", "author", "owner", "user", "submitter", "enteredby", "editor", "reviewer", "approver", "sender"];

    public static void Write(PlanContext context, SectionWriter writer)
    {
        var part = new SectionWriter();
        part.List(FindingLines.Of(context, "PL5013", "PL5015", "PL5016", "PL4020", "PL8026"));
        Together(context, part);
        Alone(context, part);
        TwoWays(context, part);
        Counters(context, part);
        writer.Part("Normal forms");
        if (part.Blocks.Count == 0)
        {
            writer.Text("No column hints at a dependency that breaks the third normal form: no list in one text, no numbered columns, no attribute rows, no set of columns that three models repeat.");
            return;
        }
        writer.Text("Which column depends on which is in no schema, so that the third normal form cannot be judged from it. These shapes hint at a break; each is to be confirmed by somebody who knows the data.");
        foreach (var block in part.Blocks)
            writer.Add(block);
    }

    // Columns that the same models repeat together are often a thing of their own: an address, a period, a price.
    private static void Together(PlanContext context, SectionWriter writer)
    {
        var columns = Repeated(context);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var rows = new List<string[]>();
        foreach (var first in columns)
        {
            if (!taken.Add(first.Key))
                continue;
            var models = new HashSet<ModelSymbol>(first.Models);
            var group = new List<string> { first.Key };
            foreach (var other in columns.Where(other => !taken.Contains(other.Key)))
            {
                if (other.Models.Count(models.Contains) < FewestModels || other.Models.Count(models.Contains) * 2 < models.Count)
                    continue;
                models.IntersectWith(other.Models);
                group.Add(other.Key);
            }
            if (group.Count < 2)
                continue;
            foreach (var key in group)
                taken.Add(key);
            rows.Add([PlanText.CodeList(group), PlanFigures.Names(context.Models.Where(models.Contains).Select(model => model.Name))]);
        }
        if (rows.Count == 0)
            return;
        writer.Text("Columns of the same name and type that models repeat together: a thing of its own, or the same word by chance? Confirm the dependency.");
        writer.Table([SectionWriter.Column("Columns"), SectionWriter.Column("Models")], rows.Take(12));
    }

    private static void Alone(PlanContext context, SectionWriter writer)
    {
        var columns = Repeated(context).Where(column => !s_common.Contains(Words.Squash(column.Name))).ToArray();
        if (columns.Length == 0)
            return;
        writer.Details(FormattableString.Invariant($"{PlanFigures.Count(columns.Length, "column")} of the same name and type in three models or more"), inner => inner.Table(
            [SectionWriter.Column("Column"), SectionWriter.Figure("Models"), SectionWriter.Column("Of")],
            columns.Take(30).Select(column => new[] { PlanText.Code(column.Key), PlanFigures.Count(column.Models.Count), PlanFigures.Names(column.Models.Select(model => model.Name), 6) })));
    }

    private static List<(string Key, string Name, IReadOnlyList<ModelSymbol> Models)> Repeated(PlanContext context) =>
    [
        .. context.Models.SelectMany(model => model.Columns)
            .Where(column => !column.IsId && !column.ForeignKeysOver.Any() && !AuditNames.IsCreation(column.Name) && !AuditNames.IsChange(column.Name) && !AuditNames.IsAuthor(column.Name) && !column.IsUpdatedAt)
            .Where(column => !s_common.Contains(Words.Squash(column.Name)) && !Words.Squash(column.Name).EndsWith("id", StringComparison.Ordinal))
            .GroupBy(column => column.Name + " " + KeyColumnType.Describe(column, context.Schema.Connector).Replace("@db.", ""), StringComparer.Ordinal)
            .Select(group => (group.Key, group.First().Name, Models: (IReadOnlyList<ModelSymbol>)[.. group.Select(column => column.Model).OfType<ModelSymbol>()]))
            .Where(column => column.Models.Count >= FewestModels)
            .OrderByDescending(column => column.Models.Count)
            .ThenBy(column => column.Key, StringComparer.Ordinal),
    ];

    // A row names its grandparent beside its parent: nothing keeps the two from naming different ones.
    private static void TwoWays(PlanContext context, SectionWriter writer)
    {
        var found = new List<(ForeignKeySymbol Key, ForeignKeySymbol Parent)>();
        foreach (var key in context.Models.SelectMany(model => model.ForeignKeys))
        {
            if (key.Fields.Count == 1 && !IsPerson(key.Fields[0].Name) && key.Model.ForeignKeys.FirstOrDefault(other => IsOtherWay(context, key, other)) is { } parent)
                found.Add((key, parent));
        }
        if (found.Count == 0)
            return;
        writer.Text(FormattableString.Invariant($"{PlanFigures.Count(found.Count, "foreign key leads", "foreign keys lead")} to a row that a parent leads to as well. Filters by it get simpler; nothing but the application keeps both ways in agreement, unless the key to the parent runs over both columns."));
        var rows = found.Select(pair => new[] { PlanText.Code(pair.Key.DisplayName), $"{PlanText.Code(pair.Parent.DisplayName)}, then {PlanText.Code(pair.Parent.Target.ForeignKeys.First(other => other.Target == pair.Key.Target).DisplayName)}" }).ToArray();
        writer.Details(FormattableString.Invariant($"The {PlanFigures.Count(rows.Length, "key")}"), inner => inner.Table([SectionWriter.Column("Key"), SectionWriter.Column("The other way")], rows));
    }

    // The parent has one key to the same model, called the same or leading to the tenant: both say whose the row is. Who wrote what is another matter.
    private static bool IsOtherWay(PlanContext context, ForeignKeySymbol key, ForeignKeySymbol parent)
    {
        if (parent == key || parent.Target == key.Target || parent.Target == key.Model || parent.Fields.Count != 1 || !parent.Fields[0].IsRequired)
            return false;
        ForeignKeySymbol[] above = [.. parent.Target.ForeignKeys.Where(other => other.Target == key.Target)];
        return above.Length == 1 && above[0].Fields.Count == 1 && above[0].Fields[0].IsRequired
            && (Words.Squash(above[0].Fields[0].Name) == Words.Squash(key.Fields[0].Name) || context.Tenants.Tenants.Contains(key.Target));
    }

    private static bool IsPerson(string name) => AuditNames.IsAuthor(name) || Words.Squash(name) is var text && Array.Exists(s_persons, word => text.Contains(word, StringComparison.Ordinal));

    private static void Counters(PlanContext context, SectionWriter writer)
    {
        FieldSymbol[] counters =
        [
            .. context.Models.Where(model => model.ReferencingKeys.Count > 0).SelectMany(model => model.Columns)
                .Where(column => column.Scalar is ScalarType.Int or ScalarType.BigInt && column.Default?.Literal == "0" && Words.Last(column.Name) is "count" or "counter"),
        ];
        if (counters.Length > 0)
            writer.Text($"Counters that could be counted from the rows below them: {PlanFigures.Names(counters.Select(column => column.DisplayName))}. They make reads cheap and writes queue at one row; what they count and what is there may part.");
    }
}
