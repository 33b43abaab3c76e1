using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Shared;

/// <summary>Finds names of blocks outside a style: what the rules for models and for enums share.</summary>
internal static class BlockNames
{
    /// <summary>The message's values: kind of block, name, style, and what the style is taken from.</summary>
    public static IEnumerable<Diagnostic> Outliers(
        RuleContext context, RuleDescriptor definition, IEnumerable<BlockSymbol> blocks, string styleOption, NameList allow, string prefix)
    {
        var judged = blocks.Where(block => !allow.Contains(block.Name)).ToList();
        var dominant = NameStyles.Parse(styleOption) is null
            ? NameStyles.FindDominant(judged.Select(block => NamingOptions.Trim(block.Name, prefix)))
            : null;
        if ((NameStyles.Parse(styleOption) ?? dominant?.Style) is not { } style)
            yield break;
        ILookup<BlockSymbol, FieldSymbol>? uses = null;
        foreach (var block in judged)
        {
            var name = NamingOptions.Trim(block.Name, prefix);
            if (NameStyles.Fits(name, style))
                continue;
            uses ??= RenameEdits.FieldsByType(context.Schema);
            var newName = NamingOptions.Convert(block.Name, style, prefix);
            yield return definition
                .At(block.Location, Kind(block), block.Name, NameStyles.Name(style), dominant is null ? "" : $", the style of {dominant.Count} of {dominant.Total} compound names")
                .On(block.DisplayName)
                .WithFix(RenameEdits.RenameBlock(context.Schema, block, newName, uses));
        }
    }

    private static string Kind(BlockSymbol block) => block switch
    {
        ModelSymbol { IsView: true } => "View",
        ModelSymbol => "Model",
        EnumSymbol => "Enum",
        _ => "Type",
    };
}
