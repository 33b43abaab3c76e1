using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using PrismaLint.Diagnostics;
using PrismaLint.Text;

namespace PrismaLint.Fixes;

/// <summary>
/// Applies the fixes of findings: lints, applies those that do not touch each other, and does it again until nothing changes.
/// A change that would make Prisma refuse more than before, or bring back an earlier text, is not taken.
/// </summary>
public sealed class FixApplier
{
    private const int MaxPasses = 200;

    private readonly LintOptions _options;
    private readonly FixSafety _safety;
    private readonly Dictionary<string, HashSet<string>> _earlierTexts = new(StringComparer.Ordinal);
    private readonly HashSet<FixKey> _refused = [];

    // After a pass that went wrong: one fix at a time, to find the one to blame.
    private bool _isCareful;

    private FixApplier(LintOptions options, FixSafety safety)
    {
        _options = options;
        _safety = safety;
    }

    /// <param name="schemas">The schemas; they are not changed, and no file is written.</param>
    /// <param name="options">As for <see cref="Linter"/>.</param>
    /// <param name="safety"><see cref="FixSafety.Unsafe"/> takes the unsafe fixes too.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public static FixResult Apply(
        IReadOnlyList<SchemaSource> schemas, LintOptions options, FixSafety safety = FixSafety.Safe, CancellationToken cancellationToken = default) =>
        new FixApplier(options, safety).Run(schemas, cancellationToken);

    /// <summary>A text with edits applied that do not overlap.</summary>
    public static SourceText Apply(SourceText source, IEnumerable<TextEdit> edits)
    {
        var text = new StringBuilder(source.Length + 64);
        var position = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Span))
        {
            text.Append(source.Content, position, edit.Span.Start - position).Append(edit.NewText);
            position = edit.Span.End;
        }
        return new SourceText(source.Path, text.Append(source.Content, position, source.Length - position).ToString());
    }

    private FixResult Run(IReadOnlyList<SchemaSource> schemas, CancellationToken cancellationToken)
    {
        var current = schemas;
        var report = Linter.Lint(current, _options, cancellationToken);
        var count = 0;
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            var chosen = Choose(report);
            if (chosen.Count == 0)
                break;
            var next = Change(current, chosen);
            var nextReport = Linter.Lint(next, _options, cancellationToken);
            if (IsWorse(report, nextReport) || BringsBack(current, next))
            {
                if (chosen.Count == 1)
                    _refused.Add(chosen[0].Key);
                _isCareful = true;
                continue;
            }
            Remember(current);
            (current, report) = (next, nextReport);
            count += chosen.Count;
        }
        return new FixResult(current, report, FindChanges(schemas, current), count);
    }

    private List<ChosenFix> Choose(LintReport report)
    {
        var chosen = new List<ChosenFix>();
        var taken = new Dictionary<string, SpanSet>(StringComparer.Ordinal);
        foreach (var diagnostic in report.Visible)
        {
            if (diagnostic.Fixes.FirstOrDefault(fix => fix.Safety <= _safety && fix.Edits.Count > 0) is not { } fix)
                continue;
            var key = new FixKey(diagnostic.Id, diagnostic.Location.Path, diagnostic.Message, fix.Title);
            if (_refused.Contains(key) || fix.Edits.Any(edit => taken.TryGetValue(edit.Source.Path, out var spans) && spans.Touches(edit.Span)))
                continue;
            foreach (var edit in fix.Edits)
            {
                if (!taken.TryGetValue(edit.Source.Path, out var spans))
                    taken.Add(edit.Source.Path, spans = new SpanSet());
                spans.Add(edit.Span);
            }
            chosen.Add(new ChosenFix(key, fix));
            if (_isCareful)
                break;
        }
        return chosen;
    }

    private static SchemaSource[] Change(IReadOnlyList<SchemaSource> schemas, List<ChosenFix> chosen)
    {
        var edits = chosen.SelectMany(choice => choice.Fix.Edits).ToLookup(edit => edit.Source.Path, StringComparer.Ordinal);
        return
        [
            .. schemas.Select(schema => schema.Files.Any(file => edits.Contains(file.Path))
                ? schema with { Files = [.. schema.Files.Select(file => edits.Contains(file.Path) ? Apply(file, edits[file.Path]) : file)] }
                : schema),
        ];
    }

    private static bool IsWorse(LintReport before, LintReport after)
    {
        var errors = CountErrors(before);
        return CountErrors(after).Any(file => file.Value > (errors.TryGetValue(file.Key, out var count) ? count : 0));
    }

    private static Dictionary<string, int> CountErrors(LintReport report) => report.Diagnostics
        .Where(diagnostic => diagnostic is { Descriptor.Category: DiagnosticCategory.Validity, Severity: DiagnosticSeverity.Error })
        .GroupBy(diagnostic => diagnostic.Location.Path, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private bool BringsBack(IReadOnlyList<SchemaSource> current, IReadOnlyList<SchemaSource> next) =>
        FindChanges(current, next).Any(change => _earlierTexts.TryGetValue(change.After.Path, out var texts) && texts.Contains(change.After.Content));

    private void Remember(IReadOnlyList<SchemaSource> schemas)
    {
        foreach (var file in schemas.SelectMany(schema => schema.Files))
        {
            if (!_earlierTexts.TryGetValue(file.Path, out var texts))
                _earlierTexts.Add(file.Path, texts = new HashSet<string>(StringComparer.Ordinal));
            texts.Add(file.Content);
        }
    }

    private static FileChange[] FindChanges(IReadOnlyList<SchemaSource> before, IReadOnlyList<SchemaSource> after)
    {
        var changes = new SortedDictionary<string, FileChange>(StringComparer.Ordinal);
        for (var i = 0; i < before.Count; i++)
        {
            for (var j = 0; j < before[i].Files.Count; j++)
            {
                var (old, now) = (before[i].Files[j], after[i].Files[j]);
                if (!ReferenceEquals(old, now) && old.Content != now.Content)
                    changes[old.Path] = new FileChange(old, now);
            }
        }
        return [.. changes.Values];
    }

    private sealed record ChosenFix(FixKey Key, CodeFix Fix);

    private readonly record struct FixKey(string Id, string Path, string Message, string Title);
}
