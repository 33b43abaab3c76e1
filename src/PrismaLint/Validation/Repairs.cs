using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Validation;

/// <summary>The repairs that several checks offer.</summary>
internal static class Repairs
{
    /// <summary>
    /// Takes the later of two members away, only where both say the same: which of two different ones is meant, nobody
    /// can know.
    /// </summary>
    public static CodeFix? RemoveRepetition(SyntaxTree tree, MemberSyntax first, MemberSyntax second) =>
        SayTheSame(tree.Source, first.Span, second.Span)
            ? CodeFix.Safe("Remove the repeated line", TextEdit.Delete(tree.Source, LineOf(tree.Source, second.Span)))
            : null;

    /// <summary>Takes the later of two equal attributes of a field away.</summary>
    public static CodeFix? RemoveRepetition(AttributeSymbol first, AttributeSymbol second)
    {
        var source = second.Tree.Source;
        if (second == first || second.IsBlockAttribute || !SayTheSame(source, first.Syntax.Span, second.Syntax.Span))
            return null;
        return CodeFix.Safe("Remove the repeated attribute", TextEdit.Delete(source, WithBlanksBefore(source, second.Syntax.Span)));
    }

    /// <summary>Takes a property's line away.</summary>
    public static CodeFix RemoveProperty(ConfigurationBlockSymbol block, PropertySyntax property) => CodeFix.Safe(
        $"Remove `{property.Key.Text}`", TextEdit.Delete(block.Tree.Source, LineOf(block.Tree.Source, property.Span)));

    /// <summary>Takes one string out of a property's list; the property, where nothing else is in it.</summary>
    public static CodeFix? RemoveElement(ConfigurationBlockSymbol block, LiteralExpressionSyntax element)
    {
        foreach (var property in block.Properties)
        {
            if (property.Value == element)
                return RemoveProperty(block, property);
            if (property.Value is not ArrayExpressionSyntax { Elements: var elements })
                continue;
            for (var i = 0; i < elements.Count; i++)
            {
                if (elements[i] != element)
                    continue;
                if (elements.Count == 1)
                    return RemoveProperty(block, property);
                var span = i == 0
                    ? TextSpan.FromBounds(element.Span.Start, elements[1].Span.Start)
                    : TextSpan.FromBounds(elements[i - 1].Span.End, element.Span.End);
                return CodeFix.Safe($"Remove `{element.Value}` from `{property.Key.Text}`", TextEdit.Delete(block.Tree.Source, span));
            }
        }

        return null;
    }

    /// <summary>Names a preview feature in the generator of the client; none where there is no such generator.</summary>
    public static CodeFix? AddPreviewFeature(SemanticModel schema, string feature)
    {
        GeneratorSymbol? client = null;
        foreach (var generator in schema.Generators)
        {
            if (client is null && (schema.Generators.Count == 1 || generator.FindString("provider")?.StartsWith("prisma-client", System.StringComparison.Ordinal) == true))
                client = generator;
        }

        if (client is null)
            return null;
        TextEdit edit;
        switch (client.FindProperty("previewFeatures")?.Value)
        {
            case ArrayExpressionSyntax { Elements.Count: 0 } list:
                edit = TextEdit.Insert(client.Tree.Source, list.Span.Start + 1, "\"" + feature + "\"");
                break;
            case ArrayExpressionSyntax { Elements: var elements }:
                edit = TextEdit.Insert(client.Tree.Source, elements[elements.Count - 1].Span.End, ", \"" + feature + "\"");
                break;
            case null:
                edit = AppendProperty(client, "previewFeatures", "[\"" + feature + "\"]");
                break;
            default:
                return null;
        }

        return CodeFix.Safe($"Add the preview feature `{feature}` to `{client.Name}`", edit);
    }

    /// <summary>Adds a property as the last of its block, its equals sign below the one above.</summary>
    public static TextEdit AppendProperty(ConfigurationBlockSymbol block, string key, string value)
    {
        var source = block.Tree.Source;
        var content = source.Content;
        var last = block.Properties.Count > 0 ? block.Properties[block.Properties.Count - 1] : null;
        var end = last?.Span.End ?? block.Syntax.OpenBrace.End;
        while (end < content.Length && !SyntaxFacts.IsLineBreak(content[end]))
            end++;
        var lineBreak = end < content.Length && content[end] == '\r' ? end + 1 < content.Length && content[end + 1] == '\n' ? "\r\n" : "\r" : "\n";
        var indentation = "  ";
        if (last is not null)
        {
            var start = WithBlanksBefore(source, last.Key.Span).Start;
            indentation = content.Substring(start, last.Key.Start - start);
            key = key.PadRight(last.EqualsToken.Start - last.Key.Start - 1);
        }

        return TextEdit.Insert(source, end, $"{lineBreak}{indentation}{key} = {value}");
    }

    /// <summary>Takes an attribute away: of a field with the blanks before it, of a block with its line.</summary>
    public static TextEdit RemoveAttribute(AttributeSymbol attribute)
    {
        var source = attribute.Tree.Source;
        return TextEdit.Delete(
            source, attribute.IsBlockAttribute ? LineOf(source, attribute.Syntax.Span) : WithBlanksBefore(source, attribute.Syntax.Span));
    }

    /// <summary>Takes an argument away with its comma, and the brackets where it is alone.</summary>
    public static CodeFix? RemoveArgument(AttributeSymbol attribute, ArgumentSyntax argument)
    {
        if (attribute.Syntax.ArgumentList is not { } list)
            return null;
        var source = attribute.Tree.Source;
        var title = $"Remove `{source.ToString(argument.Span)}`";
        var arguments = list.Arguments;
        if (arguments.Count == 1 && arguments[0] == argument)
            return CodeFix.Safe(title, TextEdit.Delete(source, list.Span));
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] != argument)
                continue;
            return CodeFix.Safe(title, TextEdit.Delete(source, i == 0
                ? TextSpan.FromBounds(argument.Span.Start, arguments[1].Span.Start)
                : TextSpan.FromBounds(arguments[i - 1].Span.End, argument.Span.End)));
        }

        return null;
    }

    /// <summary>The same value in the form that is wanted: with quotes or without; none where it would not fit then either.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="value">The value as written.</param>
    /// <param name="wanted">The form.</param>
    /// <param name="words">The constants that there are, where one is wanted; in quotes they are often written in small letters.</param>
    public static CodeFix? Requote(SyntaxTree tree, ExpressionSyntax value, string wanted, params string[] words)
    {
        var text = value switch
        {
            PathExpressionSyntax path when wanted == "a string" => SyntaxFacts.EncodeString(path.Name.Text),
            LiteralExpressionSyntax { IsString: true } quoted => Unquote(quoted.Value, wanted, words),
            _ => null,
        };
        return text is null
            ? null
            : CodeFix.Safe($"Replace `{tree.Source.ToString(value.Span)}` with `{text}`", new TextEdit(tree.Source, value.Span, text));
    }

    private static string? Unquote(string text, string wanted, string[] words) => wanted switch
    {
        "a constant" => System.Array.Find(words, word => word.Equals(text, System.StringComparison.OrdinalIgnoreCase)),
        "`true` or `false`" when text is "true" or "false" => text,
        "a number" or "a whole number" when text.Length is > 0 and < 16 && IsNumber(text) => text,
        _ => null,
    };

    private static bool IsNumber(string text)
    {
        foreach (var c in text)
        {
            if (!SyntaxFacts.IsAsciiDigit(c))
                return false;
        }

        return true;
    }

    private static bool SayTheSame(SourceText source, TextSpan first, TextSpan second) =>
        string.CompareOrdinal(source.Content, first.Start, source.Content, second.Start, second.Length) == 0 && first.Length == second.Length;

    private static TextSpan WithBlanksBefore(SourceText source, TextSpan span)
    {
        var start = span.Start;
        while (start > 0 && SyntaxFacts.IsBlank(source.Content[start - 1]))
            start--;
        return TextSpan.FromBounds(start, span.End);
    }

    // The member with the blanks before it, the comment behind it and its line break.
    private static TextSpan LineOf(SourceText source, TextSpan member)
    {
        var content = source.Content;
        var end = member.End;
        while (end < content.Length && !SyntaxFacts.IsLineBreak(content[end]))
            end++;
        if (end < content.Length)
            end += content[end] == '\r' && end + 1 < content.Length && content[end + 1] == '\n' ? 2 : 1;
        return TextSpan.FromBounds(WithBlanksBefore(source, member).Start, end);
    }
}
