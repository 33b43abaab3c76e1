using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Modelling;

/// <summary>Finds models that mark deleted rows otherwise than most of the schema, or twice.</summary>
public sealed class SoftDeleteMarkerInconsistentRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL5005", "soft-delete-marker-inconsistent")
    {
        Title = "Soft-delete marker unlike the others",
        Message = "`{0}` {1}",
        Category = DiagnosticCategory.Modelling,
        Contracts = ContractSupport.FindingsOnly,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            What hides deleted rows is usually one piece of code, a client extension that adds `deletedAt: null` to each query. A
            model that calls its marker otherwise, or has a Boolean instead of a moment, slips through: its deleted rows are
            shown. A model with both has two truths, and sooner or later a row that is deleted by one and alive by the other.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id        Int       @id
                  deletedAt DateTime?
                }

                model Post {
                  id        Int       @id
                  deletedAt DateTime?
                }

                model Comment {
                  id        Int       @id
                  deletedOn DateTime?
                }
                """,
            Clean: """
                model User {
                  id        Int       @id
                  deletedAt DateTime?
                }

                model Post {
                  id        Int       @id
                  deletedAt DateTime?
                }

                model Comment {
                  id        Int       @id
                  deletedAt DateTime?
                }
                """),
        WhenNotToUse = """
            The Boolean is a copy for an index or a report, kept by the database. Where no marker is more frequent than the
            others, none is reported. What counts as a marker is set by `prismalint.soft_delete.marker_names` and
            `prismalint.soft_delete.flag_names`.
            """,
        Fix = """
            Unsafe: renames a marker of the same type to the most frequent name, keeps its column by `@map`. Code that uses the
            field has to follow. A marker of another type is left alone: its values would have to be converted.
            """,
    };

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var softDelete = new SoftDelete(context);
        var markers = new List<SoftDeleteMarker>();
        foreach (var model in context.Tables)
        {
            if (FrameworkModels.Owns(model))
                continue;
            var own = softDelete.MarkersOf(model);
            var moment = own.FirstOrDefault(marker => marker.Kind != SoftDeleteKind.Flag);
            if (moment is null)
            {
                markers.AddRange(own);
                continue;
            }
            markers.Add(moment);
            // A second one is one too many, whatever the others are called.
            foreach (var second in own.Where(marker => marker != moment))
            {
                yield return Definition
                    .At(second.Field.Location, second.Field.DisplayName, $"marks deleted rows a second time, beside `{moment.Field.Name}`")
                    .On(second.Field.DisplayName)
                    .WithRelated(moment.Field.Location, $"`{moment.Field.Name}` marks them, too");
            }
        }

        var groups = markers.GroupBy(marker => (marker.Field.Name, marker.Field.Scalar)).OrderByDescending(group => group.Count()).ToArray();
        if (groups.Length < 2 || groups[0].Count() == groups[1].Count())
            yield break;
        var usual = groups[0].First().Field;
        foreach (var odd in groups.Skip(1).SelectMany(group => group).Select(marker => marker.Field))
        {
            var difference = odd.Scalar == usual.Scalar ? "marks deleted rows" : $"marks deleted rows by a `{odd.Type.Name.Text}`";
            var other = odd.Name == usual.Name ? $"a `{usual.Type.Name.Text}`" : $"`{usual.Name}`";
            yield return Definition
                .At(odd.Location, odd.DisplayName, $"{difference}, {other} does in {groups[0].Count()} of {markers.Count} models")
                .On(odd.DisplayName)
                .WithRelated(usual.Location, $"`{usual.DisplayName}` is one of them")
                .WithFix(Rename(odd, usual));
        }
    }

    private static CodeFix? Rename(FieldSymbol odd, FieldSymbol usual) =>
        odd.Scalar == usual.Scalar && odd.Name != usual.Name
            ? RenameEdits.RenameFields(odd.Owner, [(odd, usual.Name)])
            : null;
}
