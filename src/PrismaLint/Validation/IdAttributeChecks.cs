using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Validation;

/// <summary><c>@id</c> and <c>@@id</c>.</summary>
internal static class IdAttributeChecks
{
    private static readonly ValidationCheck s_unknown = Check("unknown-field-in-id", "A compound id lists a field that the model does not have");
    private static readonly ValidationCheck s_relation = Check("relation-field-in-id", "An id is put on a relation field");
    private static readonly ValidationCheck s_optional = Check("optional-field-in-id", "An id is put on an optional field or a list");
    private static readonly ValidationCheck s_several = Check("several-ids", "A model has more than one id");

    private static readonly ValidationCheck s_sort = new(
        "unknown-key-sort", ValidationDescriptors.InvalidAttribute, ValidationStage.Attributes, "The sort order of a key is neither Asc nor Desc");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_unknown, s_relation, s_optional, s_several, s_sort];

    /// <summary><c>@id</c> on a column.</summary>
    /// <param name="reader">The attribute's arguments.</param>
    /// <param name="column">The column.</param>
    /// <param name="first">The field that carries the first <c>@id</c> of the model, where this is another one.</param>
    public static void CheckColumn(ArgumentReader reader, FieldSymbol column, FieldSymbol? first)
    {
        reader.TakeMap();
        reader.TakeInteger("length");
        CheckSort(reader);
        reader.TakeBoolean("clustered");
        reader.Close("map", "length", "sort", "clustered");
        // Prisma speaks of the model here, so the finding stands at its name; the attribute's arguments it refuses one by one.
        if (first is not null)
        {
            reader.Context.Report(
                s_several,
                column.Owner,
                column.Owner.Location,
                $"`{column.Owner.Name}` has `@id` on `{first.Name}` and on `{column.Name}`; a key over several fields is written `@@id`",
                related: new RelatedLocation(column.Location, $"`{column.Name}` has `@id` too"));
            if (reader.Attribute.Arguments.Count > 0)
                reader.Report(s_several, reader.Attribute.Syntax.Name.Span, $"`{column.Name}` has `@id` as `{first.Name}` has already");
        }
    }

    /// <summary>An id's column must hold a value in every row, except in models that the client leaves out.</summary>
    public static void CheckRequired(ValidationContext context, FieldSymbol column, AttributeSymbol attribute)
    {
        if (!column.IsRequired)
        {
            context.Report(
                s_optional,
                column,
                column.LocationOf(attribute.Syntax.Name),
                $"`{column.DisplayName}` has `@id` and is {ArityOf(column)}; an id is required",
                Require([column]));
        }
    }

    public static void CheckRelationField(ValidationContext context, FieldSymbol relation, AttributeSymbol attribute) => context.Report(
        s_relation,
        relation,
        relation.LocationOf(attribute.Syntax.Name),
        $"`{relation.DisplayName}` is a relation field and cannot have `@id`");

    /// <summary><c>@@id</c>.</summary>
    /// <returns>It takes the place of an <c>@id</c>.</returns>
    public static bool CheckBlock(ArgumentReader reader, FieldListReader list, ModelSymbol model, bool isIgnored, FieldSymbol? single)
    {
        var isKey = false;
        if (reader.TakeDefault("fields") is { } value && list.ReadIndex(reader, "fields", value, model, followsComposites: false))
        {
            CheckColumns(reader, list, model, isIgnored);
            isKey = list.Unknown.Count == 0 && list.Relations.Count == 0;
            if (single is not null && isKey)
            {
                reader.Context.Report(
                    s_several,
                    model,
                    model.Location,
                    $"`{model.Name}` has `@@id` and `@id` on `{single.Name}`; a model has one id",
                    related: new RelatedLocation(reader.Attribute.Location, "The `@@id`"));
            }
        }

        IndexAttributeChecks.CheckClientName(reader, model);
        reader.TakeMap();
        reader.TakeBoolean("clustered");
        reader.Close("fields", "name", "map", "clustered");
        return isKey;
    }

    /// <summary><c>sort</c> of <c>@id</c> and <c>@unique</c>.</summary>
    public static void CheckSort(ArgumentReader reader)
    {
        if (reader.TakeConstant("sort", IndexColumnChecks.SortOrders) is not { } sort || sort.Name.Text is "Asc" or "Desc")
            return;
        reader.Context.Report(
            s_sort,
            reader.Symbol,
            reader.Symbol.LocationOf(sort),
            $"`sort` of `{reader.Attribute}` is `Asc` or `Desc`, found `{sort.Name.Text}`",
            ValidationContext.Respell(reader.Attribute.Tree, sort.Name, reader.Context.Nearest(sort.Name.Text, IndexColumnChecks.SortOrders)));
    }

    private static void CheckColumns(ArgumentReader reader, FieldListReader list, ModelSymbol model, bool isIgnored)
    {
        IndexAttributeChecks.ReportUnknown(reader, list, model, s_unknown);
        if (list.Relations.Count > 0)
        {
            reader.Context.Report(
                s_relation,
                model,
                model.LocationOf(reader.Attribute.Syntax.Name),
                $"`@@id` of `{model.Name}` lists {list.RelationList()}, and only columns can be an id",
                list.NameColumns(model.Tree));
        }

        if (isIgnored || list.Unknown.Count > 0 || list.Relations.Count > 0)
            return;
        var optional = list.Columns.Where(column => !column.IsRequired).ToList();
        if (optional.Count > 0)
        {
            reader.Context.Report(
                s_optional,
                model,
                model.LocationOf(reader.Attribute.Syntax.Name),
                $"`@@id` of `{model.Name}` lists {FieldListReader.Join(optional.Select(column => column.Name))}, which "
                + (optional.Count == 1 ? $"is {ArityOf(optional[0])}" : "are not required"),
                Require(optional));
        }
    }

    // Safe: no database has a primary key over an empty column.
    private static CodeFix? Require(List<FieldSymbol> columns) => columns.Any(column => !column.IsOptional)
        ? null
        : CodeFix.Safe(
            $"Make {FieldListReader.Join(columns.Select(column => column.Name))} required",
            [.. columns.Select(column => TextEdit.Delete(column.Tree.Source, new TextSpan(column.Type.Span.End - 1, 1)))]);

    private static string ArityOf(FieldSymbol column) => column.IsList ? "a list" : "optional";

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidKey, ValidationStage.Attributes, summary);
}
