using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Validation;

/// <summary><c>@shardKey</c> and <c>@@shardKey</c>.</summary>
internal static class ShardKeyChecks
{
    private static readonly ValidationCheck s_several = Check("several-shard-keys", "A model has more than one shard key");
    private static readonly ValidationCheck s_optional = Check("optional-field-in-shard-key", "A shard key is put on an optional field or a list");
    private static readonly ValidationCheck s_unknown = Check("unknown-field-in-shard-key", "A shard key lists a field that the model does not have");
    private static readonly ValidationCheck s_relation = Check("relation-field-in-shard-key", "A shard key lists a relation field");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_several, s_optional, s_unknown, s_relation];

    /// <summary><c>@shardKey</c> on a column.</summary>
    /// <param name="reader">The attribute's arguments.</param>
    /// <param name="column">The column.</param>
    /// <param name="first">The field that carries the first <c>@shardKey</c> of the model, where this is another one.</param>
    public static void CheckColumn(ArgumentReader reader, FieldSymbol column, FieldSymbol? first)
    {
        reader.Close();
        if (first is not null)
        {
            reader.Context.Report(
                s_several,
                column.Owner,
                column.Owner.Location,
                $"`{column.Owner.Name}` has `@shardKey` on `{first.Name}` and on `{column.Name}`; several fields take `@@shardKey`",
                related: new RelatedLocation(column.Location, $"`{column.Name}` has `@shardKey` too"));
        }
    }

    /// <summary>A shard key's column must hold a value in every row, except in models that the client leaves out.</summary>
    public static void CheckRequired(ValidationContext context, FieldSymbol column, AttributeSymbol attribute)
    {
        if (!column.IsRequired)
        {
            context.Report(
                s_optional, column, column.LocationOf(attribute.Syntax.Name), $"`{column.DisplayName}` has `@shardKey` and is not required");
        }
    }

    /// <summary><c>@@shardKey</c>.</summary>
    /// <returns>It takes the place of a <c>@shardKey</c>.</returns>
    public static bool CheckBlock(ArgumentReader reader, FieldListReader list, ModelSymbol model, FieldSymbol? single)
    {
        var isKey = false;
        if (reader.TakeDefault("fields") is { } value && list.ReadNames(reader, "fields", value, model))
        {
            IndexAttributeChecks.ReportUnknown(reader, list, model, s_unknown);
            if (list.Relations.Count > 0)
                Report(s_relation, list.RelationList(), "and only columns can be a shard key");
            isKey = list.Unknown.Count == 0 && list.Relations.Count == 0;
            var optional = list.Columns.Where(column => !column.IsRequired).ToList();
            if (optional.Count > 0 && !model.IsIgnored && isKey)
                Report(s_optional, FieldListReader.Join(optional.Select(column => column.Name)), "and only required fields can be a shard key");
            if (single is not null && isKey)
            {
                reader.Context.Report(
                    s_several,
                    model,
                    model.Location,
                    $"`{model.Name}` has `@@shardKey` and `@shardKey` on `{single.Name}`; a model has one shard key",
                    related: new RelatedLocation(reader.Attribute.Location, "The `@@shardKey`"));
            }
        }

        reader.Close("fields");
        return isKey;

        void Report(ValidationCheck check, string names, string why) =>
            reader.Report(check, reader.Attribute.Syntax.Name.Span, $"`@@shardKey` of `{model.Name}` lists {names}, {why}");
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidKey, ValidationStage.Attributes, summary);
}
