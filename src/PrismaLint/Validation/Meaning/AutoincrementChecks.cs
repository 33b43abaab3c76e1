using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Semantics;

namespace PrismaLint.Validation.Meaning;

/// <summary>Generated defaults: where the database can count, and whether it makes ids at all.</summary>
internal static class AutoincrementChecks
{
    private static readonly ValidationCheck s_auto = Check("unsupported-auto", "`auto()` stands where only MongoDB has it");
    private static readonly ValidationCheck s_map = Check("named-default", "A default has `map` where the database names none");
    private static readonly ValidationCheck s_unsupported = Check("unsupported-autoincrement", "The database does not count (mongodb)");
    private static readonly ValidationCheck s_several = Check("several-autoincrements", "A model has several counters where the database takes one");
    private static readonly ValidationCheck s_notId = Check("autoincrement-outside-id", "A counter is not the id (sqlite)");
    private static readonly ValidationCheck s_notIndexed = Check("autoincrement-without-index", "A counter is not the first column of an index (mysql, sqlite)");
    private static readonly ValidationCheck s_int = Check("autoincrement-on-int", "A counter of CockroachDB is no BigInt");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_auto, s_map, s_unsupported, s_several, s_notId, s_notIndexed, s_int];

    public static void Run(ValidationContext context, ModelSymbol model)
    {
        var counters = 0;
        foreach (var column in model.Fields)
        {
            if (column.Default is not { } value)
                continue;
            if (!context.Connector.HasNamedDefaults && value.Attribute.FindArgument("map") is { } map)
            {
                context.Report(
                    s_map,
                    column,
                    column.LocationOf(map),
                    $"The default of `{column.DisplayName}` is named by `map`, and {context.Connector.DisplayName} names no defaults");
            }

            if (value.Function == "auto" && context.Schema.Provider != Provider.MongoDb)
            {
                context.Report(
                    s_auto, column, column.LocationOf(value.Expression), $"`auto()` of `{column.DisplayName}` is a function of MongoDB, not of {context.Connector.DisplayName}");
            }
            else if (value.Function == "autoincrement")
            {
                counters++;
                CheckCounter(context, model, column, value);
            }
        }

        // Prisma speaks of the model here, so the finding stands at its name.
        if (counters > 1 && context.Schema.Provider is Provider.MySql or Provider.Sqlite or Provider.Unknown)
            context.Report(s_several, model, model.Location, $"`{model.Name}` has {counters} `autoincrement()`, and {context.Connector.DisplayName} takes one a table");
    }

    private static void CheckCounter(ValidationContext context, ModelSymbol model, FieldSymbol column, DefaultValue value)
    {
        switch (context.Schema.Provider)
        {
            case Provider.MongoDb:
                Report(s_unsupported, $"`{column.DisplayName}` has `autoincrement()`, and MongoDB does not count");
                break;
            case Provider.CockroachDb when column.Scalar == ScalarType.Int:
                Report(s_int, $"`{column.DisplayName}` is an `Int` with `autoincrement()`, which CockroachDB has for `BigInt`; for `Int` it has `sequence()`");
                break;
            case Provider.Sqlite or Provider.Unknown when !column.IsId:
                Report(s_notId, $"`{column.DisplayName}` has `autoincrement()`, which {context.Connector.DisplayName} has for the id alone");
                break;
            case Provider.MySql when !model.Indexes.Any(index => index.Kind != IndexKind.Fulltext && index.Columns[0].Field == column):
                Report(s_notIndexed, $"`{column.DisplayName}` has `autoincrement()`, and no key or index of `{model.Name}` begins with it");
                break;
        }

        void Report(ValidationCheck check, string message) => context.Report(check, column, column.LocationOf(value.Expression), message);
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidAttribute, ValidationStage.Meaning, summary);
}
