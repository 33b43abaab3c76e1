using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Rules.Shared;

/// <summary>Edits that give a declaration another name in the database.</summary>
internal static class MapEdits
{
    /// <summary>What a fix that changes a name in the database has to say about the next migration.</summary>
    public const string Warning = "a migration drops and creates it anew unless that is edited to a rename";

    /// <summary>Sets <c>@@map</c>; removes it where the block's own name is wanted and nothing has to be written.</summary>
    /// <param name="block">The model or enum.</param>
    /// <param name="map">The attribute that is there.</param>
    /// <param name="name">The name in the database.</param>
    /// <param name="isWritten">The attribute is written even if it gives the block's own name.</param>
    public static TextEdit? OfBlock(BlockSymbol block, AttributeSymbol? map, string name, bool isWritten)
    {
        if (map is null)
            return block.Syntax.CloseBrace.IsMissing ? null : SchemaEdits.AppendBlockAttribute(block, $"@@map({SyntaxFacts.EncodeString(name)})");
        if (name != block.Name || isWritten)
            return Replace(map, name);
        return Remove(block, map);
    }

    /// <summary>Removes a <c>@@map</c> that only repeats the name that the block is about to get; <see langword="null"/> for another.</summary>
    public static TextEdit? WithoutRepetition(BlockSymbol block, AttributeSymbol map, string newName) =>
        map.FindOrDefault("name") is LiteralExpressionSyntax { IsString: true } literal && literal.Value == newName ? Remove(block, map) : null;

    /// <summary>Sets <c>@map</c> of a field; removes it where the field's own name is wanted and nothing has to be written.</summary>
    public static TextEdit? OfField(FieldSymbol member, string name, bool isWritten)
    {
        if (member.MapAttribute is not { } map)
            return SchemaEdits.AppendAttribute(member, $"@map({SyntaxFacts.EncodeString(name)})");
        return name == member.Name && !isWritten ? SchemaEdits.RemoveAttribute(map) : Replace(map, name);
    }

    /// <summary>Sets <c>@map</c> of an enum value; removes it where the value's own name is wanted.</summary>
    public static TextEdit? OfValue(EnumValueSymbol value, string name)
    {
        if (value.MapAttribute is not { } map)
            return TextEdit.Insert(value.Tree.Source, value.Syntax.Span.End, $" @map({SyntaxFacts.EncodeString(name)})");
        return name == value.Name ? SchemaEdits.RemoveAttribute(map) : Replace(map, name);
    }

    private static TextEdit? Remove(BlockSymbol block, AttributeSymbol map) =>
        block.Syntax.BlockAttributes.FirstOrDefault(member => member.Attribute == map.Syntax) is { } line ? SchemaEdits.RemoveMember(block.Tree, line) : null;

    private static TextEdit? Replace(AttributeSymbol map, string name) => map.FindOrDefault("name") is LiteralExpressionSyntax { IsString: true } literal
        ? SchemaEdits.Replace(map.Tree.Source, literal, SyntaxFacts.EncodeString(name))
        : null;
}
