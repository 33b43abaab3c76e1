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

    // How many fixes a pass may take: halved when one goes wrong, until the fix to blame is alone; doubled when one goes well.
    private int _limit = int.MaxValue;

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
        IReadOnlyList<SchemaSource> schemas, LintOptions options, FixSafety safety = FixSafety.Safe, CancellationToken cancellationToken = default)
    {
        // One schema after the other, so that a fix that goes wrong in one does not hold up the others.
        var texts = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        var changes = new SortedDictionary<string, FileChange>(StringComparer.Ordinal);
        var count = 0;
        foreach (var schema in schemas)
        {
            var (after, applied) = new FixApplier(options, safety).Run(WithTexts(schema, texts), cancellationToken);
            count += applied;
            for (var i = 0; i < schema.Files.Count; i++)
            {
                if (schema.Files[i].Content == after.Files[i].Content)
                    continue;
                texts[after.Files[i].Path] = after.Files[i];
                changes[after.Files[i].Path] = new FileChange(schema.Files[i], after.Files[i]);
            }
        }
        SchemaSource[] result = [.. schemas.Select(schema => WithTexts(schema, texts))];
        return new FixResult(result, Linter.Lint(result, options, cancellationToken), [.. changes.Values], count);
    }

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

    // A file may belong to several schemas.
    private static SchemaSource WithTexts(SchemaSource schema, Dictionary<string, SourceText> texts) =>
        schema.Files.Any(file => texts.ContainsKey(file.Path))
            ? schema with { Files = [.. schema.Files.Select(file => texts.TryGetValue(file.Path, out var text) ? text : file)] }
            : schema;

    private (SchemaSource Schema, int Count) Run(SchemaSource schema, CancellationToken cancellationToken)
    {
        var current = schema;
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
                _limit = chosen.Count == 1 ? int.MaxValue : chosen.Count / 2;
                continue;
            }
            _limit = _limit > int.MaxValue / 2 ? int.MaxValue : _limit * 2;
            Remember(current);
            (current, report) = (next, nextReport);
            count += chosen.Count;
        }
        return (current, count);
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
            if (chosen.Count == _limit)
                break;
        }
        return chosen;
    }

    private static SchemaSource Change(SchemaSource schema, List<ChosenFix> chosen)
    {
        var edits = chosen.SelectMany(choice => choice.Fix.Edits).ToLookup(edit => edit.Source.Path, StringComparer.Ordinal);
        return schema with { Files = [.. schema.Files.Select(file => edits.Contains(file.Path) ? Apply(file, edits[file.Path]) : file)] };
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

    private bool BringsBack(SchemaSource current, SchemaSource next) => next.Files.Except(current.Files).Any(file =>
        _earlierTexts.TryGetValue(file.Path, out var texts) && texts.Contains(file.Content));

    private void Remember(SchemaSource schema)
    {
        foreach (var file in schema.Files)
        {
            if (!_earlierTexts.TryGetValue(file.Path, out var texts))
                _earlierTexts.Add(file.Path, texts = new HashSet<string>(StringComparer.Ordinal));
            texts.Add(file.Content);
        }
    }

    private sealed record ChosenFix(FixKey Key, CodeFix Fix);

    private readonly record struct FixKey(string Id, string Path, string Message, string Title);
}
