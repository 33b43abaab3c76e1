using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Validation.Meaning;

/// <summary>What each model needs: a way to name one row, and a table of its own.</summary>
internal static class ModelChecks
{
    private static readonly ValidationCheck s_withoutKey = new(
        "model-without-key",
        ValidationDescriptors.InvalidKey,
        ValidationStage.Meaning,
        "A model has no id or unique over required fields");

    private static readonly ValidationCheck s_sameTable = new(
        "repeated-table-name",
        ValidationDescriptors.DuplicateOrReservedName,
        ValidationStage.Meaning,
        "Two models have one name in the database");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_withoutKey, s_sameTable];

    public static void CheckKey(ValidationContext context, ModelSymbol model)
    {
        if (model.IsView || model.IsIgnored)
            return;
        List<string>? loose = null;
        foreach (var index in model.Indexes)
        {
            if (!index.IsUnique)
                continue;
            if (index.Columns.All(column => !column.Field.IsOptional && column.Field.Kind != FieldKind.Unsupported))
                return;
            (loose ??= []).Add(string.Join(", ", index.Columns.Select(column => column.Path)));
        }

        context.Report(
            s_withoutKey,
            model,
            model.Location,
            $"`{model.Name}` has no `@id`, and no unique over required fields in its place"
            + (loose is null ? "" : $"; {FieldListReader.Join(loose)} may be empty or of an unsupported type"));
    }

    /// <summary>Reports the models whose table another model has, where one of the names is mapped.</summary>
    public static void CheckTables(ValidationContext context)
    {
        var first = new Dictionary<(string Schema, string Table), ModelSymbol>();
        foreach (var model in context.Schema.Models)
        {
            var key = (model.SchemaName ?? "", model.TableName);
            if (first.TryAdd(key, model))
                continue;
            var earlier = first[key];
            var (at, other) = model.MapAttribute is not null ? (model, earlier) : (earlier, model);
            var location = at.MapAttribute is { } map ? at.LocationOf(map.Syntax.Name) : at.Location;
            context.Report(
                s_sameTable,
                at,
                location,
                $"`{at.Name}` and `{other.Name}` both have the name `{model.TableName}` in the database",
                related: new RelatedLocation(other.Location, $"`{other.Name}`"));
        }
    }
}
