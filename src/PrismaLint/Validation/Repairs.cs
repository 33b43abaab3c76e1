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

    /// <summary>
    /// Takes a preview feature off the list, with the property where it is the only one. Safe where the feature works without
    /// being named.
    /// </summary>
    public static CodeFix? RemoveFeature(GeneratorSymbol generator, LiteralExpressionSyntax feature) =>
        FeatureRemoval(generator, feature) is { } edit ? CodeFix.Safe($"Remove `{feature.Value}`", edit) : null;

    /// <summary>The edit that takes a preview feature off the list; <see langword="null"/> where it is not on one.</summary>
    public static TextEdit? FeatureRemoval(GeneratorSymbol generator, LiteralExpressionSyntax feature)
    {
        var source = generator.Tree.Source;
        if (generator.FindProperty("previewFeatures") is not { } property)
            return null;
        if (property.Value == feature)
            return TextEdit.Delete(source, LineOf(source, property.Span));
        if (property.Value is not ArrayExpressionSyntax list)
            return null;
        if (list.Elements.Count == 1 && list.Elements[0] == feature)
            return TextEdit.Delete(source, LineOf(source, property.Span));
        for (var i = 0; i < list.Elements.Count; i++)
        {
            if (list.Elements[i] != feature)
                continue;
            return TextEdit.Delete(source, i + 1 < list.Elements.Count
                ? TextSpan.FromBounds(feature.Span.Start, list.Elements[i + 1].Span.Start)
                : TextSpan.FromBounds(list.Elements[i - 1].Span.End, feature.Span.End));
        }
        return null;
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
