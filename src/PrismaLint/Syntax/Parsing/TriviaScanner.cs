using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax.Parsing;

/// <summary>Names what stands between two tokens. Runs on demand: a parse keeps no trivia.</summary>
internal static class TriviaScanner
{
    /// <param name="text">The whole file.</param>
    /// <param name="start">Zero-based offset where the gap begins.</param>
    /// <param name="end">Zero-based offset behind the gap.</param>
    /// <param name="afterOpenBrace">The gap follows the <c>{</c> of a block: the rest of that line counts for nothing.</param>
    public static IEnumerable<SyntaxTrivia> Scan(string text, int start, int end, bool afterOpenBrace)
    {
        var position = start;
        while (position < end)
        {
            var from = position;
            var c = text[position];
            if (SyntaxFacts.IsLineBreak(c))
            {
                position += c == '\r' && position + 1 < end && text[position + 1] == '\n' ? 2 : 1;
                afterOpenBrace = false;
                yield return Trivia(SyntaxKind.EndOfLineTrivia, from, position);
            }
            else if (SyntaxFacts.IsBlank(c))
            {
                while (position < end && SyntaxFacts.IsBlank(text[position]))
                    position++;
                yield return Trivia(SyntaxKind.WhitespaceTrivia, from, position);
            }
            else if (c == '/' && position + 1 < end && text[position + 1] == '/')
            {
                position = LineEnd(text, position, end);
                var isDocumentation = !afterOpenBrace && from + 2 < end && text[from + 2] == '/';
                yield return Trivia(isDocumentation ? SyntaxKind.DocumentationCommentTrivia : SyntaxKind.CommentTrivia, from, position);
            }
            else if (!afterOpenBrace && c == '/' && position + 1 < end && text[position + 1] == '*')
            {
                var close = text.IndexOf("*/", position + 2, end - position - 2, System.StringComparison.Ordinal);
                position = close < 0 ? end : close + 2;
                yield return Trivia(SyntaxKind.BlockCommentTrivia, from, position);
            }
            else
            {
                position = LineEnd(text, position, end);
                yield return Trivia(afterOpenBrace ? SyntaxKind.SwallowedTextTrivia : SyntaxKind.None, from, position);
            }
        }
    }

    private static int LineEnd(string text, int position, int end)
    {
        while (position < end && !SyntaxFacts.IsLineBreak(text[position]))
            position++;
        return position;
    }

    private static SyntaxTrivia Trivia(SyntaxKind kind, int start, int end) => new(kind, TextSpan.FromBounds(start, end));
}
