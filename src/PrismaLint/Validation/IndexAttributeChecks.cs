using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Validation;

/// <summary><c>@unique</c>, <c>@@unique</c>, <c>@@index</c> and <c>@@fulltext</c>.</summary>
internal static class IndexAttributeChecks
{
    private static readonly ValidationCheck s_unknownInUnique = Key("unknown-field-in-unique", "A unique lists a field that the model does not have");
    private static readonly ValidationCheck s_relationInUnique = Key("relation-field-in-unique", "A unique is put on a relation field");
    private static readonly ValidationCheck s_relationInIndex = Key("relation-field-in-index", "An index lists a relation field");
    private static readonly ValidationCheck s_unknownInIndex = Index("unknown-field-in-index", "An index lists a field that the model does not have");
    private static readonly ValidationCheck s_unknownType = Index("unknown-index-type", "No index type has that name");
    private static readonly ValidationCheck s_nameAndMap = Argument("index-name-and-map", "An index has `name`, the old word for `map`, and `map`");
    private static readonly ValidationCheck s_emptyName = Argument("empty-index-name", "The name of a key or index is empty");
    private static readonly ValidationCheck s_clientName = Argument("malformed-client-name", "The client's name of a key has other characters than letters, digits, underscores");

    private static readonly string[] s_types = ["BTree", "Hash", "Gist", "Gin", "SpGist", "Brin"];

    public static IReadOnlyList<ValidationCheck> Checks { get; } =
    [
        s_unknownInUnique, s_relationInUnique, s_relationInIndex, s_unknownInIndex, s_unknownType, s_nameAndMap, s_emptyName, s_clientName,
    ];

    /// <summary><c>@unique</c> on a column.</summary>
    public static void CheckColumn(ArgumentReader reader, ModelSymbol model)
    {
        reader.TakeMap();
        reader.TakeInteger("length");
        IdAttributeChecks.CheckSort(reader);
        reader.TakeBoolean("clustered");
        WherePredicateChecks.Run(reader, model);
        Close(reader, "map", "length", "sort", "clustered");
    }

    public static void CheckRelationField(ValidationContext context, FieldSymbol relation, AttributeSymbol attribute)
    {
        var columns = relation.ForeignKey?.Fields ?? [];
        var hint = columns.Count switch
        {
            0 => "",
            1 => $"; its column is `{columns[0].Name}`",
            _ => $"; over its columns it is `@@unique([{string.Join(", ", columns.Select(column => column.Name))}])`",
        };
        context.Report(
            s_relationInUnique,
            relation,
            relation.LocationOf(attribute.Syntax.Name),
            $"`{relation.DisplayName}` is a relation field and cannot have `@unique`{hint}",
            MoveToColumn(attribute, columns));
    }

    private static CodeFix? MoveToColumn(AttributeSymbol attribute, IReadOnlyList<FieldSymbol> columns)
    {
        if (columns.Count != 1 || attribute.Arguments.Count > 0)
            return null;
        var removal = Repairs.RemoveAttribute(attribute);
        return columns[0].FindAttribute("unique") is null && columns[0].FindAttribute("id") is null
            ? CodeFix.Safe(
                $"Move `@unique` to `{columns[0].Name}`", removal, TextEdit.Insert(columns[0].Tree.Source, columns[0].Syntax.Span.End, " @unique"))
            : CodeFix.Safe("Remove `@unique`", removal);
    }

    public static void CheckUnique(ArgumentReader reader, FieldListReader list, ModelSymbol model)
    {
        CheckColumns(reader, list, model, s_unknownInUnique, s_relationInUnique);
        CheckClientName(reader, model);
        reader.TakeMap();
        reader.TakeBoolean("clustered");
        WherePredicateChecks.Run(reader, model);
        Close(reader, "fields", "name", "map", "clustered");
    }

    public static void CheckIndex(ArgumentReader reader, FieldListReader list, ModelSymbol model)
    {
        CheckColumns(reader, list, model, s_unknownInIndex, s_relationInIndex);
        var name = TakeName(reader, model);
        var map = reader.TakeMap();
        if (name is not null && map is not null)
            reader.Report(s_nameAndMap, name, $"An index of `{model.Name}` has both `map` and `name`, which means the same here");
        if (reader.TakeConstant("type", s_types) is { } type && !s_types.Contains(type.Name.Text))
            ReportType(reader, model, type);
        reader.TakeBoolean("clustered");
        WherePredicateChecks.Run(reader, model);
        Close(reader, "fields", "name", "map", "type", "clustered");
    }

    public static void CheckFulltext(ArgumentReader reader, FieldListReader list, ModelSymbol model)
    {
        CheckColumns(reader, list, model, s_unknownInIndex, s_relationInIndex);
        reader.TakeMap();
        reader.Close("fields", "map");
    }

    /// <summary><c>name</c> of <c>@@id</c> and <c>@@unique</c>: how the client calls the key.</summary>
    public static void CheckClientName(ArgumentReader reader, ModelSymbol model)
    {
        if (TakeName(reader, model) is not { } name)
            return;
        foreach (var c in name.Value)
        {
            if (c == '_' || SyntaxFacts.IsAsciiLetter(c) || SyntaxFacts.IsAsciiDigit(c))
                continue;
            reader.Report(
                s_clientName, name, $"The name `{name.Value}` of `{reader.Attribute}` has other characters than letters, digits and underscores");
            return;
        }
    }

    /// <summary>Reports the fields of a list that do not exist, with a near name for each.</summary>
    public static void ReportUnknown(ArgumentReader reader, FieldListReader list, ModelSymbol model, ValidationCheck check)
    {
        foreach (var token in list.Unknown)
        {
            var nearest = token.Text.Contains('.') ? null : reader.Context.Nearest(token.Text, FieldListReader.ColumnNames(model));
            reader.Context.Report(
                check,
                model,
                model.LocationOf(token),
                $"`{model.Name}` has no field `{token.Text}`{ValidationContext.Hint(nearest)}",
                ValidationContext.Respell(model.Tree, token, nearest));
        }
    }

    private static void CheckColumns(ArgumentReader reader, FieldListReader list, ModelSymbol model, ValidationCheck unknown, ValidationCheck relation)
    {
        if (reader.TakeDefault("fields") is not { } value || !list.ReadIndex(reader, "fields", value, model, followsComposites: true))
            return;
        ReportUnknown(reader, list, model, unknown);
        if (list.Relations.Count == 0)
            return;
        var columns = list.Relations.SelectMany(member => member.ForeignKey?.Fields ?? []).Select(column => column.Name).ToList();
        var hint = columns.Count == 0 ? "" : $"; over its columns it is `{reader.Attribute}([{string.Join(", ", columns)}])`";
        reader.Context.Report(
            relation,
            model,
            model.LocationOf(reader.Attribute.Syntax.Name),
            $"`{reader.Attribute}` of `{model.Name}` lists {list.RelationList()}, which {(list.Relations.Count == 1 ? "is no column" : "are no columns")}{hint}",
            list.NameColumns(model.Tree));
    }

    private static LiteralExpressionSyntax? TakeName(ArgumentReader reader, ModelSymbol model)
    {
        if (reader.TakeString("name") is not { } name)
            return null;
        if (name.Value.Length > 0)
            return name;
        reader.Report(s_emptyName, name, $"The `name` of `{reader.Attribute}` on `{model.Name}` is empty");
        return null;
    }

    private static void ReportType(ArgumentReader reader, ModelSymbol model, PathExpressionSyntax type)
    {
        var nearest = reader.Context.Nearest(type.Name.Text, s_types);
        reader.Context.Report(
            s_unknownType,
            model,
            model.LocationOf(type),
            $"No index type is named `{type.Name.Text}`{ValidationContext.Hint(nearest)}",
            ValidationContext.Respell(model.Tree, type.Name, nearest));
    }

    // Before 7.4 Prisma has no `where`, so there it is not among the arguments.
    private static void Close(ArgumentReader reader, params string[] known) =>
        reader.Close(reader.Context.Schema.MayHavePartialIndexes ? [.. known, "where"] : known);

    private static ValidationCheck Key(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidKey, ValidationStage.Attributes, summary);

    private static ValidationCheck Index(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidIndex, ValidationStage.Attributes, summary);

    private static ValidationCheck Argument(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidAttribute, ValidationStage.Attributes, summary);
}
