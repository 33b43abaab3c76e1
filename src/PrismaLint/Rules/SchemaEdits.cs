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
        var newLine = NewLine(source);
        if (members.Count == 0)
            return TextEdit.Insert(source, LineEnd(source, block.Syntax.OpenBrace.End), newLine + "  " + attribute);
        var last = members[members.Count - 1];
        var line = source.GetLinePosition(last.Span.Start).Line;
        var indentation = Indentation(source, line);
        var separator = last is BlockAttributeSyntax ? "" : newLine;
        return TextEdit.Insert(source, LineEnd(source, last.Span.End), separator + newLine + indentation + attribute);
    }

    /// <summary>Adds an attribute behind a field's type and attributes.</summary>
    public static TextEdit AppendAttribute(FieldSymbol field, string attribute) =>
        TextEdit.Insert(field.Tree.Source, field.Syntax.Span.End, " " + attribute);

    public static TextEdit Replace(SourceText source, SyntaxToken token, string text) => new(source, token.Span, text);

    public static TextEdit Replace(SourceText source, SyntaxNode node, string text) => new(source, node.Span, text);

    /// <summary>Removes a member with its line, trailing comment and line break.</summary>
    public static TextEdit RemoveMember(SyntaxTree tree, MemberSyntax member)
    {
        var source = tree.Source;
        var start = member.Span.Start;
        while (start > 0 && SyntaxFacts.IsBlank(source.Content[start - 1]))
            start--;
        var end = LineEnd(source, member.Span.End);
        if (end < source.Length)
            end += source.Content[end] == '\r' && end + 1 < source.Length && source.Content[end + 1] == '\n' ? 2 : 1;
        return TextEdit.Delete(source, TextSpan.FromBounds(start, end));
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

    /// <summary>The line break that the file uses.</summary>
    public static string NewLine(SourceText source)
    {
        var content = source.Content;
        var index = content.IndexOfAny(['\r', '\n']);
        return index < 0 || content[index] == '\n' ? "\n" : index + 1 < content.Length && content[index + 1] == '\n' ? "\r\n" : "\r";
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
