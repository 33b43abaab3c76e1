using System.Collections.Generic;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Validation.Meaning;

/// <summary>Edits that add a member to a block.</summary>
internal static class MemberEdits
{
    /// <summary>Adds a field behind the last one, its parts below those of that one, or behind the opening brace.</summary>
    public static TextEdit AppendField(ModelSymbol model, string name, string type, string attributes)
    {
        FieldDeclarationSyntax? last = null;
        foreach (var member in model.Syntax.Members)
            last = member as FieldDeclarationSyntax ?? last;
        if (last?.Type is { } above)
        {
            name = name.PadRight(above.Span.Start - last.Name.Start - 1);
            if (last.Attributes.Count > 0 && attributes.Length > 0)
                type = type.PadRight(last.Attributes[0].Span.Start - above.Span.Start - 1);
        }

        return InsertBehind(model, last, (name + " " + type + " " + attributes).TrimEnd());
    }

    /// <summary>Adds a block attribute as the last member.</summary>
    public static TextEdit AppendBlockAttribute(BlockSymbol block, string text)
    {
        var members = block.Syntax.Members;
        var last = members.Count > 0 ? members[members.Count - 1] : null;
        return InsertBehind(block, last, text, blankLineBefore: last is FieldDeclarationSyntax or EnumValueSyntax);
    }

    /// <summary>Writes a named argument of an attribute that has brackets: in place of its value, else behind the last one.</summary>
    public static TextEdit SetArgument(AttributeSymbol attribute, ArgumentListSyntax list, string name, string value) =>
        attribute.Find(name) is { } old
            ? new TextEdit(attribute.Tree.Source, old.Span, value)
            : TextEdit.Insert(attribute.Tree.Source, list.CloseParen.Start, $", {name}: {value}");

    /// <summary>
    /// Gives named arguments of an attribute one value. Those that are missing come behind the last one by a single edit,
    /// since two insertions at one place have no order.
    /// </summary>
    public static TextEdit[] SetArguments(AttributeSymbol attribute, ArgumentListSyntax list, string[] names, string value)
    {
        var edits = new List<TextEdit>(names.Length);
        var missing = "";
        foreach (var name in names)
        {
            if (attribute.Find(name) is { } old)
                edits.Add(new TextEdit(attribute.Tree.Source, old.Span, value));
            else
                missing += $", {name}: {value}";
        }
        if (missing.Length > 0)
            edits.Add(TextEdit.Insert(attribute.Tree.Source, list.CloseParen.Start, missing));
        return [.. edits];
    }

    private static TextEdit InsertBehind(BlockSymbol block, MemberSyntax? member, string text, bool blankLineBefore = false)
    {
        var source = block.Tree.Source;
        var content = source.Content;
        var end = member?.Span.End ?? block.Syntax.OpenBrace.End;
        while (end < content.Length && !SyntaxFacts.IsLineBreak(content[end]))
            end++;
        var newLine = "\n";
        if (end < content.Length && content[end] == '\r')
            newLine = end + 1 < content.Length && content[end + 1] == '\n' ? "\r\n" : "\r";
        return TextEdit.Insert(source, end, (blankLineBefore ? newLine : "") + newLine + Indentation(content, member) + text);
    }

    private static string Indentation(string content, MemberSyntax? member)
    {
        if (member is null)
            return "  ";
        var start = member.Span.Start;
        while (start > 0 && SyntaxFacts.IsBlank(content[start - 1]))
            start--;
        return content.Substring(start, member.Span.Start - start);
    }
}
