using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using FluentAssertions.Execution;
using PrismaLint.Diagnostics;
using PrismaLint.Text;

namespace PrismaLint.Testing;

/// <summary>What was found in a marked schema, ready to be asserted on.</summary>
public sealed class LintResult
{
    private readonly MarkedText _marked;
    private readonly bool _isScript;
    private readonly Func<string, IReadOnlyList<Diagnostic>> _lint;

    /// <param name="marked">The text with its marks.</param>
    /// <param name="lint">Finds what is to be found in a text.</param>
    /// <param name="isScript">The text is SQL, which no parser here refuses; otherwise it is a schema.</param>
    internal LintResult(MarkedText marked, Func<string, IReadOnlyList<Diagnostic>> lint, bool isScript = false)
    {
        _isScript = isScript;
        _marked = marked;
        _lint = lint;
        Found = lint(marked.Text);
    }

    public IReadOnlyList<Diagnostic> Found { get; }

    public LintResult Should() => this;

    public LintResult And => this;

    /// <summary>One finding for each mark, at the mark, with these messages in the order of the text.</summary>
    public LintResult Report(params string[] messages)
    {
        using var scope = new AssertionScope();
        Found.Select(diagnostic => diagnostic.Message).Should().Equal(messages);
        Found.Select(diagnostic => Show(diagnostic.Location.Span)).Should().Equal(_marked.Spans.Select(Show), "that is where the marks are");
        return this;
    }

    /// <summary>One finding for each mark, at the mark, whatever it says.</summary>
    public LintResult ReportAtTheMarks()
    {
        Found.Select(diagnostic => Show(diagnostic.Location.Span)).Should().Equal(_marked.Spans.Select(Show), "that is where the marks are");
        _marked.Spans.Should().NotBeEmpty();
        return this;
    }

    public LintResult ReportNothing()
    {
        Found.Select(diagnostic => $"{diagnostic.Id} {Show(diagnostic.Location.Span)} {diagnostic.Message}").Should().BeEmpty();
        return this;
    }

    /// <summary>
    /// The first fix of each finding gives this text; linted again it has none of the findings fixed and no syntax
    /// error, and fixing it once more changes nothing.
    /// </summary>
    public LintResult BecomeWhenFixed(string expected)
    {
        var once = FixAll(_marked.Text, Found);
        once.ReplaceLineEndings("\n").Should().Be(expected.ReplaceLineEndings("\n"));
        if (!_isScript)
            Syntax.SyntaxTree.Parse("schema.prisma", once).Diagnostics.Select(diagnostic => diagnostic.Message).Should().BeEmpty();
        FixAll(once, _lint(once)).Should().Be(once, "a fix is applied once");
        return this;
    }

    public LintResult OfferNoFix()
    {
        Found.SelectMany(diagnostic => diagnostic.Fixes).Select(fix => fix.Title).Should().BeEmpty();
        return this;
    }

    private static string FixAll(string text, IReadOnlyList<Diagnostic> found)
    {
        var applied = new List<TextEdit>();
        foreach (var fix in found.Where(diagnostic => diagnostic.Fixes.Count > 0).Select(diagnostic => diagnostic.Fixes[0]))
        {
            if (!fix.Edits.Any(edit => applied.Any(other => other == edit || other.Span.Overlaps(edit.Span))))
                applied.AddRange(fix.Edits);
        }
        foreach (var edit in applied.Select((edit, index) => (edit, index)).OrderByDescending(pair => pair.edit.Span).ThenByDescending(pair => pair.index).Select(pair => pair.edit))
            text = text.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText);
        return text;
    }

    private string Show(TextSpan span) => $"{span} `{(span.End <= _marked.Text.Length ? _marked.Text.Substring(span.Start, span.Length) : "?")}`";
}
