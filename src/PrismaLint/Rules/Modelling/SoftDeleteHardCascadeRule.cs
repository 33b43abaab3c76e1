using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Modelling;

/// <summary>Finds children that a soft deletion of their parent does not reach, or a real one takes along.</summary>
public sealed class SoftDeleteHardCascadeRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL5006", "soft-delete-hard-cascade")
    {
        Title = "Child that does not share its parent's soft deletion",
        Message = "{0}",
        Category = DiagnosticCategory.Modelling,
        Contracts = ContractSupport.Full,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.All,
        Rationale = """
            A soft deletion is an update, and no referential action answers to it. The children of a row that is only marked as
            deleted stay as they are: lists that start from the child still show them. They need a marker of their own, set with
            the parent's, or each query has to look at the parent.

            `onDelete: Cascade` beside a marker is the other half: whoever deletes the parent for good, by a script or by
            mistake, takes along what the marker is there to keep.
            """,
        Example = new RuleExample(
            Flagged: """
                model Post {
                  id        Int       @id
                  deletedAt DateTime?
                  comments  Comment[]
                }

                model Comment {
                  id     Int  @id
                  postId Int
                  post   Post @relation(fields: [postId], references: [id], onDelete: Cascade)

                  @@index([postId])
                }
                """,
            Clean: """
                model Post {
                  id        Int       @id
                  deletedAt DateTime?
                  comments  Comment[]
                }

                model Comment {
                  id        Int       @id
                  deletedAt DateTime?
                  postId    Int
                  post      Post      @relation(fields: [postId], references: [id], onDelete: Restrict)

                  @@index([postId])
                }
                """),
        WhenNotToUse = """
            Children are only ever reached through their parent, or rows that are purged shall go with their children. Optional
            relations are not reported, nor who wrote a row (`createdById`, `publishedBy`), nor children that record what was or
            happened (Deleted, Tombstone, Trash, Archive, History, Log, Event in their name).
            """,
    };

    public static readonly RuleOption<NameList> IgnoredModels = RuleOption.Names(
        "ignored_models", "Models that need not share the soft deletion of their parents.");

    public override IReadOnlyList<RuleOption> Options => [IgnoredModels];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var softDelete = new SoftDelete(context);
        var ignored = context.Get(IgnoredModels);
        foreach (var child in context.Tables)
        {
            if (child.ForeignKeys.Count == 0 || ignored.Contains(child.Name) || SoftDelete.IsTombstone(child) || FrameworkModels.Owns(child))
                continue;
            var isMarked = softDelete.MarkerOf(child) is not null;
            foreach (var key in child.ForeignKeys)
            {
                if (key.Target == child || key.Target.HasErrors || !key.Fields.All(column => column.IsRequired)
                    || AuditNames.IsAuthor(key.Fields[0].Name) || softDelete.MarkerOf(key.Target) is not { } marker)
                {
                    continue;
                }
                var isCascade = key.OnDelete == ReferentialAction.Cascade;
                if (isMarked && !isCascade)
                    continue;
                yield return Definition.At(key.RelationField.Location, Describe(key, marker, isMarked, isCascade))
                    .On(key.DisplayName)
                    .WithRelated(marker.Field.Location, $"`{marker.Field.DisplayName}` marks deleted rows");
            }
        }
    }

    private static string Describe(ForeignKeySymbol key, SoftDeleteMarker marker, bool isMarked, bool isCascade)
    {
        var (child, parent) = (key.Model.Name, key.Target.Name);
        var stays = $"`{child}` has no soft-delete marker and stays as it is when `{marker.Field.DisplayName}` marks its `{key.RelationField.Name}` as deleted";
        return !isMarked
            ? isCascade ? stays + ", while a DELETE removes it" : stays
            : $"A DELETE of `{parent}` removes `{child}` by `onDelete: Cascade`, past the soft deletion that both have";
    }
}
