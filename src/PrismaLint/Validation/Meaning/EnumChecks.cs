using System.Collections.Generic;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Validation.Meaning;

/// <summary>Enums: whether the database has them, and under which names.</summary>
internal static class EnumChecks
{
    private static readonly ValidationCheck s_unsupported = new(
        "unsupported-enum", ValidationDescriptors.UnknownType, ValidationStage.Meaning, "The database has no enums");

    private static readonly ValidationCheck s_sameName = new(
        "repeated-enum-database-name",
        ValidationDescriptors.DuplicateOrReservedName,
        ValidationStage.Meaning,
        "Two enums have one name in the database");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_unsupported, s_sameName];

    public static void Run(ValidationContext context, DatabaseSchemaChecks schemas)
    {
        if (context.Schema.Enums.Count == 0)
            return;
        var first = new Dictionary<(string Schema, string Name), EnumSymbol>();
        foreach (var symbol in context.Schema.Enums)
        {
            schemas.CheckEnum(symbol);
            if (!context.Connector.HasEnums)
                context.Report(s_unsupported, symbol, symbol.Location, $"`{symbol.Name}` is an enum, which {context.Connector.DisplayName} does not have");
            var key = (symbol.SchemaName ?? "", symbol.DatabaseName);
            if (!first.TryAdd(key, symbol) && context.Schema.Provider != Provider.SqlServer)
            {
                context.Report(
                    s_sameName,
                    symbol,
                    symbol.Location,
                    $"The enums `{first[key].Name}` and `{symbol.Name}` both have the name `{symbol.DatabaseName}` in the database",
                    related: new RelatedLocation(first[key].Location, $"`{first[key].Name}`"));
            }
        }
    }
}
