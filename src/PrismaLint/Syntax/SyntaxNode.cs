using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary>A node of the tree. Nodes are compared by identity and never change.</summary>
public abstract class SyntaxNode
{
    public abstract SyntaxKind Kind { get; }

    /// <summary>From the first to the last token, without the blanks and comments around them.</summary>
    public abstract TextSpan Span { get; }

    /// <summary>The present children in the order of the text.</summary>
    public abstract IEnumerable<SyntaxElement> ChildNodesAndTokens();

    /// <summary>Every node below this one, parents before children.</summary>
    public IEnumerable<SyntaxNode> DescendantNodes()
    {
        var stack = new Stack<SyntaxNode>();
        stack.Push(this);
        while (stack.Count > 0)
        {
            var node = stack.Pop();
            if (node != this)
                yield return node;
            var children = new List<SyntaxNode>();
            foreach (var child in node.ChildNodesAndTokens())
            {
                if (child.Node is { } inner)
                    children.Add(inner);
            }

            for (var i = children.Count - 1; i >= 0; i--)
                stack.Push(children[i]);
        }
    }
}
