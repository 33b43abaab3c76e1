using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Configuration.PrismaLintRc;
using PrismaLint.Diagnostics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Configuration.Suppressions;

/// <summary>
/// Reads the comments <c>// prismalint-ignore PL3001, other-name: reason</c>, <c>-block</c> and <c>-file</c> of a file.
/// </summary>
internal sealed class SuppressionReader(SyntaxTree tree, bool requireReason, RcLayer? rc, List<Diagnostic> diagnostics)
{
    private const string Mark = "prismalint-ignore";

    private static readonly string[] s_words = [Mark, Mark + "-block", Mark + "-file"];

    private readonly SourceText _source = tree.Source;

    /// <summary>A cheap look: most files hold no suppression.</summary>
    public static bool MayHold(SourceText source) =>
        source.Content.Contains(Mark, StringComparison.Ordinal) || source.Content.Contains(PrismaLintCommentReader.Mark, StringComparison.Ordinal);

    public SuppressionMap Read()
    {
        var map = new SuppressionMap(tree);
        var foreign = new PrismaLintCommentReader(tree, map, rc, diagnostics);
        foreach (var trivia in tree.Trivia())
        {
            if (trivia.Kind is not (SyntaxKind.CommentTrivia or SyntaxKind.DocumentationCommentTrivia))
                continue;
            Read(trivia.Span, map);
            foreign.Read(trivia.Span);
        }
        return map;
    }

    private void Read(TextSpan comment, SuppressionMap map)
    {
        var text = _source.Content;
        var position = comment.Start;
        while (position < comment.End && text[position] == '/')
            position++;
        position = SkipBlanks(position, comment.End);
        var word = WordAt(position, comment.End);
        if (!_source.ToString(word).StartsWith(Mark, StringComparison.Ordinal))
            return;
        var name = _source.ToString(word);
        if (!s_words.Contains(name))
        {
            Report(word, $"`{name}` is no suppression; did you mean `{NearestName.Find(name, s_words) ?? Mark}`?");
            return;
        }

        var colon = text.IndexOf(':', word.End, comment.End - word.End);
        var end = colon < 0 ? comment.End : colon;
        var reason = colon < 0 ? "" : text.Substring(colon + 1, comment.End - colon - 1).Trim();
        var ids = new List<SuppressedId>();
        var namesUnknown = false;
        for (position = SkipSeparators(word.End, end); position < end; position = SkipSeparators(position, end))
        {
            var span = WordAt(position, end);
            var idOrName = _source.ToString(span);
            if (DiagnosticCatalog.Find(idOrName) is { } descriptor)
            {
                ids.Add(new SuppressedId(descriptor.Id, span));
            }
            else
            {
                namesUnknown = true;
                var hint = DiagnosticCatalog.FindNearest(idOrName) is { } nearest ? $"; did you mean `{nearest}`?"
                    : colon < 0 && ids.Count > 0 ? "; a reason follows a colon" : "";
                Report(span, $"No rule has the id or name `{idOrName}`{hint}");
            }
            position = span.End;
        }
        if (requireReason && reason.Length == 0)
            Report(comment, "This suppression gives no reason, and `prismalint.require_reason` asks for one behind a colon");

        var suppression = new Suppression(_source, comment, ids, namesUnknown, reason.Length == 0 ? null : reason);
        if (name == s_words[2])
            map.AddForFile(suppression);
        else if (name == s_words[1])
            map.AddForBlock(suppression);
        else
            map.AddForNext(suppression);
    }

    private void Report(TextSpan span, string message) =>
        diagnostics.Add(ConfigurationDescriptors.ConfigurationProblem.At(new Location(_source, span), message));

    // At least one character long, so that reading goes on.
    private TextSpan WordAt(int start, int end)
    {
        var stop = start;
        while (stop < end && !SyntaxFacts.IsBlank(_source.Content[stop]) && _source.Content[stop] is not (',' or ':'))
            stop++;
        return TextSpan.FromBounds(start, stop);
    }

    private int SkipBlanks(int position, int end)
    {
        while (position < end && SyntaxFacts.IsBlank(_source.Content[position]))
            position++;
        return position;
    }

    private int SkipSeparators(int position, int end)
    {
        while (position < end && (SyntaxFacts.IsBlank(_source.Content[position]) || _source.Content[position] is ',' or ':'))
            position++;
        return position;
    }
}
