using System;
using System.Collections.Generic;
using PrismaLint.Diagnostics;
using PrismaLint.Text;

namespace PrismaLint.Syntax.Parsing;

/// <summary>
/// Takes what the grammar of contracts finds wrong, and keeps of the errors that follow from one mistake the first: what goes
/// on with the same line before anything whole was read says nothing new.
/// </summary>
internal sealed class ContractErrors(SourceText source)
{
    private readonly SyntaxErrors _errors = new(source);
    private readonly string _text = source.Content;
    private bool _isFollowUp;
    private int _lastEnd;

    // A list that nothing closes. Prisma says nothing of it, and then reads what it cannot understand.
    private (TextSpan Span, string Message)? _openList;

    public IReadOnlyList<Diagnostic> Found => _errors.Found;

    public bool HasOpenList => _openList is not null;

    /// <summary>How many were taken, those that are not reported included.</summary>
    public int Count { get; private set; }

    public void Report(string detail, TextSpan span, string message, string? schemaObject = null, CodeFix? fix = null)
    {
        Count++;
        var isNews = !_isFollowUp || BreaksLine(span.Start);
        _isFollowUp = true;
        if (isNews)
        {
            if (_openList is { } list)
                _errors.Report("list-not-closed", list.Span, list.Message, schemaObject);
            else
                _errors.Report(detail, span, message, schemaObject, fix);
        }
        _openList = null;
        _lastEnd = Math.Max(_lastEnd, span.End);
    }

    /// <summary>A list ends with something that neither goes on with it nor closes it: the reason, if the next thing is not understood.</summary>
    public void ListStaysOpen(SyntaxToken found, string expected)
    {
        if (!_isFollowUp)
            _openList ??= (found.Span, $"Expected {expected}, found {SyntaxErrors.Show(found.Text)}");
    }

    /// <summary>A member or block was read.</summary>
    /// <param name="countBefore"><see cref="Count"/> before it.</param>
    /// <param name="hadOpenList"><see cref="HasOpenList"/> before it.</param>
    public void Took(int countBefore, bool hadOpenList)
    {
        if (Count != countBefore)
            return;
        _isFollowUp = false;
        if (hadOpenList)
            _openList = null;
    }

    /// <summary>A block is closed, and with it whatever it holds.</summary>
    public void TookBrace() => _openList = null;

    // Looks at each character once: the last place only moves on.
    private bool BreaksLine(int place)
    {
        for (var i = _lastEnd; i < place && i < _text.Length; i++)
        {
            if (SyntaxFacts.IsLineBreak(_text[i]))
                return true;
        }
        return place < _lastEnd;
    }
}
