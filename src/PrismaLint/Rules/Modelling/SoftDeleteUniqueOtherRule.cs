using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Modelling;

/// <summary>Finds further uniques that deleted rows take part in.</summary>
public sealed class SoftDeleteUniqueOtherRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL5003", "soft-delete-unique-other")
    {
        Title = "Unique that soft-deleted rows take part in",
        Message = "{0}",
        Category = DiagnosticCategory.Modelling,
        Contracts = ContractSupport.FindingsOnly,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            Deleted rows stay in the table and in its uniques. Over identifiers of other systems and over combinations of
            foreign keys that may be meant (such a thing exists once, for ever) or not: a membership that was deleted cannot be
            made anew, the child of a one-to-one relation cannot be made again. A unique that holds a Boolean marker has room for
            one living and one deleted row: the second deletion of a value fails.
            """,
        Example = new RuleExample(
            Flagged: """
                model Member {
                  id        Int       @id
                  orgId     Int
                  userId    Int
                  deletedAt DateTime?

                  @@unique([orgId, userId])
                }
                """,
            Clean: """
                model Member {
                  id     Int @id
                  orgId  Int
                  userId Int

                  @@unique([orgId, userId])
                }
                """),
        WhenNotToUse = "Rows are revived and not made anew; or the identifier belongs to one row for ever.",
    };

    public override IReadOnlyList<RuleOption> Options => [ChosenValues.BusinessWords];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        foreach (var found in SoftDeleteUniques.Find(context))
        {
            var index = found.Index;
            var text = found.Kind switch
            {
                SoftDeleteUniqueKind.SecondDeletionFails =>
                    $"`{index.Quote}` of `{index.Model.Name}` has room for one deleted row: the second deletion of a value fails",
                SoftDeleteUniqueKind.BlocksOther =>
                    $"A soft-deleted `{index.Model.Name}` keeps its `{SoftDeleteUniques.FieldList(index)}` taken: `{index.Quote}` does not look at `{found.Marker.Field.Name}`",
                _ => null,
            };
            if (text is not null)
            {
                yield return Definition.At(index.Location, text)
                    .On(index.DeclaringField?.DisplayName ?? index.DisplayName)
                    .WithRelated(found.Marker.Field.Location, $"`{found.Marker.Field.Name}` marks deleted rows");
            }
        }
    }
}
