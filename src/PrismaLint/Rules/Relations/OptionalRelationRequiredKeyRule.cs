using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Relations;

/// <summary>Finds relations that are optional over columns that are not.</summary>
public sealed class OptionalRelationRequiredKeyRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL2007", "optional-relation-required-key")
    {
        Title = "Optional relation over a required key",
        Message = "`{0}` is optional although `{1}` is required and always refers to a `{2}`",
        Category = DiagnosticCategory.Relations,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            The foreign key sees to it that the row referred to exists, so the object is never null. The `?` only makes
            every reader of the client's type check for a case that does not occur, or the column was meant to be
            optional too.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id    Int    @id
                  posts Post[]
                }

                model Post {
                  id     Int   @id
                  userId Int
                  user   User? @relation(fields: [userId], references: [id])

                  @@index([userId])
                }
                """,
            Clean: """
                model User {
                  id    Int    @id
                  posts Post[]
                }

                model Post {
                  id     Int  @id
                  userId Int
                  user   User @relation(fields: [userId], references: [id])

                  @@index([userId])
                }
                """),
        WhenNotToUse = "Silent in relation mode `prisma`, where the row may really be missing, and for views.",
        Fix = "Drops the `?`. Safe: a required key makes the object present in every row.",
    };

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (context.Schema.RelationMode != RelationMode.ForeignKeys)
            return [];
        return
            from key in context.ForeignKeys
            let relationField = key.RelationField
            where relationField.IsOptional && !relationField.IsIgnored && !key.Model.IsView && !key.Target.IsView && !key.Model.IsIgnored
            where key.Fields.Count > 0 && key.Fields.All(column => column.IsRequired)
            select Definition
                .At(relationField.LocationOf(relationField.Type), relationField.DisplayName, key.FieldList, key.Target.Name)
                .On(relationField.DisplayName)
                .WithFix(CodeFix.Safe($"Make `{relationField.DisplayName}` required", TypeEdits.MakeRequired(relationField)));
    }
}
