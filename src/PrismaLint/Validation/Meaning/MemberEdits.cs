using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Validation.Meaning;

/// <summary>Edits that add a member to a block.</summary>
internal static class MemberEdits
{
    /// <summary>Adds a field behind the last one, or behind the opening brace.</summary>
    public static TextEdit AppendField(ModelSymbol model, string text)
    {
        MemberSyntax? last = null;
        foreach (var member in model.Syntax.Members)
        {
            if (member is FieldDeclarationSyntax)
                last = member;
        }

        return InsertBehind(model, last, text);
    }

    /// <summary>Adds a block attribute as the last member.</summary>
    public static TextEdit AppendBlockAttribute(ModelSymbol model, string text)
    {
        var members = model.Syntax.Members;
        var last = members.Count > 0 ? members[members.Count - 1] : null;
        return InsertBehind(model, last, text, blankLineBefore: last is FieldDeclarationSyntax);
    }

    /// <summary>Writes a named argument of an attribute that has brackets: in place of its value, else behind the last one.</summary>
    public static TextEdit SetArgument(AttributeSymbol attribute, ArgumentListSyntax list, string name, string value) =>
        attribute.Find(name) is { } old
            ? new TextEdit(attribute.Tree.Source, old.Span, value)
            : TextEdit.Insert(attribute.Tree.Source, list.CloseParen.Start, $", {name}: {value}");

    private static TextEdit InsertBehind(ModelSymbol model, MemberSyntax? member, string text, bool blankLineBefore = false)
    {
        var source = model.Tree.Source;
        var content = source.Content;
        var end = member?.Span.End ?? model.Syntax.OpenBrace.End;
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
