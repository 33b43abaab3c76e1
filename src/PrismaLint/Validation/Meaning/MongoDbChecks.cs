using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Validation.Meaning;

/// <summary>What MongoDB alone asks for: every document has one <c>_id</c>.</summary>
internal static class MongoDbChecks
{
    private static readonly ValidationCheck s_withoutId = Key("mongodb-without-id", "A model of MongoDB has no id");
    private static readonly ValidationCheck s_idName = Key("mongodb-id-name", "An id of MongoDB is not mapped to `_id`");
    private static readonly ValidationCheck s_uniqueId = Key("mongodb-unique-id", "The id of MongoDB is unique once more");
    private static readonly ValidationCheck s_autoType = Default("auto-without-object-id", "`auto()` stands on a field that is no ObjectId");
    private static readonly ValidationCheck s_autoOutsideId = Default("auto-outside-id", "`auto()` stands on a field that is not the id");
    private static readonly ValidationCheck s_dbGenerated = Default("dbgenerated-in-mongodb", "`dbgenerated()` stands where the database generates nothing");
    private static readonly ValidationCheck s_dollar = Name("mongodb-name-dollar", "A name in MongoDB starts with a dollar sign");
    private static readonly ValidationCheck s_dot = Name("mongodb-name-dot", "A name in MongoDB has a dot");

    private static readonly ValidationCheck s_sameIndex = new(
        "mongodb-repeated-index", ValidationDescriptors.InvalidIndex, ValidationStage.Meaning, "Two indexes of MongoDB lie over the same fields");

    public static IReadOnlyList<ValidationCheck> Checks { get; } =
        [s_withoutId, s_idName, s_uniqueId, s_autoType, s_autoOutsideId, s_dbGenerated, s_dollar, s_dot, s_sameIndex];

    public static void Run(ValidationContext context, ModelSymbol model)
    {
        if (context.Schema.Provider != Provider.MongoDb)
            return;
        if (model.PrimaryKey is null && !model.IsView && model.FindAttribute("id") is null)
            context.Report(s_withoutId, model, model.Location, $"`{model.Name}` has no `@id`, and every document of MongoDB has one");
        if (model is { IsView: false, PrimaryKey: { Columns.Count: 1 } key })
            CheckIdName(context, key.Columns[0].Field);
        foreach (var member in model.Fields)
        {
            if (!model.IsView)
                CheckDefault(context, member);
            CheckName(context, member);
        }

        if (!model.IsView)
            CheckIndexes(context, model);
    }

    private static void CheckIdName(ValidationContext context, FieldSymbol id)
    {
        if (id.ColumnName == "_id")
            return;
        if (id.MapAttribute is not { } map)
        {
            context.Report(
                s_idName,
                id,
                id.Location,
                $"`{id.DisplayName}` is the id and not mapped to `_id`",
                CodeFix.Safe("Add `@map(\"_id\")`", TextEdit.Insert(id.Tree.Source, id.Syntax.Span.End, " @map(\"_id\")")));
            return;
        }

        context.Report(s_idName, id, id.LocationOf(map.Syntax), $"`{id.DisplayName}` is the id and mapped to `{id.ColumnName}`, not to `_id`");
    }

    private static void CheckDefault(ValidationContext context, FieldSymbol member)
    {
        if (member.Default is not { } value)
            return;
        switch (value.Function)
        {
            case "auto":
                if (member.NativeType?.Name != "ObjectId")
                    Report(s_autoType, $"`auto()` makes an `ObjectId`, and `{member.DisplayName}` is not of that native type");
                if (member.Model is { } model && model.PrimaryKey?.Columns.Any(column => column.Field == member) != true)
                    Report(s_autoOutsideId, $"`auto()` makes ids, and `{member.DisplayName}` is not the id");
                break;
            case "dbgenerated":
                Report(
                    s_dbGenerated,
                    $"`{member.DisplayName}` has `dbgenerated()`, and MongoDB generates nothing but ids, by `auto()`",
                    member is { IsId: true, NativeType.Name: "ObjectId" }
                        ? CodeFix.Safe("Replace with `auto()`", new TextEdit(member.Tree.Source, value.Expression.Span, "auto()"))
                        : null);
                break;
        }

        void Report(ValidationCheck check, string message, CodeFix? fix = null) =>
            context.Report(check, member, member.LocationOf(value.Expression), message, fix);
    }

    private static void CheckName(ValidationContext context, FieldSymbol member)
    {
        if (member.MapAttribute is not { } map)
            return;
        if (member.ColumnName.StartsWith('$'))
            context.Report(s_dollar, member, member.LocationOf(map.Syntax), $"`{member.DisplayName}` is mapped to `{member.ColumnName}`, which starts with a dollar sign");
        if (member.ColumnName.Contains('.'))
            context.Report(s_dot, member, member.LocationOf(map.Syntax), $"`{member.DisplayName}` is mapped to `{member.ColumnName}`, which has a dot");
    }

    private static void CheckIndexes(ValidationContext context, ModelSymbol model)
    {
        var groups = new Dictionary<string, List<IndexSymbol>>(StringComparer.Ordinal);
        foreach (var index in model.Indexes)
        {
            if (index.Kind == IndexKind.PrimaryKey)
                continue;
            if (index.Kind == IndexKind.Unique && index.Columns.Count == 1 && index.Columns[0].Field.IsId)
            {
                IndexChecks.Report(
                    context,
                    s_uniqueId,
                    index,
                    $"`{index.Columns[0].Field.DisplayName}` is the id and has `{index.Attribute}` besides",
                    CodeFix.Safe($"Remove `{index.Attribute}`", Repairs.RemoveAttribute(index.Attribute)));
            }

            var key = new StringBuilder();
            foreach (var column in index.Columns)
                key.Append(column.Path).Append(column.HasSort ? column.IsDescending ? " Desc " : " Asc " : " ").Append(column.Length).Append(',');
            if (!groups.TryGetValue(key.ToString(), out var group))
                groups.Add(key.ToString(), group = new List<IndexSymbol>(1));
            group.Add(index);
        }

        foreach (var group in groups.Values)
        {
            foreach (var index in group)
            {
                if (group.Count < 2)
                    continue;
                var other = group[index == group[0] ? 1 : 0];
                IndexChecks.Report(
                    context, s_sameIndex, index, $"`{index.Attribute}` and `{other.Attribute}` of `{model.Name}` lie over the same fields, {FieldListReader.Join(index.Columns.Select(column => column.Path))}");
            }
        }
    }

    private static ValidationCheck Key(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidKey, ValidationStage.Meaning, summary);

    private static ValidationCheck Default(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidAttribute, ValidationStage.Meaning, summary);

    private static ValidationCheck Name(string detail, string summary) =>
        new(detail, ValidationDescriptors.DuplicateOrReservedName, ValidationStage.Meaning, summary);
}
