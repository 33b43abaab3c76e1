using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PrismaLint.Diagnostics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Fixes;

/// <summary>
/// Applies the fixes of findings in at most three passes: each lints, takes the fixes that go together, leaves out those with
/// which Prisma would refuse more than before, and lays out anew the blocks that were laid out by Prisma's formatter.
/// </summary>
public sealed class FixApplier
{
    /// <summary>How often the texts are linted and fixed at most: fixes that make room for others, and these, and no more.</summary>
    public const int MaxPasses = 3;

    // Bounds the search for fixes that do harm: with none of them each pass takes one trial.
    private const int MaxTrials = 200;

    private readonly LintOptions _options;
    private readonly FixSafety _safety;
    private readonly Func<Diagnostic, bool>? _isWanted;
    private readonly CancellationToken _cancellationToken;
    private int _trials;

    private FixApplier(LintOptions options, FixSafety safety, Func<Diagnostic, bool>? isWanted, CancellationToken cancellationToken)
    {
        _options = options;
        _safety = safety;
        _isWanted = isWanted;
        _cancellationToken = cancellationToken;
    }

    /// <param name="schemas">The schemas; they are not changed, and no file is written.</param>
    /// <param name="options">As for <see cref="Linter"/>.</param>
    /// <param name="safety"><see cref="FixSafety.Unsafe"/> takes the unsafe fixes too.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public static FixResult Apply(
        IReadOnlyList<SchemaSource> schemas, LintOptions options, FixSafety safety = FixSafety.Safe, CancellationToken cancellationToken = default) =>
        Apply(schemas, options, safety, null, cancellationToken);

    /// <summary>The same with the fixes of some findings alone.</summary>
    internal static FixResult Apply(
        IReadOnlyList<SchemaSource> schemas, LintOptions options, FixSafety safety, Func<Diagnostic, bool>? isWanted, CancellationToken cancellationToken)
    {
        var fixedOnes = new List<Diagnostic>();
        var texts = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        int count = 0, passes = 0;
        foreach (var group in GroupBySharedFiles(schemas))
        {
            var (state, fixes, taken) = new FixApplier(options, safety, isWanted, cancellationToken).Run(group);
            count += fixes.Count;
            fixedOnes.AddRange(fixes);
            passes = Math.Max(passes, taken);
            foreach (var file in state.Schemas.SelectMany(schema => schema.Texts))
                texts[file.Path] = file;
        }
        SchemaSource[] result = [.. schemas.Select(schema => schema.WithTexts(texts))];
        FileChange[] changes =
        [
            .. schemas.SelectMany(schema => schema.Texts)
                .Where(file => texts[file.Path].Content != file.Content)
                .GroupBy(file => file.Path, StringComparer.Ordinal)
                .OrderBy(file => file.Key, StringComparer.Ordinal)
                .Select(file => new FileChange(file.First(), texts[file.Key])),
        ];
        return new FixResult(result, Linter.Lint(result, options, cancellationToken), changes, count, passes) { Fixed = fixedOnes };
    }

    /// <summary>A text with edits applied that do not overlap.</summary>
    public static SourceText Apply(SourceText source, IEnumerable<TextEdit> edits) =>
        new(source.Path, EditSet.Apply(source.Content, [.. edits.OrderBy(edit => edit.Span)]));

    // A fix in a file that several schemas hold changes them all, so that they are fixed together.
    private static IEnumerable<SchemaSource[]> GroupBySharedFiles(IReadOnlyList<SchemaSource> schemas)
    {
        var groups = Enumerable.Range(0, schemas.Count).ToArray();
        var owners = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < schemas.Count; i++)
        {
            foreach (var file in schemas[i].Texts)
            {
                if (owners.TryGetValue(file.Path, out var owner))
                    groups[Root(i)] = Root(owner);
                else
                    owners.Add(file.Path, i);
            }
        }
        return Enumerable.Range(0, schemas.Count).GroupBy(Root, i => schemas[i]).Select(group => group.ToArray());

        int Root(int i)
        {
            while (groups[i] != i)
                i = groups[i] = groups[groups[i]];
            return i;
        }
    }

    private (State State, List<Diagnostic> Fixes, int Passes) Run(SchemaSource[] schemas)
    {
        var current = Lint(schemas);
        var fixes = new List<Diagnostic>();
        var passes = 0;
        while (passes < MaxPasses)
        {
            var pass = new Pass(this, current);
            pass.Take(Choose(current));
            if (pass.Taken.Count == 0)
                break;
            current = pass.State;
            fixes.AddRange(pass.Taken.Select(offer => offer.Diagnostic));
            passes++;
        }
        return (current, fixes, passes);
    }

    private State Lint(SchemaSource[] schemas) => new(schemas, Array.ConvertAll(schemas, schema => Linter.Lint(schema, _options, _cancellationToken)));

    private List<Offer> Choose(State state)
    {
        var edits = new EditSet();
        return [.. Offered(state).Where(offer => edits.TryAdd(offer.Fix))];
    }

    // In the order of the text. Where several schemas hold a file, a fix in it counts if all of them ask for it: what one asks
    // for and another has the other way round, such as a name in the style of most of its names, would go back and forth.
    private IEnumerable<Offer> Offered(State state)
    {
        var offers = FindOffers(state)
            .GroupBy(offer => (offer.Diagnostic.Location.Path, offer.Diagnostic.Location.Span, offer.Diagnostic.Id, offer.Fix.Title))
            .OrderBy(offer => offer.Key.Path, StringComparer.Ordinal).ThenBy(offer => offer.Key.Span.Start).ThenBy(offer => offer.Key.Id, StringComparer.Ordinal);
        if (state.Schemas.Length == 1)
            return offers.SelectMany(offer => offer);

        var holders = state.Schemas
            .SelectMany((schema, index) => schema.Texts.Select(file => (file.Path, Schema: index)))
            .ToLookup(file => file.Path, file => file.Schema, StringComparer.Ordinal);
        // The parts of a rename in files that are one schema's alone go together.
        return
            from offer in offers
            let edits = offer.SelectMany(one => one.Fix.Edits).GroupBy(edit => (edit.Source.Path, edit.Span, edit.NewText)).Select(edit => edit.First()).ToArray()
            where !edits.Any(edit => holders[edit.Source.Path].Except(offer.Select(one => one.Schema)).Any())
            let first = offer.First()
            select first with { Fix = first.Fix with { Edits = edits } };
    }

    private IEnumerable<Offer> FindOffers(State state)
    {
        for (var i = 0; i < state.Schemas.Length; i++)
        {
            foreach (var diagnostic in state.Reports[i].Visible)
            {
                if (_isWanted?.Invoke(diagnostic) != false && diagnostic.Fixes.FirstOrDefault(fix => fix.Safety <= _safety && fix.Edits.Count > 0) is { } fix)
                    yield return new Offer(i, diagnostic, fix);
            }
        }
    }

    private readonly record struct Offer(int Schema, Diagnostic Diagnostic, CodeFix Fix);

    private sealed record State(SchemaSource[] Schemas, LintReport[] Reports)
    {
        public IEnumerable<Dictionary<string, int>> CountErrors() => Reports.Select(report => report.Diagnostics
            .Where(diagnostic => diagnostic is { Descriptor.Category: DiagnosticCategory.Validity, Severity: DiagnosticSeverity.Error })
            .GroupBy(diagnostic => diagnostic.Location.Path, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal));

        /// <summary>In some file of some schema Prisma refuses more than there.</summary>
        public bool IsWorseThan(State other) => CountErrors().Zip(other.CountErrors(), (mine, theirs) =>
            mine.Any(file => file.Value > (theirs.TryGetValue(file.Key, out var count) ? count : 0))).Any(isWorse => isWorse);
    }

    /// <summary>The largest part of a pass's fixes that does no harm, found by halving.</summary>
    private sealed class Pass
    {
        private readonly FixApplier _applier;
        private readonly State _before;
        private readonly Dictionary<string, SyntaxTree> _trees = new(StringComparer.Ordinal);

        public Pass(FixApplier applier, State before)
        {
            _applier = applier;
            State = _before = before;
        }

        public List<Offer> Taken { get; } = [];

        public State State { get; private set; }

        public void Take(List<Offer> fixes)
        {
            if (fixes.Count == 0 || _applier._trials == MaxTrials)
                return;
            _applier._trials++;
            var after = _applier.Lint(Change([.. Taken, .. fixes]));
            if (!after.IsWorseThan(_before))
            {
                Taken.AddRange(fixes);
                State = after;
            }
            else if (fixes.Count > 1)
            {
                Take(fixes.GetRange(0, fixes.Count / 2));
                Take(fixes.GetRange(fixes.Count / 2, fixes.Count - fixes.Count / 2));
            }
        }

        private SchemaSource[] Change(List<Offer> fixes)
        {
            var edits = new EditSet();
            foreach (var offer in fixes)
                edits.TryAdd(offer.Fix);
            var texts = _before.Schemas.SelectMany(schema => schema.Texts)
                .Where(file => edits.In(file.Path).Count > 0)
                .GroupBy(file => file.Path, StringComparer.Ordinal)
                .ToDictionary(file => file.Key, file => Change(file.First(), edits.In(file.Key)), StringComparer.Ordinal);
            return Array.ConvertAll(_before.Schemas, schema => schema.WithTexts(texts));
        }

        private SourceText Change(SourceText source, IReadOnlyList<TextEdit> edits)
        {
            if (source.Path.EndsWith(".sql", StringComparison.Ordinal))
                return new SourceText(source.Path, EditSet.Apply(source.Content, edits));
            if (!_trees.TryGetValue(source.Path, out var tree))
                _trees.Add(source.Path, tree = SyntaxTree.Parse(source));
            var changed = new SourceText(source.Path, EditSet.Apply(source.Content, edits));
            return LayOut(SyntaxTree.Parse(changed), FormattedBlocks(tree, edits));
        }

        // Where the blocks begin that edits change and that the formatter had laid out, in the changed text.
        private static HashSet<int> FormattedBlocks(SyntaxTree tree, IReadOnlyList<TextEdit> edits)
        {
            var starts = new HashSet<int>();
            int next = 0, shift = 0;
            foreach (var block in tree.Root.Members.OfType<BlockDeclarationSyntax>())
            {
                for (; next < edits.Count && edits[next].Span.Start < block.Span.Start; next++)
                    shift += edits[next].NewText.Length - edits[next].Span.Length;
                if (next < edits.Count && edits[next].Span.Start < block.Span.End && BlockLayout.IsFormatted(tree, block))
                    starts.Add(block.Span.Start + shift);
            }
            return starts;
        }

        private static SourceText LayOut(SyntaxTree tree, HashSet<int> starts)
        {
            TextEdit[] layout =
            [
                .. from block in tree.Root.Members.OfType<BlockDeclarationSyntax>()
                   where starts.Contains(block.Span.Start)
                   let text = BlockLayout.Format(tree, block)
                   where text is not null
                   select new TextEdit(tree.Source, block.Span, text),
            ];
            return layout.Length == 0 ? tree.Source : new SourceText(tree.Source.Path, EditSet.Apply(tree.Source.Content, layout));
        }
    }
}
