using System.Collections.Generic;
using PrismaLint.Diagnostics;
using PrismaLint.Text;
using Superpower.Model;
using TextSpan = PrismaLint.Text.TextSpan;

namespace PrismaLint.Syntax.Parsing;

/// <summary>Repairs of lines that are no member, where there is one that is obvious.</summary>
internal sealed class SyntaxRepairs(SourceText source)
{
    private string Content => source.Content;

    /// <summary>The repair of a line, <see langword="null"/> where it may be meant in several ways.</summary>
    /// <param name="tokens">The tokens of the line.</param>
    /// <param name="failed">The token that does not fit.</param>
    /// <param name="expectations">What would have fitted; <see langword="null"/> where a whole member was read and more follows.</param>
    /// <param name="block">The kind of the block.</param>
    public CodeFix? OfLine(Token<SyntaxToken>[] tokens, int failed, IReadOnlyList<string>? expectations, SyntaxKind block)
    {
        var token = tokens[failed].Kind;
        var isWhole = expectations is null;
        var expected = expectations is { Count: > 0 } ? expectations[0] : "";
        switch (token.Kind)
        {
            case SyntaxKind.BadToken when token.Text == "\"":
                return CloseString(tokens, failed);
            case SyntaxKind.BadToken when token.Text is "'" or "`":
                return DoubleQuotes(token.Start);
            case SyntaxKind.BadToken when token.Text == ";" && isWhole:
            case SyntaxKind.CommaToken when isWhole:
                return RemoveMark(token);
            case SyntaxKind.CloseBraceToken when isWhole && IsLast(tokens, failed):
                return CodeFix.Safe("Put `}` on a line of its own", new TextEdit(source, TextSpan.FromBounds(tokens[failed - 1].Kind.End, token.Start), source.NewLine));
            case SyntaxKind.AtAtToken when isWhole && failed > 0 && tokens[failed + 1].Kind.Text is "index" or "fulltext" or "schema":
                return CodeFix.Safe(
                    $"Put `@@{tokens[failed + 1].Kind.Text}` on a line of its own",
                    new TextEdit(source, TextSpan.FromBounds(tokens[failed - 1].Kind.End, token.Start), source.NewLine + Indentation(tokens[0].Kind.Start)));
            case SyntaxKind.EqualsToken when block == SyntaxKind.EnumDeclaration && failed == 1:
                return MapValue(tokens);
            case SyntaxKind.OpenBracketToken when isWhole && tokens[failed + 1].Kind.Kind == SyntaxKind.CloseBracketToken && tokens[failed + 1].Kind.Start > token.End:
                return CodeFix.Safe("Close up the brackets", TextEdit.Delete(source, TextSpan.FromBounds(token.End, tokens[failed + 1].Kind.Start)));
            case SyntaxKind.ColonToken when IsConfiguration(block) && failed == 1:
                return CodeFix.Safe("Replace `:` with `=`", new TextEdit(source, token.Span, token.Start == tokens[0].Kind.End ? " =" : "="));
            case SyntaxKind.StringLiteralToken when IsConfiguration(block) && failed == 1 && IsLast(tokens, failed):
                return CodeFix.Safe("Add `=`", TextEdit.Insert(source, token.Start, "= "));
            case SyntaxKind.EndOfLineToken when failed > 0 && !ContinuesBelow(token.Start):
            case SyntaxKind.AtToken when expected == "`,` or `)`":
                return CloseBrackets(tokens, failed);
            case SyntaxKind.CloseParenToken when expected == "`,` or `]`":
                return CodeFix.Safe("Add `]`", TextEdit.Insert(source, tokens[failed - 1].Kind.End, "]"));
            default:
                return null;
        }
    }

    /// <summary>Ends a block behind its last member, or behind the line of its brace.</summary>
    public CodeFix CloseBlock(int end)
    {
        end = LineEnd(end);
        return CodeFix.Safe("Add `}`", TextEdit.Insert(source, end, source.NewLine + "}"));
    }

    /// <summary>Brings a brace up from the line below a header; <see langword="null"/> where it does not stand there alone.</summary>
    public CodeFix? JoinBrace(int headerEnd)
    {
        var position = LineEnd(headerEnd);
        while (position < source.Length && (SyntaxFacts.IsBlank(Content[position]) || SyntaxFacts.IsLineBreak(Content[position])))
            position++;
        return position < source.Length && Content[position] == '{' && IsBlankUntil(position + 1, LineEnd(position)) && IsBlankUntil(headerEnd, LineEnd(headerEnd))
            ? CodeFix.Safe("Put `{` on the line of the header", new TextEdit(source, TextSpan.FromBounds(headerEnd, position + 1), " {"))
            : null;
    }

    private static bool IsConfiguration(SyntaxKind block) => block is SyntaxKind.DatasourceDeclaration or SyntaxKind.GeneratorDeclaration;

    private static bool IsLast(Token<SyntaxToken>[] tokens, int index) => tokens[index + 1].Kind.Kind == SyntaxKind.EndOfLineToken;

    // `"name)`: the string ends before the first mark; `"name`: with the line; `name")`: it begins before the word.
    private CodeFix? CloseString(Token<SyntaxToken>[] tokens, int failed)
    {
        var start = tokens[failed].Kind.End;
        var end = start;
        while (end < source.Length && (char.IsLetterOrDigit(Content[end]) || Content[end] is '_' or '-' or '.' or ':' or '/' or '@'))
            end++;
        if (end > start && (end == source.Length || Content[end] is ')' or ']' or ',' || IsBlankUntil(end, LineEnd(end))))
            return CodeFix.Safe("Close the string", TextEdit.Insert(source, end, "\""));
        var word = failed > 0 ? tokens[failed - 1].Kind : default;
        return end == start && word.Kind == SyntaxKind.IdentifierToken && word.End == tokens[failed].Kind.Start && failed > 1
            ? CodeFix.Safe("Open the string", TextEdit.Insert(source, word.Start, "\""))
            : null;
    }

    // All strings of the line, since all are refused.
    private CodeFix? DoubleQuotes(int start)
    {
        var edits = new List<TextEdit>();
        var lineEnd = LineEnd(start);
        for (var i = start; i < lineEnd; i++)
        {
            var quote = Content[i];
            if (quote == '/' && i + 1 < lineEnd && Content[i + 1] == '/')
                break;
            if (quote is not ('"' or '\'' or '`'))
                continue;
            var close = Content.IndexOf(quote, i + 1, lineEnd - i - 1);
            if (close < 0)
                return null;
            if (quote != '"')
            {
                if (Content.IndexOfAny(['"', '\\'], i, close - i) >= 0)
                    return null;
                edits.Add(new TextEdit(source, new TextSpan(i, 1), "\""));
                edits.Add(new TextEdit(source, new TextSpan(close, 1), "\""));
            }

            i = close;
        }

        return edits.Count == 0 ? null : CodeFix.Safe("Use double quotes", [.. edits]);
    }

    private CodeFix? RemoveMark(SyntaxToken mark)
    {
        var end = mark.End;
        while (end < source.Length && Content[end] == mark.Text[0])
            end++;
        var rest = end;
        while (rest < source.Length && SyntaxFacts.IsBlank(Content[rest]))
            rest++;
        var isLast = rest == source.Length || SyntaxFacts.IsLineBreak(Content[rest]) || (Content[rest] == '/' && rest + 1 < source.Length && Content[rest + 1] == '/');
        return isLast ? CodeFix.Safe($"Remove `{mark.Text}`", TextEdit.Delete(source, TextSpan.FromBounds(mark.Start, end))) : null;
    }

    // `A = "a"`, perhaps with a comma. Unsafe: it decides what the database holds.
    private CodeFix? MapValue(Token<SyntaxToken>[] tokens)
    {
        var text = tokens[2].Kind;
        if (text.Kind != SyntaxKind.StringLiteralToken || text.Text.Length < 3)
            return null;
        var last = tokens[3].Kind.Kind is SyntaxKind.CommaToken ? 3 : 2;
        if (!IsLast(tokens, last))
            return null;
        var span = TextSpan.FromBounds(tokens[0].Kind.End, tokens[last].Kind.End);
        return text.Text.Length == tokens[0].Kind.Text.Length + 2 && text.Text.IndexOf(tokens[0].Kind.Text, System.StringComparison.Ordinal) == 1
            ? CodeFix.Safe($"Remove `= {text.Text}`", TextEdit.Delete(source, span))
            : CodeFix.Unsafe($"Replace `= {text.Text}` with `@map({text.Text})`", new TextEdit(source, span, $" @map({text.Text})"));
    }

    private CodeFix? CloseBrackets(Token<SyntaxToken>[] tokens, int end)
    {
        var open = new Stack<char>();
        for (var i = 0; i < end; i++)
        {
            switch (tokens[i].Kind.Kind)
            {
                case SyntaxKind.OpenParenToken:
                    open.Push(')');
                    break;
                case SyntaxKind.OpenBracketToken:
                    open.Push(']');
                    break;
                case SyntaxKind.OpenBraceToken:
                    open.Push('}');
                    break;
                case SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.CloseBraceToken when open.Count > 0:
                    open.Pop();
                    break;
            }
        }

        var last = tokens[end - 1].Kind;
        if (open.Count == 0 || last.Kind is SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.OpenBraceToken
            or SyntaxKind.CommaToken or SyntaxKind.ColonToken or SyntaxKind.BadToken)
        {
            return null;
        }

        var marks = new string(open.ToArray());
        return CodeFix.Safe($"Add `{marks}`", TextEdit.Insert(source, last.End, marks));
    }

    // A list that goes on below the line is meant as one, and no bracket is missing.
    private bool ContinuesBelow(int position)
    {
        position = LineEnd(position);
        while (position < source.Length && (SyntaxFacts.IsBlank(Content[position]) || SyntaxFacts.IsLineBreak(Content[position])))
            position++;
        return position < source.Length && Content[position] is ')' or ']' or ',';
    }

    private bool IsBlankUntil(int start, int end)
    {
        while (start < end && SyntaxFacts.IsBlank(Content[start]))
            start++;
        return start >= end;
    }

    private int LineEnd(int position)
    {
        while (position < source.Length && !SyntaxFacts.IsLineBreak(Content[position]))
            position++;
        return position;
    }

    private string Indentation(int position)
    {
        var start = position;
        while (start > 0 && SyntaxFacts.IsBlank(Content[start - 1]))
            start--;
        return Content.Substring(start, position - start);
    }
}
