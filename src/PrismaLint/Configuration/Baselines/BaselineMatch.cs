using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Text;

namespace PrismaLint.Configuration.Baselines;

/// <summary>
/// A baseline held against the findings of one run. Say first which files were looked at (<see cref="Look"/>), then apply, then ask
/// what is left over.
/// </summary>
internal sealed class BaselineMatch
{
    private readonly Baseline _baseline;
    private readonly Dictionary<Key, Slot> _slots = [];
    private readonly ILookup<string, Slot> _byFile;
    private readonly Slot[] _ofAnyFile;
    private readonly HashSet<string> _lookedAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly SortedDictionary<Key, int> _new = new(Comparer<Key>.Create(Key.Compare));

    public BaselineMatch(Baseline baseline)
    {
        _baseline = baseline;
        foreach (var placed in baseline.Placed)
        {
            var entry = placed.Entry;
            var key = new Key(entry.File is null ? null : baseline.Relative(baseline.Resolve(entry.File)), entry.Rule, entry.Object, entry.Detail);
            if (!_slots.TryGetValue(key, out var slot))
                _slots.Add(key, slot = new Slot(key));
            slot.Entries.Add(placed);
            slot.Count += entry.Count;
        }
        _byFile = _slots.Values.Where(slot => slot.Key.File is not null).ToLookup(slot => slot.Key.File ?? "", StringComparer.Ordinal);
        _ofAnyFile = [.. _slots.Values.Where(slot => slot.Key.File is null)];
    }

    /// <summary>Takes note of a schema: entries for its files are stale where nothing matches them.</summary>
    /// <param name="paths">The files of the schema.</param>
    /// <param name="hasRun">Whether the rule of an id has looked at the file of a path, and at all of it.</param>
    public void Look(IEnumerable<string> paths, Func<string, string, bool> hasRun)
    {
        foreach (var path in paths)
        {
            var file = NameOf(path);
            _lookedAt.Add(file);
            var answers = new Dictionary<string, bool>(StringComparer.Ordinal);
            foreach (var slot in _byFile[file].Concat(_ofAnyFile))
            {
                if (!answers.TryGetValue(slot.Key.Rule, out var isSeen))
                    answers.Add(slot.Key.Rule, isSeen = hasRun(slot.Key.Rule, path));
                slot.IsUnjudged |= !isSeen;
            }
        }
    }

    /// <summary>The findings, with those marked that the baseline hides: of equal ones the first, as many as were counted.</summary>
    /// <param name="sorted">In the order of the report.</param>
    public IEnumerable<Diagnostic> Apply(IEnumerable<Diagnostic> sorted)
    {
        foreach (var diagnostic in sorted)
        {
            if (diagnostic.IsSuppressed || diagnostic.IsConsequence || !Baseline.MayHold(diagnostic.Id))
            {
                yield return diagnostic;
                continue;
            }
            var key = new Key(NameOf(diagnostic.Location.Path), diagnostic.Id, diagnostic.Object ?? "", diagnostic.Detail);
            if (Find(key) is { } slot)
            {
                slot.Used++;
                yield return diagnostic with { IsSuppressed = true, IsInBaseline = true };
                continue;
            }
            if (diagnostic.Severity > DiagnosticSeverity.Silent)
                _new[key] = _new.TryGetValue(key, out var count) ? count + 1 : 1;
            yield return diagnostic;
        }
    }

    /// <summary>The entries, or parts of their counts, that nothing matches any more, each as a finding (PL0013).</summary>
    public IEnumerable<Diagnostic> FindStale()
    {
        // A file that is gone is one fact, however many entries it has.
        foreach (var file in _byFile.Where(file => file.Any(IsGone)))
        {
            var placed = file.SelectMany(slot => slot.Entries).OrderBy(entry => entry.Span).ToArray();
            var entries = placed.Length == 1 ? "this entry" : FormattableString.Invariant($"{placed.Length} entries");
            yield return Stale(placed[0].FileSpan, $"`{file.Key}`, the file of {entries}, does not exist");
        }
        foreach (var slot in _slots.Values.Where(slot => slot.Used < slot.Count && IsJudged(slot) && !IsGone(slot)))
        {
            var left = slot.Used;
            foreach (var placed in slot.Entries)
            {
                var used = Math.Min(left, placed.Entry.Count);
                left -= used;
                if (used < placed.Entry.Count)
                    yield return Stale(placed, used);
            }
        }
    }

    /// <summary>What the baseline would be now: without what is stale, with what is new. What the run did not look at stays.</summary>
    public Baseline Next()
    {
        var counts = new SortedDictionary<Key, int>(_new, Comparer<Key>.Create(Key.Compare));
        foreach (var slot in _slots.Values)
        {
            if ((IsJudged(slot) ? slot.Used : slot.Count) is > 0 and var kept)
                counts[slot.Key] = kept + (counts.TryGetValue(slot.Key, out var count) ? count : 0);
        }
        return _baseline.Replace(counts.Select(pair => new BaselineEntry(pair.Key.Rule, pair.Key.File, pair.Key.Object, pair.Key.Detail, pair.Value)));
    }

    // The entry that says most goes first.
    private Slot? Find(Key key)
    {
        return Open(key) ?? Open(key with { Detail = null }) ?? Open(key with { File = null }) ?? Open(key with { File = null, Detail = null });

        Slot? Open(Key wanted) => _slots.TryGetValue(wanted, out var slot) && slot.Used < slot.Count ? slot : null;
    }

    private bool IsJudged(Slot slot) =>
        slot.Key.File is { } file && !_lookedAt.Contains(file) ? IsGone(slot) : _lookedAt.Count > 0 && !slot.IsUnjudged;

    private bool IsGone(Slot slot) => slot.Key.File is { } file
        && _baseline.MissingFiles.Count > 0 && !_lookedAt.Contains(file) && _baseline.MissingFiles.Contains(_baseline.Resolve(file));

    private Diagnostic Stale(PlacedEntry placed, int used)
    {
        var entry = placed.Entry;
        var what = $"`{entry.Rule}`" + (entry.Object.Length == 0 ? "" : $" at `{entry.Object}`");
        return used > 0
            ? Stale(placed.CountSpan, FormattableString.Invariant($"This entry counts {entry.Count} findings and hides {used}: {what}"))
            : Stale(placed.Span, $"This entry hides nothing: {what}");
    }

    private Diagnostic Stale(TextSpan span, string message) =>
        ConfigurationDescriptors.UnusedSuppression.At(new Location(_baseline.Source, span), message);

    private string NameOf(string path)
    {
        if (!_names.TryGetValue(path, out var name))
            _names.Add(path, name = _baseline.Relative(_baseline.ResolveSchema(path)));
        return name;
    }

    private readonly record struct Key(string? File, string Rule, string Object, string? Detail)
    {
        public static int Compare(Key left, Key right)
        {
            var order = string.CompareOrdinal(left.File, right.File);
            if (order == 0)
                order = string.CompareOrdinal(left.Rule, right.Rule);
            if (order == 0)
                order = string.CompareOrdinal(left.Object, right.Object);
            return order == 0 ? string.CompareOrdinal(left.Detail, right.Detail) : order;
        }
    }

    private sealed class Slot(Key key)
    {
        public Key Key { get; } = key;

        // In the order of the text.
        public List<PlacedEntry> Entries { get; } = [];

        public int Count { get; set; }

        public int Used { get; set; }

        public bool IsUnjudged { get; set; }
    }
}
