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
        RuleContext context, RuleDescriptor definition, IEnumerable<BlockSymbol> blocks, string styleOption, NameList allow, Prefixes prefixes)
    {
        var judged = blocks.Where(block => !allow.Contains(block.Name)).ToList();
        var dominant = NameStyles.Parse(styleOption) is null
            ? NameStyles.FindDominant(judged.Select(block => prefixes.Trim(block.Name)))
            : null;
        if ((NameStyles.Parse(styleOption) ?? dominant?.Style) is not { } style)
            yield break;
        ILookup<BlockSymbol, FieldSymbol>? uses = null;
        foreach (var block in judged)
        {
            var name = prefixes.Trim(block.Name);
            if (NameStyles.Fits(name, style))
                continue;
            uses ??= RenameEdits.FieldsByType(context.Schema);
            var newName = prefixes.Convert(block.Name, style);
            yield return definition
                .At(block.Location, Kind(block), block.Name, NameStyles.Name(style), dominant is null ? "" : $", the style of {dominant.Count} of {dominant.Total} compound names")
                .On(block.DisplayName)
                .WithFix(RenameEdits.RenameBlock(context.Schema, block, newName, uses));
        }
    }

    /// <summary>The same as prisma-lint judges: each block by the letters of its name alone.</summary>
    public static IEnumerable<Diagnostic> NotPascal(RuleContext context, RuleDescriptor definition, IEnumerable<BlockSymbol> blocks, NameList allow, Prefixes prefixes)
    {
        ILookup<BlockSymbol, FieldSymbol>? uses = null;
        foreach (var block in blocks.Where(block => !allow.Contains(block.Name) && !PrismaLintNames.IsPascalCase(prefixes.TrimWholly(block.Name))))
        {
            uses ??= RenameEdits.FieldsByType(context.Schema);
            yield return definition
                .At(block.Location, Kind(block), block.Name, NameStyles.Name(NameStyle.Pascal), "")
                .On(block.DisplayName)
                .WithFix(block.HasErrors ? null : RenameEdits.RenameBlock(context.Schema, block, prefixes.Convert(block.Name, NameStyle.Pascal), uses));
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
