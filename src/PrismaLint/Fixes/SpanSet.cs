using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Fixes;

/// <summary>Spans of one file that neither overlap nor touch.</summary>
internal sealed class SpanSet
{
    private readonly List<TextSpan> _spans = [];

    public void Add(TextSpan span) => _spans.Insert(IndexAfter(span.Start), span);

    /// <summary>A span overlaps one of these or begins or ends where one does: two insertions at one place have no order.</summary>
    public bool Touches(TextSpan span)
    {
        var index = IndexAfter(span.Start);
        return (index > 0 && _spans[index - 1].End >= span.Start) || (index < _spans.Count && _spans[index].Start <= span.End);
    }

    private int IndexAfter(int start)
    {
        int low = 0, high = _spans.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_spans[middle].Start <= start)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
