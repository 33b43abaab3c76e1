using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Diagnostics;

namespace PrismaLint.Database.Tests.Live.Planted;

/// <summary>Findings held against what was planted.</summary>
internal sealed class Verdict
{
    private readonly List<string> _table = [];
    private readonly HashSet<Diagnostic> _known = new(ReferenceEqualityComparer.Instance);

    public Verdict(IReadOnlyList<Diagnostic> found, IReadOnlyList<Expectation> expectations)
    {
        foreach (var expectation in expectations.Where(one => one.Tag is "alt" or "altdrift" or "may"))
            _known.UnionWith(found.Where(one => expectation.IsOfKind(one) && expectation.IsAt(one)));
        var exact = expectations.Where(one => one.Tag is "expect" or "drift")
            .ToDictionary(one => one, expectation => found.Where(one => expectation.IsOfKind(one) && (expectation.IsAt(one) || IsAlternative(expectation, one, expectations))).ToArray());
        _known.UnionWith(exact.Values.SelectMany(all => all));
        foreach (var (expectation, at) in exact)
        {
            var near = at.Length > 0 ? [] : found.Where(one => !_known.Contains(one) && expectation.IsOfKind(one) && expectation.IsNear(one)).ToArray();
            _known.UnionWith(near);
            var (count, hits) = expectation.IsDrift ? (Drifts, DriftsFound) : (Faults, FaultsFound);
            count.Add(expectation);
            if (at.Length + near.Length > 0)
                hits.Add(expectation);
            if (near.Length > 0)
                WrongLines.Add(expectation);
            if (near.Length > 0)
                _table.Add($"WRONG LINE  {Describe(expectation)} <- {string.Join(" | ", near.Select(Describe))}");
            else if (at.Length == 0)
                _table.Add($"MISSED      {Describe(expectation)}{string.Concat(found.Where(one => expectation.Line >= 0 && expectation.IsAt(one)).Select(one => " / there: " + Describe(one)))}");
            else if (at.All(one => one.Severity < DiagnosticSeverity.Warning) && expectation.IsDrift)
                _table.Add($"MILD        {Describe(expectation)} <- {Describe(at[0])}");
        }
        foreach (var bait in expectations.Where(one => one.Tag == "bait"))
        {
            Baits.Add(bait);
            var taken = found.Where(one => one.Severity >= DiagnosticSeverity.Warning && bait.IsOfKind(one) && bait.IsAt(one) && !(bait.Kind == "drift" && _known.Contains(one))).ToArray();
            if (taken.Length == 0)
                continue;
            BaitsTaken.Add(bait);
            _table.Add($"BAIT TAKEN  {Describe(bait)} <- {string.Join(" | ", taken.Select(Describe))}");
        }
        foreach (var one in found.Where(one => one.Id.StartsWith("PL8", StringComparison.Ordinal) && one.Severity >= DiagnosticSeverity.Warning && !_known.Contains(one)))
        {
            Unexpected.Add(one);
            _table.Add($"UNEXPECTED  {Describe(one)}");
        }
        Suggested.AddRange(found.Where(one => one.Id.StartsWith("PL8", StringComparison.Ordinal) && one.Severity < DiagnosticSeverity.Warning && !_known.Contains(one))
            .GroupBy(one => $"{one.Id} {one.Detail}").Select(group => $"SUGGESTED {group.Count(),3} {group.Key}: {group.First().Message}").Order(StringComparer.Ordinal));
    }

    /// <summary>How often each kind was suggested where nobody planted it: to read, and no noise by the measure.</summary>
    public List<string> Suggested { get; } = [];

    public List<Expectation> Faults { get; } = [];

    public List<Expectation> FaultsFound { get; } = [];

    public List<Expectation> Drifts { get; } = [];

    public List<Expectation> DriftsFound { get; } = [];

    public List<Expectation> WrongLines { get; } = [];

    public List<Expectation> Baits { get; } = [];

    public List<Expectation> BaitsTaken { get; } = [];

    public List<Diagnostic> Unexpected { get; } = [];

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine($"faults {FaultsFound.Count}/{Faults.Count}, drifts {DriftsFound.Count}/{Drifts.Count}, wrong lines {WrongLines.Count}, baits taken {BaitsTaken.Count}/{Baits.Count}, unexpected {Unexpected.Count}");
        foreach (var line in _table.Order(StringComparer.Ordinal))
            text.AppendLine(line);
        foreach (var line in Suggested)
            text.AppendLine(line);
        return text.ToString();
    }

    private static bool IsAlternative(Expectation expectation, Diagnostic found, IReadOnlyList<Expectation> all) =>
        all.Any(one => one.Kind == expectation.Kind && one.IsAt(found)
            && ((one.Tag == "alt" && expectation.Tag == "expect" && one.Block == expectation.Block) || (one.Tag == "altdrift" && expectation.Tag == "drift")));

    private static string Describe(Expectation one) => $"{one.Tag} {one.Kind} {(one.Line >= 0 ? $"line {one.Line + 1}" : "of the database")} {one.Subject.Trim('\\', 'b')}";

    private static string Describe(Diagnostic one) => $"{one.Id} {one.Detail} {one.Severity} line {one.Location.Start.Line + 1} [{one.Object}] {one.Message}";
}
