using PrismaLint.Diagnostics;
using PrismaLint.Text;

namespace PrismaLint.Syntax.Parsing;

/// <summary>What the grammar takes and Prisma refuses while it builds its tree: forms of old, escapes, attributes of composite types.</summary>
internal static class SyntaxChecks
{
    public static void Check(BlockDeclarationSyntax block, SyntaxErrors errors)
    {
        var isComposite = block.Kind == SyntaxKind.CompositeTypeDeclaration;
        foreach (var member in block.Members)
        {
            switch (member)
            {
                case FieldDeclarationSyntax declaration:
                    CheckField(block, declaration, errors);
                    foreach (var attribute in declaration.Attributes)
                    {
                        if (isComposite && attribute.Name.Text is "id" or "unique" or "relation" && isComposite)
                        {
                            errors.Report(
                                "attribute-in-composite-type", attribute.Span, $"A field of a composite type takes no `@{attribute.Name.Text}`", ObjectOf(block, declaration));
                        }
                        CheckStrings(attribute, errors);
                    }
                    break;
                case EnumValueSyntax value:
                    foreach (var attribute in value.Attributes)
                        CheckStrings(attribute, errors);
                    break;
                case BlockAttributeSyntax { Attribute: var attribute }:
                    if (isComposite)
                        ReportCompositeAttribute(block, attribute, errors);
                    CheckStrings(attribute, errors);
                    break;
                case PropertySyntax { Value: { } value }:
                    CheckStrings(value, errors);
                    break;
            }
        }
    }

    private static void CheckField(BlockDeclarationSyntax block, FieldDeclarationSyntax declaration, SyntaxErrors errors)
    {
        var name = declaration.Name.Text;
        var schemaObject = ObjectOf(block, declaration);
        if (!declaration.Colon.IsMissing)
        {
            errors.Report("field-colon", declaration.Colon.Span, $"No `:` stands between the field `{name}` and its type", schemaObject, WithoutColon(declaration, errors));
            return;
        }
        if (declaration.Type is not { } type)
        {
            errors.Report("field-without-type", declaration.Name.Span, $"The field `{name}` has no type", schemaObject);
            return;
        }
        switch (type.Modifier)
        {
            case TypeModifier.LegacyRequired:
                errors.Report("required-mark", type.Span, $"A field is required without a mark: `{type.Name.Text}`, not `{type.Name.Text}!`", schemaObject, errors.Replace("Remove `!`", LastOf(type), ""));
                break;
            case TypeModifier.LegacyList:
                errors.Report("list-brackets-around", type.Span, $"The brackets of a list stand behind its type: `{type.Name.Text}[]`", schemaObject, errors.Replace($"Replace with `{type.Name.Text}[]`", type.Span, type.Name.Text + "[]"));
                break;
            case TypeModifier.OptionalList:
                errors.Report("optional-list", type.Span, $"A list cannot be optional: `{type.Name.Text}[]` or `{type.Name.Text}?`", schemaObject, errors.Replace("Remove `?`", LastOf(type), ""));
                break;
        }
        if (type.IsUnsupported)
            CheckEscapes(type.UnsupportedText, errors);
    }

    private static TextSpan LastOf(TypeSyntax type) => new(type.Span.End - 1, 1);

    private static CodeFix WithoutColon(FieldDeclarationSyntax declaration, SyntaxErrors errors)
    {
        var next = declaration.Type?.Span.Start ?? (declaration.Attributes.Count > 0 ? declaration.Attributes[0].Span.Start : -1);
        return errors.Replace("Remove `:`", declaration.Colon.Span, next == declaration.Colon.End && declaration.Name.End == declaration.Colon.Start ? " " : "");
    }

    private static void ReportCompositeAttribute(BlockDeclarationSyntax block, AttributeSyntax attribute, SyntaxErrors errors)
    {
        var type = block.Name.Text;
        var message = attribute.Name.Text switch
        {
            "id" => $"The composite type `{type}` cannot have an id: it is stored inside a model",
            "index" or "unique" or "fulltext" => $"`@@{attribute.Name.Text}` over fields of the composite type `{type}` belongs into the model that embeds it",
            "map" => $"The name of the composite type `{type}` is not stored, so there is nothing to map",
            _ => $"A composite type takes no block attributes, found `@@{attribute.Name.Text}`",
        };
        errors.Report("block-attribute-in-composite-type", attribute.Span, message, type);
    }

    private static string ObjectOf(BlockDeclarationSyntax block, FieldDeclarationSyntax declaration) => block.Name.Text + "." + declaration.Name.Text;

    private static void CheckStrings(AttributeSyntax attribute, SyntaxErrors errors)
    {
        if (attribute.ArgumentList is not null)
            CheckStrings(attribute.ArgumentList, errors);
    }

    private static void CheckStrings(ArgumentListSyntax list, SyntaxErrors errors)
    {
        foreach (var argument in list.Arguments)
        {
            if (argument.Value is not null)
                CheckStrings(argument.Value, errors);
        }
    }

    // Recursion is bounded: the grammar nests values no deeper than MemberGrammar.MaximumDepth.
    private static void CheckStrings(ExpressionSyntax expression, SyntaxErrors errors)
    {
        switch (expression)
        {
            case LiteralExpressionSyntax { IsString: true } literal:
                CheckEscapes(literal.Token, errors);
                break;
            case CallExpressionSyntax call:
                CheckStrings(call.ArgumentList, errors);
                break;
            case ArrayExpressionSyntax array:
                foreach (var element in array.Elements)
                    CheckStrings(element, errors);
                break;
            case ObjectExpressionSyntax found:
                foreach (var member in found.Members)
                    CheckStrings(member.Value, errors);
                break;
        }
    }

    private static void CheckEscapes(SyntaxToken literal, SyntaxErrors errors)
    {
        var text = literal.Text;
        if (text.IndexOf('\\') < 0)
            return;
        var end = text.Length - 1;
        for (var i = 1; i < end; i++)
        {
            if (text[i] != '\\')
                continue;
            var escape = text[i + 1];
            if (escape == 'u')
            {
                i = CheckUnicodeEscape(literal, i, end, errors);
                continue;
            }
            if (!(escape is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't'))
            {
                var place = new TextSpan(literal.Start + i, 2);
                var shown = escape is '\n' or '\r' ? "`\\` before a line break" : $"`\\{escape}`";
                errors.Report("unknown-escape", place, $"{shown} is no escape sequence; a backslash itself is written `\\\\`", fix: EscapeBackslash(place, escape, errors));
            }
            i++;
        }
    }

    // Of a quote that needs no backslash this is the one to go; else the backslash itself is probably meant.
    private static CodeFix? EscapeBackslash(TextSpan place, char escape, SyntaxErrors errors) => escape switch
    {
        '\n' or '\r' => null,
        '\'' or '`' => errors.Replace("Remove the backslash", new TextSpan(place.Start, 1), ""),
        _ => errors.Replace("Write the backslash twice", new TextSpan(place.Start, 1), "\\\\") with { Safety = FixSafety.Unsafe },
    };

    // Returns the index of the last character that was read.
    private static int CheckUnicodeEscape(SyntaxToken literal, int start, int end, SyntaxErrors errors)
    {
        var text = literal.Text;
        if (!SyntaxFacts.TryReadHex(text, start + 2, end, out var unit))
        {
            var length = 2;
            while (start + length < end && length < 6 && SyntaxFacts.HexValue(text[start + length]) >= 0)
                length++;
            errors.Report("invalid-unicode-escape", new TextSpan(literal.Start + start, length), "`\\u` is followed by four hexadecimal digits");
            return start + length - 1;
        }
        if (!char.IsSurrogate(unit))
            return start + 5;
        var isPair = char.IsHighSurrogate(unit)
            && start + 7 < end && text[start + 6] == '\\' && text[start + 7] == 'u'
            && SyntaxFacts.TryReadHex(text, start + 8, end, out var low) && char.IsLowSurrogate(low);
        if (isPair)
            return start + 11;
        errors.Report("invalid-unicode-escape", new TextSpan(literal.Start + start, 6), $"`{text.Substring(start, 6)}` is one half of a surrogate pair");
        return start + 5;
    }
}
