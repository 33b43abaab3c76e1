using System;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Rules;

/// <summary>Text edits on schemas that fixes are made of. They keep the file's line breaks, indentation and comments.</summary>
public static class SchemaEdits
{
    /// <summary>
    /// Adds a block attribute as the last member of a block: behind the last block attribute, or behind a blank line
    /// where the block has none.
    /// </summary>
    /// <param name="block">The block, closed and over several lines.</param>
    /// <param name="attribute">The attribute's text: <c>@@index([a])</c>.</param>
    public static TextEdit AppendBlockAttribute(BlockSymbol block, string attribute)
    {
        var source = block.Tree.Source;
        var members = block.Syntax.Members;
        var newLine = source.NewLine;
        // Contracts allow a block on one line.
        var close = block.Syntax.CloseBrace;
        if (members.Count == 0)
        {
            return !close.IsMissing && close.Start < LineEnd(source, block.Syntax.OpenBrace.End)
                ? TextEdit.Insert(source, block.Syntax.OpenBrace.End, " " + attribute + " ")
                : TextEdit.Insert(source, LineEnd(source, block.Syntax.OpenBrace.End), newLine + "  " + attribute);
        }
        var last = members[members.Count - 1];
        if (!close.IsMissing && close.Start < LineEnd(source, last.Span.End))
            return TextEdit.Insert(source, last.Span.End, " " + attribute);
        var line = source.GetLinePosition(last.Span.Start).Line;
        var indentation = Indentation(source, line);
        var separator = last is BlockAttributeSyntax ? "" : newLine;
        return TextEdit.Insert(source, LineEnd(source, last.Span.End), separator + newLine + indentation + attribute);
    }

    /// <summary>Adds an attribute behind a field's type and attributes.</summary>
    public static TextEdit AppendAttribute(FieldSymbol field, string attribute) =>
        TextEdit.Insert(field.Tree.Source, field.Syntax.Span.End, " " + attribute);

    /// <summary>Adds a field on the line behind another one, its type and attributes in the columns of that one.</summary>
    public static TextEdit InsertField(FieldSymbol behind, string name, string type, string attributes)
    {
        var source = behind.Tree.Source;
        var syntax = behind.Syntax;
        var newLine = source.NewLine;
        var line = source.GetLinePosition(syntax.Span.Start).Line;
        var text = (name + " ").PadRight(behind.Type.Span.Start - syntax.Name.Span.Start) + type;
        if (attributes.Length > 0)
        {
            var column = syntax.Attributes.Count > 0 ? syntax.Attributes[0].Span.Start - syntax.Name.Span.Start : 0;
            text = (text + " ").PadRight(column) + attributes;
        }
        // Contracts allow several fields on one line.
        var end = LineEnd(source, syntax.Span.End);
        return HasMore(source, syntax.Span.End, end)
            ? TextEdit.Insert(source, syntax.Span.End, " " + text)
            : TextEdit.Insert(source, end, newLine + Indentation(source, line) + text);
    }

    /// <summary>Writes a native type behind a field's type and attributes, or in the place of the one that it has.</summary>
    /// <param name="column">The field.</param>
    /// <param name="nativeType">The type without its prefix: <c>Timestamptz(3)</c>.</param>
    /// <param name="datasource">The name of the datasource, which is the prefix.</param>
    public static TextEdit SetNativeType(FieldSymbol column, string nativeType, string datasource)
    {
        var text = "@" + datasource + "." + nativeType;
        return column.NativeType is { Attribute: { } old }
            ? Replace(column.Tree.Source, old.Syntax, text)
            : AppendAttribute(column, text);
    }

    /// <summary>Removes a property of a datasource or generator with its line.</summary>
    public static TextEdit RemoveProperty(ConfigurationBlockSymbol block, PropertySyntax property) => RemoveMember(block.Tree, property);

    public static TextEdit Replace(SourceText source, SyntaxToken token, string text) => new(source, token.Span, text);

    public static TextEdit Replace(SourceText source, SyntaxNode node, string text) => new(source, node.Span, text);

    /// <summary>Removes the attribute that declares an index: of a field the attribute, of a block its line.</summary>
    public static TextEdit RemoveIndex(IndexSymbol index)
    {
        if (index.DeclaringField is null)
        {
            foreach (var member in index.Model.Syntax.BlockAttributes)
            {
                if (member.Attribute == index.Attribute.Syntax)
                    return RemoveMember(index.Model.Tree, member);
            }
        }
        return RemoveAttribute(index.Attribute);
    }

    /// <summary>
    /// Removes a member with its line, trailing comment and line break; of the last member also the blank line before.
    /// </summary>
    public static TextEdit RemoveMember(SyntaxTree tree, MemberSyntax member)
    {
        var source = tree.Source;
        var start = member.Span.Start;
        while (start > 0 && SyntaxFacts.IsBlank(source.Content[start - 1]))
            start--;
        var end = LineEnd(source, member.Span.End);
        // In a contract other members may stand on the line.
        if (start > 0 && !SyntaxFacts.IsLineBreak(source.Content[start - 1]) || HasMore(source, member.Span.End, end))
            return TextEdit.Delete(source, TextSpan.FromBounds(start, member.Span.End));
        if (end < source.Length)
            end += source.Content[end] == '\r' && end + 1 < source.Length && source.Content[end + 1] == '\n' ? 2 : 1;
        var line = source.GetLinePosition(start).Line;
        if (line > 1 && line + 1 < source.LineCount
            && source.GetLine(line - 1).Trim().Length == 0
            && source.GetLine(line + 1).TrimStart().StartsWith('}'))
        {
            start = source.GetLineSpan(line - 1).Start;
        }
        return TextEdit.Delete(source, TextSpan.FromBounds(start, end));
    }

    /// <summary>Removes a block with the comments right above it and the blank line behind it, or before it where it is the last.</summary>
    public static TextEdit RemoveBlock(BlockSymbol block)
    {
        var source = block.Tree.Source;
        var first = source.GetLinePosition(block.Syntax.Span.Start).Line;
        while (first > 0 && source.GetLine(first - 1).TrimStart().StartsWith("//", StringComparison.Ordinal))
            first--;
        var last = source.GetLinePosition(block.Syntax.Span.End).Line;
        if (last + 1 < source.LineCount && source.GetLine(last + 1).Trim().Length == 0 && last + 2 < source.LineCount)
            last++;
        else if (first > 0 && source.GetLine(first - 1).Trim().Length == 0)
            first--;
        var end = last + 1 < source.LineCount ? source.GetLineSpan(last + 1).Start : source.Length;
        return TextEdit.Delete(source, TextSpan.FromBounds(source.GetLineSpan(first).Start, end));
    }

    /// <summary>Removes an attribute of a field and the blanks before it.</summary>
    public static TextEdit RemoveAttribute(AttributeSymbol attribute)
    {
        var source = attribute.Tree.Source;
        var start = attribute.Syntax.Span.Start;
        while (start > 0 && SyntaxFacts.IsBlank(source.Content[start - 1]))
            start--;
        return TextEdit.Delete(source, TextSpan.FromBounds(start, attribute.Syntax.Span.End));
    }

    /// <summary>
    /// Adds or replaces a named argument of an attribute: <c>@relation(fields: [a], references: [b])</c> gets
    /// <c>, onDelete: Cascade</c>.
    /// </summary>
    public static TextEdit SetArgument(AttributeSymbol attribute, string name, string value)
    {
        var source = attribute.Tree.Source;
        if (attribute.FindArgument(name) is { Value: { } old })
            return Replace(source, old, value);
        var syntax = attribute.Syntax;
        if (syntax.ArgumentList is not { } list)
            return TextEdit.Insert(source, syntax.Span.End, $"({name}: {value})");
        return TextEdit.Insert(source, list.CloseParen.Start, (list.Arguments.Count > 0 ? ", " : "") + name + ": " + value);
    }

    /// <summary>
    /// Removes a named argument with its comma, and the parentheses where it is alone; <see langword="null"/> where the
    /// attribute has no such argument.
    /// </summary>
    public static TextEdit? RemoveArgument(AttributeSymbol attribute, string name)
    {
        if (attribute.Syntax.ArgumentList is not { } list || attribute.FindArgument(name) is not { } argument)
            return null;
        var source = attribute.Tree.Source;
        if (list.Arguments.Count == 1)
            return TextEdit.Delete(source, list.Span);
        for (var i = 0; i < list.Arguments.Count; i++)
        {
            if (list.Arguments[i] == argument)
            {
                return TextEdit.Delete(source, i == 0
                    ? TextSpan.FromBounds(argument.Span.Start, list.Arguments[1].Span.Start)
                    : TextSpan.FromBounds(list.Arguments[i - 1].Span.End, argument.Span.End));
            }
        }
        return null;
    }

    /// <summary>Adds a property as the last line of a datasource or generator.</summary>
    public static TextEdit AppendProperty(ConfigurationBlockSymbol block, string key, string value)
    {
        var source = block.Tree.Source;
        var members = block.Syntax.Members;
        var text = source.NewLine + "  " + key + " = " + value;
        return TextEdit.Insert(source, LineEnd(source, members.Count == 0 ? block.Syntax.OpenBrace.End : members[members.Count - 1].Span.End), text);
    }

    // Something that is no comment follows on the line.
    private static bool HasMore(SourceText source, int offset, int lineEnd)
    {
        while (offset < lineEnd && SyntaxFacts.IsBlank(source.Content[offset]))
            offset++;
        return offset < lineEnd && source.Content[offset] != '/';
    }

    private static string Indentation(SourceText source, int line)
    {
        var text = source.GetLine(line);
        var length = 0;
        while (length < text.Length && SyntaxFacts.IsBlank(text[length]))
            length++;
        return text.Substring(0, length);
    }

    private static int LineEnd(SourceText source, int offset)
    {
        while (offset < source.Length && !SyntaxFacts.IsLineBreak(source.Content[offset]))
            offset++;
        return offset;
    }
}
