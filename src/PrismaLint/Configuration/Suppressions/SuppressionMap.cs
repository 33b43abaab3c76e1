using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Configuration.Suppressions;

/// <summary>The suppressions of one file, by what they reach: the file, a block or member, a line.</summary>
internal sealed class SuppressionMap(SyntaxTree tree)
{
    private readonly List<Suppression> _all = [];
    private readonly List<Suppression> _ofFile = [];

    // By the offset where the block or member begins.
    private readonly Dictionary<int, List<Suppression>> _ofNode = [];
    private readonly Dictionary<int, List<Suppression>> _ofLine = [];

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<Suppression> All => _all;

    public void AddForFile(Suppression suppression)
    {
        _all.Add(suppression);
        _ofFile.Add(suppression);
    }

    /// <summary>For the block around the comment; outside of one for the block that follows.</summary>
    public void AddForBlock(Suppression suppression)
    {
        _all.Add(suppression);
        var members = Around(suppression.Span.Start, out var block);
        if ((block ?? After(members, suppression.Span.End)) is { } target)
            Add(_ofNode, target.Span.Start, suppression);
    }

    /// <summary>For the line that the comment ends, or else for the member or block that follows.</summary>
    public void AddForNext(Suppression suppression)
    {
        _all.Add(suppression);
        if (EndsLine(suppression.Span.Start))
        {
            Add(_ofLine, tree.Source.GetLinePosition(suppression.Span.Start).Line, suppression);
            return;
        }
        var members = Around(suppression.Span.Start, out var block);
        if (After(block is null ? members : block.Members, suppression.Span.End) is { } next)
            Add(_ofNode, next.Span.Start, suppression);
    }

    /// <summary>
    /// For the member or block that begins on the first line below that no documentation begins. Of a block its members are not
    /// reached. The answer is whether there is one.
    /// </summary>
    public bool AddForDocumented(Suppression suppression)
    {
        var source = tree.Source;
        var line = source.GetLinePosition(suppression.Span.Start).Line + 1;
        while (line < source.LineCount && source.GetLine(line).TrimStart().StartsWith("///", StringComparison.Ordinal))
            line++;
        if (line >= source.LineCount)
            return false;
        var span = source.GetLineSpan(line);
        var start = span.Start;
        while (start < span.End && SyntaxFacts.IsBlank(source.Content[start]))
            start++;
        var members = Around(start, out var block);
        var target = block is null || block.Span.Start == start ? After(members, start) : After(block.Members, start);
        if (target is null || target.Span.Start != start)
            return false;
        _all.Add(suppression);
        Add(_ofNode, start, suppression);
        return true;
    }

    /// <summary>The block in whose braces the offset lies.</summary>
    public BlockDeclarationSyntax? BlockAround(int offset)
    {
        _ = Around(offset, out var block);
        return block is not null && offset >= block.OpenBrace.End ? block : null;
    }

    /// <summary>Nothing but blanks stands before the offset on its line.</summary>
    public bool StandsAlone(int offset) => !EndsLine(offset);

    /// <summary>The suppressions that reach an offset, the file's first.</summary>
    /// <param name="offset">Where the finding is, or what is related to it.</param>
    /// <param name="isRelated">It is the latter.</param>
    public IEnumerable<Suppression> Reaching(int offset, bool isRelated)
    {
        IEnumerable<Suppression> reaching = _ofFile;
        if (_ofLine.TryGetValue(tree.Source.GetLinePosition(offset).Line, out var ofLine))
            reaching = reaching.Concat(ofLine);
        for (var node = At(tree.Root.Members, offset); node is not null; node = At(MembersOf(node), offset))
        {
            if (_ofNode.TryGetValue(node.Span.Start, out var ofNode))
                reaching = reaching.Concat(Reaching(ofNode, node, offset, isRelated));
        }
        return reaching;
    }

    // The comments of prisma-lint go by the place of the finding alone, but for values: those are reported at their enum.
    private static IEnumerable<Suppression> Reaching(IEnumerable<Suppression> suppressions, SyntaxNode node, int offset, bool isRelated) => suppressions.Where(suppression =>
        !suppression.IsForeign
        || ((!isRelated || node is EnumValueSyntax)
            && (node is not BlockDeclarationSyntax block || suppression.Span.Start > block.Span.Start || offset < block.OpenBrace.Start)));

    // The members among which an offset lies, and the block that has it, if it lies in one. A namespace of a contract is none.
    private IReadOnlyList<SyntaxNode> Around(int offset, out BlockDeclarationSyntax? block)
    {
        var members = tree.Root.Members;
        while (At(members, offset) is NamespaceDeclarationSyntax space)
            members = space.Members;
        block = At(members, offset) as BlockDeclarationSyntax;
        return members;
    }

    private static IReadOnlyList<SyntaxNode> MembersOf(SyntaxNode node) => node switch
    {
        NamespaceDeclarationSyntax space => space.Members,
        BlockDeclarationSyntax block => block.Members,
        _ => [],
    };

    private bool EndsLine(int offset)
    {
        while (offset > 0 && SyntaxFacts.IsBlank(tree.Source.Content[offset - 1]))
            offset--;
        return offset > 0 && !SyntaxFacts.IsLineBreak(tree.Source.Content[offset - 1]) && tree.Source.Content[offset - 1] != '\uFEFF';
    }

    private static void Add(Dictionary<int, List<Suppression>> map, int key, Suppression suppression)
    {
        if (!map.TryGetValue(key, out var list))
            map.Add(key, list = []);
        list.Add(suppression);
    }

    private static SyntaxNode? At(IReadOnlyList<SyntaxNode> nodes, int offset) =>
        Before(nodes, offset + 1) is { } node && offset <= node.Span.End ? node : null;

    // The last node that begins before the offset.
    private static SyntaxNode? Before(IReadOnlyList<SyntaxNode> nodes, int offset) => FirstFrom(nodes, offset) is > 0 and var index ? nodes[index - 1] : null;

    private static SyntaxNode? After(IReadOnlyList<SyntaxNode> nodes, int offset) => FirstFrom(nodes, offset) is var index && index < nodes.Count ? nodes[index] : null;

    // Index of the first node that begins at the offset or behind it.
    private static int FirstFrom(IReadOnlyList<SyntaxNode> nodes, int offset)
    {
        int low = 0, high = nodes.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (nodes[middle].Span.Start < offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
