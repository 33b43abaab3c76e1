using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Fixes;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Facts.Queries;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Planning.Facts;

/// <summary>The schema as it becomes when every fix of the findings is applied and told queries get their indexes, and what that changes.</summary>
internal sealed class RecommendedSchema
{
    private const string ForeignKeyRule = "PL3001";

    private readonly PlanContext _context;
    private readonly Dictionary<string, HashSet<(SchemaChangeKind, string)>> _changesByRule = new(StringComparer.Ordinal);

    private RecommendedSchema(PlanContext context, FixResult result)
    {
        _context = context;
        var source = result.Schemas[0];
        (source, Wanted) = context.IsPostgreSql ? WantedIndexes.AddTo(source, context) : (source, []);
        var before = context.Source.Files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        Files =
        [
            .. source.Files.Where(file => before.TryGetValue(file.Path, out var old) && old.Content != file.Content)
                .Select(file => new FileChange(before[file.Path], file)).OrderBy(file => file.Before.Path, StringComparer.Ordinal),
        ];
        Fixed = result.Fixed;
        Schema = Files.Count == 0 ? context.Schema : Linter.Bind(source, context.Options);
        Changes = Files.Count == 0 ? [] : SchemaDiff.Compare(context.Schema, Schema);
    }

    /// <summary>The files of the schema that change, sorted by path.</summary>
    public IReadOnlyList<FileChange> Files { get; }

    /// <summary>The findings whose fixes make the change.</summary>
    public IReadOnlyList<Diagnostic> Fixed { get; }

    /// <summary>The indexes among the changes that queries of the inputs need, and no finding asks for as they are.</summary>
    public IReadOnlyList<WantedIndex> Wanted { get; }

    /// <summary>The schema with the fixes and these indexes.</summary>
    public SemanticModel Schema { get; }

    /// <summary>What changes for the database and for its clients.</summary>
    public IReadOnlyList<SchemaChange> Changes { get; }

    public static RecommendedSchema Find(PlanContext context)
    {
        var result = FixApplier.Apply([context.Source], context.Options, FixSafety.Unsafe, IsRecommended, context.Rules.CancellationToken);
        return new RecommendedSchema(context, context.Options.Snapshot is null || result.Changes.Count == 0 ? result : WithLostIndexes(context, result));
    }

    // The database has its indexes of today: a foreign key that loses its own with the change only the schema shows.
    private static FixResult WithLostIndexes(PlanContext context, FixResult result)
    {
        var options = context.Options with { Snapshot = null };
        var bare = new HashSet<string?>(
            Linter.Lint(context.Source, options, context.Rules.CancellationToken).Visible.Where(finding => finding.Id == ForeignKeyRule).Select(finding => finding.Object), StringComparer.Ordinal);
        var more = FixApplier.Apply(result.Schemas, options, FixSafety.Unsafe, finding => finding.Id == ForeignKeyRule && !bare.Contains(finding.Object), context.Rules.CancellationToken);
        if (more.Changes.Count == 0)
            return result;
        var before = result.Changes.ToDictionary(file => file.Before.Path, file => file.Before, StringComparer.Ordinal);
        var later = more.Changes.ToDictionary(file => file.Before.Path, StringComparer.Ordinal);
        return more with
        {
            Changes =
            [
                .. result.Changes.Where(file => !later.ContainsKey(file.Before.Path))
                    .Concat(more.Changes.Select(file => before.TryGetValue(file.Before.Path, out var first) ? file with { Before = first } : file))
                    .OrderBy(file => file.Before.Path, StringComparer.Ordinal),
            ],
            Fixed = [.. result.Fixed, .. more.Fixed],
        };
    }

    /// <summary>The findings whose fixes lead to a change, in their order.</summary>
    public IReadOnlyList<Diagnostic> FindingsOf(SchemaChange change)
    {
        if (WantedBy(change) is { } wanted)
        {
            var model = Schema.FindModel(wanted.Model);
            return [.. Fixed.Where(finding => finding.Id == "PL3001" && wanted.Begins.Count > 0 && finding.Object == model?.FindField(wanted.Begins[0])?.DisplayName)];
        }
        Diagnostic[] near = [.. Fixed.Where(finding => ModelOf(finding) == ModelOf(change.Object))];
        // A fix that one of an earlier pass made room for: what it writes is what is new.
        if (change is { OldLocation: null, NewLocation: { } place } && place.Source.ToString(place.Span) is var written
            && Array.FindAll(near, finding => finding.Fixes.SelectMany(fix => fix.Edits).Any(edit => edit.NewText.Contains(written, StringComparison.Ordinal))) is { Length: > 0 } writers)
        {
            near = writers;
        }
        if (near.Select(finding => finding.Id).Distinct(StringComparer.Ordinal).Skip(1).Any())
        {
            Diagnostic[] exact = [.. near.Where(finding => ChangesOf(finding.Id).Contains((change.Kind, change.Object)))];
            // What none of them makes alone comes of a fix that others made room for.
            Diagnostic[] late = [.. near.Where(IsLate)];
            near = exact.Length > 0 ? exact : late.Length > 0 ? late : near;
        }
        Diagnostic[] onIt = [.. near.Where(finding => change.Object.Contains('.') && finding.Object == change.Object)];
        return onIt.Length > 0 ? onIt : near;
    }

    /// <summary>The index of a told query that the change adds, or makes room for.</summary>
    public WantedIndex? WantedBy(SchemaChange change) => Wanted.FirstOrDefault(wanted =>
        (Schema.FindModel(wanted.Model)?.Indexes.Any(index => wanted.Is(index) && IsAt(change.NewLocation, index)) ?? false)
        || (_context.Schema.FindModel(wanted.Model)?.Indexes.Any(index => wanted.Replaces(index) && IsAt(change.OldLocation, index)) ?? false));

    private static bool IsAt(Location? location, IndexSymbol index) =>
        location is { } place && place.Path == index.Attribute.Location.Path && index.Attribute.Location.Span.Start <= place.Span.Start && place.Span.Start < index.Attribute.Location.Span.End;

    // What the database differs in from the schema is no change of the database, and what a migration does wrong none of the schema.
    private static bool IsRecommended(Diagnostic finding) =>
        !finding.Id.StartsWith("PL85", StringComparison.Ordinal)
        && finding.Fixes.SelectMany(fix => fix.Edits).All(edit => IsSchemaFile(edit.Source.Path));

    private static bool IsSchemaFile(string path) => !path.EndsWith(".sql", StringComparison.Ordinal);

    // `Model.field`, `Model(a,b)`.
    private static string ModelOf(string name) => name.IndexOfAny(['.', '(']) is var end && end < 0 ? name : name.Substring(0, end);

    private string ModelOf(Diagnostic finding) => finding.Object is { Length: > 0 } name ? ModelOf(name) : OwnerAt(finding.Location);

    private string OwnerAt(Location location) => _context.Schema.Models
        .Where(model => model.Location.Path == location.Path && model.Syntax.Span.Start <= location.Span.Start && location.Span.Start < model.Syntax.Span.End)
        .Select(model => model.Name).FirstOrDefault() ?? "";

    private bool IsLate(Diagnostic finding) => finding.Fixes.First(fix => fix.Edits.Count > 0).Edits.All(edit => !_context.Source.Files.Contains(edit.Source));

    // What the fixes of one rule alone change.
    private HashSet<(SchemaChangeKind, string)> ChangesOf(string ruleId)
    {
        if (_changesByRule.TryGetValue(ruleId, out var changes))
            return changes;
        var texts = _context.Source.Files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        var edits = Fixed.Where(finding => finding.Id == ruleId)
            .Select(finding => finding.Fixes.First(fix => fix.Edits.Count > 0))
            .SelectMany(fix => fix.Edits)
            .Where(edit => texts.TryGetValue(edit.Source.Path, out var text) && text == edit.Source)
            .ToLookup(edit => edit.Source.Path, StringComparer.Ordinal);
        var files = _context.Source.Files.Select(file => edits.Contains(file.Path) ? FixApplier.Apply(file, Apart(edits[file.Path])) : file);
        var next = Linter.Bind(_context.Source with { Files = [.. files] }, _context.Options);
        changes = [.. SchemaDiff.Compare(_context.Schema, next).Select(change => (change.Kind, change.Object))];
        _changesByRule.Add(ruleId, changes);
        return changes;
    }

    // Two fixes may ask for the same edit.
    private static IEnumerable<TextEdit> Apart(IEnumerable<TextEdit> edits)
    {
        var end = -1;
        TextEdit? last = null;
        foreach (var edit in edits.OrderBy(edit => edit.Span))
        {
            if (edit.Span.Start < end || (last is { } before && before.Span == edit.Span && before.NewText == edit.NewText))
                continue;
            yield return edit;
            (end, last) = (edit.Span.End, edit);
        }
    }
}
