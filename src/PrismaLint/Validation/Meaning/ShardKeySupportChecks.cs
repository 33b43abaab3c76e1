using System.Collections.Generic;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Validation.Meaning;

/// <summary>Shard keys: a preview feature of one database.</summary>
internal static class ShardKeySupportChecks
{
    private static readonly ValidationCheck s_preview = Check("shard-key-without-preview-feature", "A shard key stands without its preview feature");
    private static readonly ValidationCheck s_unsupported = Check("unsupported-shard-key", "The database has no shard keys");
    private static readonly ValidationCheck s_empty = Check("empty-shard-key", "A shard key lists no field");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_preview, s_unsupported, s_empty];

    public static void Run(ValidationContext context, ModelSymbol model)
    {
        foreach (var attribute in model.Attributes)
        {
            if (attribute.Name == "shardKey")
                CheckAttribute(context, model, attribute);
        }

        foreach (var member in model.Fields)
        {
            foreach (var attribute in member.Attributes)
            {
                if (attribute.Name == "shardKey")
                    CheckAttribute(context, member, attribute);
            }
        }
    }

    private static void CheckAttribute(ValidationContext context, Symbol symbol, AttributeSymbol attribute)
    {
        if (!context.Schema.HasPreviewFeature("shardKeys"))
            Report(s_preview, $"`{symbol.DisplayName}` has a shard key without the preview feature `shardKeys`", Repairs.AddPreviewFeature(context.Schema, "shardKeys"));
        if (!context.Connector.HasShardKeys)
            Report(s_unsupported, $"`{symbol.DisplayName}` has a shard key, which {context.Connector.DisplayName} does not know");
        if (attribute.IsBlockAttribute && IndexChecks.IsEmptyList(attribute))
            Report(s_empty, $"`@@shardKey` of `{symbol.DisplayName}` lists no field");

        void Report(ValidationCheck check, string message, CodeFix? fix = null) =>
            context.Report(check, symbol, symbol.LocationOf(attribute.Syntax.Name), message, fix);
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidAttribute, ValidationStage.Meaning, summary);
}
