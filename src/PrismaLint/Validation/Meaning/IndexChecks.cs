using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Validation.Meaning;

/// <summary>Uniques, indexes and full-text indexes: what the database can have. Ids: <see cref="KeyChecks"/>.</summary>
internal static class IndexChecks
{
    private static readonly ValidationCheck s_empty = Check("empty-index", "An index lists no field");
    private static readonly ValidationCheck s_length = Check("index-length", "A column of an index has `length` where the database takes none");
    private static readonly ValidationCheck s_lengthType = Check("index-length-type", "A column that is neither String nor Bytes has `length`");
    private static readonly ValidationCheck s_type = Check("unsupported-index-type", "The database has no index of that type");
    private static readonly ValidationCheck s_hashSort = Check("hash-index-sort", "A column of a hash index has `sort`");
    private static readonly ValidationCheck s_fulltext = Check("unsupported-fulltext", "The database has no full-text indexes");
    private static readonly ValidationCheck s_twoFulltext = Check("several-fulltext", "A model has more than one full-text index (mongodb)");
    private static readonly ValidationCheck s_fulltextLength = Check("fulltext-length", "A column of a full-text index has `length`");
    private static readonly ValidationCheck s_fulltextSort = Check("fulltext-sort", "A column of a full-text index has `sort` (mysql)");
    private static readonly ValidationCheck s_fulltextRun = Check("fulltext-fields-apart", "The text fields of a full-text index stand apart (mongodb)");
    private static readonly ValidationCheck s_clusteredTwice = Check("several-clustered-indexes", "More than one index of a model is clustered");
    private static readonly ValidationCheck s_clusteredBesideId = Check("clustered-index-beside-id", "An index is clustered while the id is");
    private static readonly ValidationCheck s_operatorClass = Check("operator-class-outside-index", "An operator class stands in something else than `@@index`");
    private static readonly ValidationCheck s_composite = Check("composite-type-in-compound-unique", "A compound unique lists a composite type");
    private static readonly ValidationCheck s_wherePreview = Check("partial-index-without-preview-feature", "An index has `where` without its preview feature");
    private static readonly ValidationCheck s_where = Check("unsupported-partial-index", "The database has no partial indexes");
    private static readonly ValidationCheck s_nativeType = Check("index-native-type", "An index lies over a native type that the database cannot index");

    public static IReadOnlyList<ValidationCheck> Checks { get; } =
    [
        s_empty, s_length, s_lengthType, s_type, s_hashSort, s_fulltext, s_twoFulltext, s_fulltextLength, s_fulltextSort, s_fulltextRun,
        s_clusteredTwice, s_clusteredBesideId, s_operatorClass, s_composite, s_wherePreview, s_where, s_nativeType,
    ];

    /// <summary>What each provider has to say by itself.</summary>
    public static void RunOfProvider(ValidationContext context, ModelSymbol model)
    {
        var clustered = 0;
        foreach (var index in model.Indexes)
            clustered += index.Kind != IndexKind.PrimaryKey && index.IsClustered == true ? 1 : 0;
        var reportedColumns = new HashSet<FieldSymbol>();
        foreach (var index in model.Indexes)
        {
            if (index.Kind == IndexKind.PrimaryKey)
                continue;
            if (index.Kind == IndexKind.Index)
                OperatorClassChecks.Run(context, index);
            // Only PostgreSQL says so of a full-text index, besides that it has none.
            if (index.Kind != IndexKind.Fulltext || context.Schema.Provider == Provider.PostgreSql)
                CheckNativeTypes(context, index, reportedColumns);
            if (index.Method == IndexMethod.Hash && context.Schema.Provider == Provider.PostgreSql && index.Columns.Any(column => column.HasSort))
                Report(context, s_hashSort, index, $"{Name(index)} is a hash index and has `sort`");
            if (index.IsClustered == true && context.Connector.HasClusteredIndexes)
                CheckClustered(context, index, clustered);
        }
    }

    /// <summary>What holds for all providers, by what they can do.</summary>
    public static void Run(ValidationContext context, ModelSymbol model)
    {
        foreach (var attribute in model.Attributes)
        {
            if (attribute.Name is "unique" or "index" or "fulltext" && IsEmptyList(attribute))
            {
                context.Report(s_empty, model, model.LocationOf(attribute.Syntax.Name), $"`{attribute}` of `{model.Name}` lists no field");
                KeyChecks.CheckClustered(context, model, attribute);
            }
        }

        var fulltext = model.Attributes.Count(attribute => attribute.Name == "fulltext");
        foreach (var index in model.Indexes)
        {
            if (index.Kind == IndexKind.PrimaryKey)
                continue;
            if (index.Kind == IndexKind.Fulltext)
                CheckFulltext(context, index, fulltext);
            else
                CheckIndex(context, index);
            if (index.Kind != IndexKind.Index && index.Columns.FirstOrDefault(column => column.OperatorClass is not null) is { } column)
                Report(context, s_operatorClass, index, $"`{column.Path}` in {Name(index)} has `ops`, which only `@@index` takes");
            KeyChecks.CheckClustered(context, model, index.Attribute);
        }
    }

    /// <summary>The list of fields is given and empty.</summary>
    public static bool IsEmptyList(AttributeSymbol attribute) =>
        attribute.IsBlockAttribute && attribute.FindOrDefault("fields") is ArrayExpressionSyntax { Elements.Count: 0 };

    /// <summary>A column is of a native type that no index can hold, or (mysql) none without a length.</summary>
    public static bool CannotIndex(ValidationContext context, IndexColumn column)
    {
        if (column.Field.NativeType is not { } type)
            return false;
        if (context.Connector.UnindexableNativeTypes.Contains(type.Name))
            return !column.HasLength || context.Schema.Provider != Provider.MySql;
        return context.Connector.FindNativeType(type.Name) is { } facts && type.Arguments.Count > 0 && NativeTypeText.IsMax(facts, type.Arguments[0]);
    }

    /// <summary><c>length</c> stands on text and bytes only.</summary>
    public static void CheckLengthType(ValidationContext context, IndexSymbol index, IndexColumn column)
    {
        if (column.Field.Kind == FieldKind.Unsupported || column.Field.Scalar is ScalarType.String or ScalarType.Bytes)
            return;
        Report(context, s_lengthType, index, $"`{column.Path}` in {Name(index)} has `length` and is of type `{column.Field.Type.Name.Text}`");
    }

    /// <summary>How messages call an index.</summary>
    public static string Name(IndexSymbol index) =>
        index.DeclaringField is { } column ? $"`{index.Attribute}` of `{column.DisplayName}`" : $"`{index.Attribute}` of `{index.Model.Name}`";

    /// <summary>Reports at the name of the attribute that declares an index.</summary>
    public static void Report(ValidationContext context, ValidationCheck check, IndexSymbol index, string message) => context.Report(
        check, (Symbol?)index.DeclaringField ?? index.Model, index.Model.LocationOf(index.Attribute.Syntax.Name), message);

    private static void CheckIndex(ValidationContext context, IndexSymbol index)
    {
        var connector = context.Connector;
        foreach (var column in index.Columns)
        {
            if (!column.HasLength)
                continue;
            if (connector.HasIndexLengths)
                CheckLengthType(context, index, column);
            else
                Report(context, s_length, index, $"`{column.Path}` in {Name(index)} has `length`, which {connector.DisplayName} does not take");
        }

        if (index.Attribute.Find("type") is PathExpressionSyntax method && !connector.IndexMethods.Contains(method.Name.Text))
        {
            context.Report(
                s_type, index.Model, index.Model.LocationOf(method), $"{Name(index)} is of the type `{method.Name.Text}`, which {connector.DisplayName} does not have");
        }

        CheckWhere(context, index);
        if (index.Kind == IndexKind.Unique && index.Columns.Count > 1
            && index.Columns.FirstOrDefault(column => column.Field.Kind == FieldKind.Composite) is { } composite)
        {
            Report(context, s_composite, index, $"{Name(index)} lists `{composite.Path}`, a composite type, beside other fields");
        }
    }

    // Of each index the first such column.
    private static void CheckNativeTypes(ValidationContext context, IndexSymbol index, HashSet<FieldSymbol> reportedColumns)
    {
        foreach (var column in index.Columns)
        {
            if (!CannotIndex(context, column))
                continue;
            // Of PostgreSQL Prisma points at the column, which index after index is reported once.
            var atColumn = context.Schema.Provider == Provider.PostgreSql;
            if (atColumn && !reportedColumns.Add(column.Field))
                break;
            context.Report(
                s_nativeType,
                atColumn ? column.Field : (Symbol?)index.DeclaringField ?? index.Model,
                atColumn && column.Field.NativeType is { } type ? type.Attribute.Location : index.Model.LocationOf(index.Attribute.Syntax.Name),
                $"`{column.Path}` in {Name(index)} is of the native type `{column.Field.NativeType}`, which {context.Connector.DisplayName} cannot index"
                + (context.Schema.Provider == Provider.MySql ? " without `length`" : ""));
            break;
        }
    }

    private static void CheckWhere(ValidationContext context, IndexSymbol index)
    {
        if (index.Attribute.FindArgument("where") is not { } where)
            return;
        if (!context.Schema.HasPreviewFeature("partialIndexes"))
            Report(s_wherePreview, $"{Name(index)} has `where` without the preview feature `partialIndexes`");
        else if (!context.Connector.HasPartialIndexes)
            Report(s_where, $"{Name(index)} has `where`, and {context.Connector.DisplayName} has no partial indexes");

        void Report(ValidationCheck check, string message) =>
            context.Report(check, (Symbol?)index.DeclaringField ?? index.Model, index.Model.LocationOf(where), message);
    }

    private static void CheckFulltext(ValidationContext context, IndexSymbol index, int count)
    {
        var connector = context.Connector;
        if (!connector.HasFulltextIndexes)
        {
            Report(context, s_fulltext, index, $"{Name(index)} is a full-text index, which {connector.DisplayName} does not have");
            return;
        }

        if (index.Columns.Any(column => column.HasLength))
            Report(context, s_fulltextLength, index, $"{Name(index)} has `length`, which full-text indexes do not take");
        if (context.Schema.Provider == Provider.MySql)
        {
            if (index.Columns.Any(column => column.HasSort))
                Report(context, s_fulltextSort, index, $"{Name(index)} has `sort`, which full-text indexes of MySQL do not take");
            return;
        }

        if (count > 1)
            Report(context, s_twoFulltext, index, $"`{index.Model.Name}` has {count} full-text indexes, and MongoDB takes one");
        var runs = 0;
        for (var i = 0; i < index.Columns.Count; i++)
        {
            if (!index.Columns[i].HasSort && (i == 0 || index.Columns[i - 1].HasSort))
                runs++;
        }

        if (runs > 1)
            Report(context, s_fulltextRun, index, $"Fields with `sort` part the text fields of {Name(index)}, and MongoDB wants these in one run");
    }

    private static void CheckClustered(ValidationContext context, IndexSymbol index, int clustered)
    {
        if (index.Model.PrimaryKey is { } key && key.IsClustered != false)
            Report(context, s_clusteredBesideId, index, $"{Name(index)} is clustered, and so is the id of `{index.Model.Name}`");
        if (clustered > 1)
            Report(context, s_clusteredTwice, index, $"{clustered} indexes of `{index.Model.Name}` are clustered, and a table has one order");
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidIndex, ValidationStage.Meaning, summary);
}
