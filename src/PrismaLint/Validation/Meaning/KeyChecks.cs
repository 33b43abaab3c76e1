using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Validation.Meaning;

/// <summary>Primary keys: what the database can have as one.</summary>
internal static class KeyChecks
{
    private static readonly ValidationCheck s_named = Check("named-id", "An id has `map` where the database names no primary keys");
    private static readonly ValidationCheck s_compound = Check("compound-id", "An id lies over several fields where the database takes one");
    private static readonly ValidationCheck s_empty = Check("empty-id", "An id lists no field");
    private static readonly ValidationCheck s_length = Check("id-length", "A column of an id has `length` where the database takes none");
    private static readonly ValidationCheck s_sort = Check("id-sort", "A column of an id has `sort` where the database takes none");
    private static readonly ValidationCheck s_clustered = Check("clustered-id", "An id has `clustered` where the database knows no such thing");
    private static readonly ValidationCheck s_twoClustered = Check("clustered-id-and-index", "Both the id and an index are clustered");
    private static readonly ValidationCheck s_nativeType = Check("id-native-type", "An id lies over a native type that the database cannot index");
    private static readonly ValidationCheck s_bytes = Check("bytes-id", "An id lies over Bytes (sqlserver)");

    public static IReadOnlyList<ValidationCheck> Checks { get; } =
        [s_named, s_compound, s_empty, s_length, s_sort, s_clustered, s_twoClustered, s_nativeType, s_bytes];

    public static void Run(ValidationContext context, ModelSymbol model)
    {
        if (model.PrimaryKey is not { } key)
        {
            if (model.FindAttribute("id") is { } attribute && IndexChecks.IsEmptyList(attribute))
            {
                context.Report(s_empty, model, model.LocationOf(attribute.Syntax.Name), $"`@@id` of `{model.Name}` lists no field");
                CheckClustered(context, model, attribute);
            }

            return;
        }

        var connector = context.Connector;
        // Prisma speaks of the model here, so the finding stands at its name.
        if (!connector.HasNamedPrimaryKeys && key.HasExplicitName)
            context.Report(s_named, model, model.Location, $"The id of `{model.Name}` is named by `map`, and {connector.DisplayName} names no primary keys");
        if (context.Schema.Provider == Provider.MongoDb && key.Columns.Count > 1)
            Report(s_compound, $"The id of `{model.Name}` lies over {key.Columns.Count} fields, and MongoDB takes one");
        CheckColumns();
        CheckClustered(context, model, key.Attribute);
        if (context.Schema.Provider == Provider.SqlServer && key.IsClustered != false
            && model.Indexes.FirstOrDefault(index => index != key && index.IsClustered == true) is { } clustered)
        {
            Report(s_twoClustered, $"The id of `{model.Name}` is clustered, and so is the index `{clustered.DisplayName}`");
        }

        void CheckColumns()
        {
            foreach (var column in key.Columns)
            {
                if (column.HasLength)
                {
                    if (!connector.HasIndexLengths)
                        Report(s_length, $"`{column.Path}` in the id of `{model.Name}` has `length`, which {connector.DisplayName} does not take");
                    else
                        IndexChecks.CheckLengthType(context, key, column);
                }

                if (column.HasSort && !connector.HasSortInIds)
                    Report(s_sort, $"`{column.Path}` in the id of `{model.Name}` has `sort`, which {connector.DisplayName} does not take in an id");
                if (IndexChecks.CannotIndex(context, column) && context.Schema.Provider != Provider.PostgreSql)
                    Report(s_nativeType, $"`{column.Path}` in the id of `{model.Name}` is of the native type `{column.Field.NativeType}`, which {connector.DisplayName} cannot index");
                if (context.Schema.Provider == Provider.SqlServer && column.Field.Scalar == ScalarType.Bytes)
                    Report(s_bytes, $"`{column.Path}` in the id of `{model.Name}` is of type `Bytes`, which SQL Server does not take in an id");
            }
        }

        void Report(ValidationCheck check, string message) =>
            context.Report(check, (Symbol?)key.DeclaringField ?? model, model.LocationOf(key.Attribute.Syntax.Name), message);
    }

    /// <summary><c>clustered</c> on a key or index of a database that has no such thing.</summary>
    public static void CheckClustered(ValidationContext context, ModelSymbol model, AttributeSymbol attribute)
    {
        if (context.Connector.HasClusteredIndexes || attribute.FindArgument("clustered") is not { Value: PathExpressionSyntax } argument)
            return;
        context.Report(
            s_clustered,
            model,
            model.LocationOf(argument),
            $"`{attribute}` of `{model.Name}` has `clustered`, which {context.Connector.DisplayName} does not know");
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidKey, ValidationStage.Meaning, summary);
}
