using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Rules.Shared;

/// <summary>Edits on the relation name that <c>@relation</c> gives.</summary>
internal static class RelationEdits
{
    /// <summary>The literal that names the relation; <see langword="null"/> where the field does not name it.</summary>
    public static LiteralExpressionSyntax? FindName(FieldSymbol side) =>
        side.FindAttribute("relation")?.FindOrDefault("name") as LiteralExpressionSyntax;

    /// <summary>The ends of a relation in the order of files and text.</summary>
    public static IReadOnlyList<FieldSymbol> InTextOrder(RelationSymbol relation) =>
        [.. relation.Fields.OrderBy(side => side.Tree.Source.Path, StringComparer.Ordinal).ThenBy(side => side.Location.Span.Start)];

    /// <summary>Gives the relation a name at one of its ends, in place of the one it has there.</summary>
    public static TextEdit SetName(FieldSymbol side, string name)
    {
        var source = side.Tree.Source;
        var literal = SyntaxFacts.EncodeString(name);
        if (FindName(side) is { } old)
            return SchemaEdits.Replace(source, old, literal);
        if (side.FindAttribute("relation") is not { } relation)
            return TextEdit.Insert(source, side.Type.Span.End, $" @relation({literal})");
        if (relation.Syntax.ArgumentList is not { } list)
            return TextEdit.Insert(source, relation.Syntax.Span.End, $"({literal})");
        return TextEdit.Insert(source, list.OpenParen.End, list.Arguments.Count == 0 ? literal : literal + ", ");
    }

    /// <summary>Takes the name away at one end, and the attribute where nothing else is in it.</summary>
    public static TextEdit RemoveName(FieldSymbol side, AttributeSymbol relation, LiteralExpressionSyntax name)
    {
        var source = side.Tree.Source;
        var arguments = relation.Arguments;
        for (var i = 0; arguments.Count > 1 && i < arguments.Count; i++)
        {
            if (arguments[i].Value != name)
                continue;
            return TextEdit.Delete(source, i + 1 < arguments.Count
                ? TextSpan.FromBounds(arguments[i].Span.Start, arguments[i + 1].Span.Start)
                : TextSpan.FromBounds(arguments[i - 1].Span.End, arguments[i].Span.End));
        }
        return SchemaEdits.RemoveAttribute(relation);
    }
}
