using System;
using System.Collections.Generic;
using System.Text;
using PrismaLint.Diagnostics;
using PrismaLint.Syntax.Parsing;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary>
/// One parsed file. Tokens and the trivia between them, joined in order, give the text back; parsing never fails.
/// </summary>
public sealed class SyntaxTree
{
    private Dictionary<SyntaxNode, SyntaxNode>? _parents;

    internal SyntaxTree(
        SourceText source, SchemaSyntax root, IReadOnlyList<Diagnostic> diagnostics, IReadOnlyList<Diagnostic>? recoveries = null, bool isContract = false)
    {
        IsContract = isContract;
        Source = source;
        Root = root;
        Diagnostics = diagnostics;
        Recoveries = recoveries ?? [];
    }

    public SourceText Source { get; }

    public SchemaSyntax Root { get; }

    /// <summary>The file was read as a Prisma 8 contract: another language.</summary>
    public bool IsContract { get; }

    /// <summary>The syntax errors in the order of the text.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>
    /// Those of <see cref="Diagnostics"/> behind which reading went on better than Prisma's: a lost brace, a misspelt keyword.
    /// Where there are any, <see cref="ParseLiterally"/> gives another tree.
    /// </summary>
    internal IReadOnlyList<Diagnostic> Recoveries { get; }

    /// <summary>The file as Prisma's validator reads it, without recovery.</summary>
    internal static SyntaxTree ParseLiterally(SourceText source) => SchemaParser.ParseLiterally(source);

    /// <summary>Reads a file in the language that its first line names.</summary>
    public static SyntaxTree Parse(SourceText source) =>
        ContractDirective.StandsIn(source.Content) ? ContractParser.Parse(source) : SchemaParser.Parse(source);

    /// <summary>Reads a file as a Prisma 8 contract, whatever its first line says.</summary>
    public static SyntaxTree ParseContract(SourceText source) => ContractParser.Parse(source);

    /// <summary>Reads a file as a schema of Prisma 6 and 7, whatever its first line says.</summary>
    public static SyntaxTree ParseSchema(SourceText source) => SchemaParser.Parse(source);

    public static SyntaxTree Parse(string path, string content) => Parse(new SourceText(path, content));

    /// <summary>Every token in the order of the text, the end of the file last.</summary>
    public IEnumerable<SyntaxToken> Tokens()
    {
        var stack = new Stack<IEnumerator<SyntaxElement>>();
        stack.Push(Root.ChildNodesAndTokens().GetEnumerator());
        while (stack.Count > 0)
        {
            var children = stack.Peek();
            if (!children.MoveNext())
            {
                stack.Pop().Dispose();
                continue;
            }
            if (children.Current.Node is { } node)
                stack.Push(node.ChildNodesAndTokens().GetEnumerator());
            else
                yield return children.Current.Token;
        }
    }

    /// <summary>The blanks, line breaks and comments between two tokens, or wherever a gap is.</summary>
    public IEnumerable<SyntaxTrivia> Trivia()
    {
        var previous = default(SyntaxToken);
        foreach (var token in Tokens())
        {
            foreach (var trivia in TriviaScanner.Scan(Source.Content, previous.End, token.Start, previous.Kind == SyntaxKind.OpenBraceToken && !IsContract))
                yield return trivia;
            previous = token;
        }
    }

    /// <summary>The node that holds <paramref name="node"/>; <see langword="null"/> for the root.</summary>
    public SyntaxNode? GetParent(SyntaxNode node)
    {
        if (_parents is null)
        {
            var parents = new Dictionary<SyntaxNode, SyntaxNode>();
            Record(Root);
            foreach (var inner in Root.DescendantNodes())
                Record(inner);
            _parents = parents;

            void Record(SyntaxNode parent)
            {
                foreach (var child in parent.ChildNodesAndTokens())
                {
                    if (child.Node is { } childNode)
                        parents[childNode] = parent;
                }
            }
        }
        return _parents.TryGetValue(node, out var found) ? found : null;
    }

    /// <summary>
    /// The documentation of a block, field or enum value: the <c>///</c> and <c>/* */</c> comments above it and the one
    /// behind it, without their marks, joined by a line feed; empty without any.
    /// </summary>
    /// <remarks>Above a block a blank line detaches a comment, above a member it does not (measured on Prisma 6.19).</remarks>
    public string GetDocumentation(SyntaxNode node)
    {
        var text = new StringBuilder();
        foreach (var comment in CommentsOf(node))
        {
            var line = CommentText(comment);
            if (line is null)
                continue;
            if (text.Length > 0)
                text.Append('\n');
            text.Append(line);
        }
        return text.ToString();
    }

    /// <summary>
    /// The text of the comments of any kind that stand directly above a node, without a blank line, and of the one behind it on its
    /// line; lines joined by a line feed, marks removed.
    /// </summary>
    public string GetAdjacentComments(SyntaxNode node)
    {
        var content = Source.Content;
        var first = Source.GetLinePosition(node.Span.Start).Line;
        while (first > 0 && Source.GetLine(first - 1).TrimStart().StartsWith("//", StringComparison.Ordinal))
            first--;
        var text = new StringBuilder();
        var stop = node.Span.End;
        while (stop < content.Length && !SyntaxFacts.IsLineBreak(content[stop]))
            stop++;
        foreach (var trivia in TriviaScanner.Scan(content, Source.GetLineSpan(first).Start, node.Span.Start, afterOpenBrace: false))
            Append(trivia);
        foreach (var trivia in TriviaScanner.Scan(content, node.Span.End, stop, afterOpenBrace: false))
            Append(trivia);
        return text.ToString();

        void Append(SyntaxTrivia trivia)
        {
            if (trivia.Kind is not (SyntaxKind.CommentTrivia or SyntaxKind.DocumentationCommentTrivia or SyntaxKind.BlockCommentTrivia))
                return;
            if (text.Length > 0)
                text.Append('\n');
            text.Append(Source.ToString(trivia.Span).Trim('/', '*', ' ', '\t'));
        }
    }

    private IEnumerable<SyntaxTrivia> CommentsOf(SyntaxNode node)
    {
        var content = Source.Content;
        var start = node.Span.Start;
        var from = start;
        var breaks = 0;
        // Walk the lines above, upwards, as long as they hold nothing but comments.
        while (from > 0)
        {
            var lineEnd = LineStart(content, from);
            if (lineEnd == 0)
                break;
            var lineStart = LineStart(content, lineEnd - (lineEnd > 1 && content[lineEnd - 1] == '\n' && content[lineEnd - 2] == '\r' ? 2 : 1));
            var first = lineStart;
            while (first < lineEnd && SyntaxFacts.IsBlank(content[first]))
                first++;
            if (first == lineEnd || SyntaxFacts.IsLineBreak(content[first]))
            {
                if (node is BlockDeclarationSyntax || breaks++ > 0)
                    break;
            }
            else if (!(first + 1 < content.Length && content[first] == '/' && content[first + 1] is '/'))
            {
                break;
            }
            from = lineStart;
        }
        foreach (var trivia in TriviaScanner.Scan(content, from, start, afterOpenBrace: false))
            yield return trivia;
        if (node is BlockDeclarationSyntax)
            yield break;
        var end = node.Span.End;
        var stop = end;
        while (stop < content.Length && !SyntaxFacts.IsLineBreak(content[stop]))
            stop++;
        foreach (var trivia in TriviaScanner.Scan(content, end, stop, afterOpenBrace: false))
            yield return trivia;
    }

    private string? CommentText(SyntaxTrivia comment)
    {
        var text = Source.ToString(comment.Span);
        return comment.Kind switch
        {
            SyntaxKind.DocumentationCommentTrivia => text.Substring(3).TrimStart(),
            SyntaxKind.BlockCommentTrivia => text.Substring(2, text.Length - 4).Trim(),
            _ => null,
        };
    }

    // Offset of the first character of the line that holds the offset, or of the line before where it stands at a start.
    private static int LineStart(string content, int offset)
    {
        while (offset > 0 && !SyntaxFacts.IsLineBreak(content[offset - 1]))
            offset--;
        return offset;
    }
}
