using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Text;

namespace PrismaLint.Testing;

/// <summary>A text with <c>[|marks|]</c> around the places that matter, taken out and remembered. Marks may nest.</summary>
public sealed class MarkedText
{
    private MarkedText(string text, IReadOnlyList<TextSpan> spans)
    {
        Text = text;
        Spans = spans;
    }

    public string Text { get; }

    /// <summary>The marked spans in the order of their starts.</summary>
    public IReadOnlyList<TextSpan> Spans { get; }

    public static MarkedText Parse(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var open = new Stack<int>();
        var spans = new List<TextSpan>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked.AsSpan(i).StartsWith("[|"))
            {
                open.Push(text.Length);
                i++;
            }
            else if (marked.AsSpan(i).StartsWith("|]") && open.Count > 0)
            {
                spans.Add(TextSpan.FromBounds(open.Pop(), text.Length));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }
        if (open.Count > 0)
            throw new FormatException("A mark is not closed.");
        return new MarkedText(text.ToString(), [.. spans.Order()]);
    }
}
