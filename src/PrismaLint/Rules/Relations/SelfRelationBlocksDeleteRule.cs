using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Relations;

/// <summary>Finds self relations that keep a row from being deleted while another refers to it.</summary>
public sealed class SelfRelationBlocksDeleteRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL2010", "self-relation-blocks-delete")
    {
        Title = "Self relation that blocks deletion",
        Message = "A `{0}` that another refers to by `{1}` cannot be deleted: `onDelete` is `{2}`",
        Category = DiagnosticCategory.Relations,
        Contracts = ContractSupport.Full,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            A tree under `Restrict` or `NoAction` can be taken down only from its leaves, one level after the other, and
            a cycle not at all. What is meant is usually that children go with their parent (`Cascade`) or become roots
            (`SetNull`).
            """,
        Example = new RuleExample(
            Flagged: """
                model Category {
                  id       Int        @id
                  parentId Int?
                  parent   Category?  @relation("Tree", fields: [parentId], references: [id], onDelete: Restrict)
                  children Category[] @relation("Tree")

                  @@index([parentId])
                }
                """,
            Clean: """
                model Category {
                  id       Int        @id
                  parentId Int?
                  parent   Category?  @relation("Tree", fields: [parentId], references: [id], onDelete: SetNull)
                  children Category[] @relation("Tree")

                  @@index([parentId])
                }
                """),
        WhenNotToUse = """
            Rows with children must not go away. Silent on SQL Server, MongoDB and in relation mode `prisma`, where Prisma
            allows nothing else on self relations.
            """,
        Fix = """
            Sets `SetNull` where the columns are optional, else `Cascade`. Unsafe: the next migration changes the
            constraint, and deleting takes more with it.
            """,
    };

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (context.Provider == Provider.SqlServer || context.Schema.RelationMode != RelationMode.ForeignKeys)
            yield break;
        foreach (var key in context.ForeignKeys)
        {
            if (key.Target != key.Model || key.Model.IsView || key.Model.IsIgnored)
                continue;
            if (key.OnDelete is not (ReferentialAction.Restrict or ReferentialAction.NoAction))
                continue;
            if (key.RelationField.FindAttribute("relation") is not { } relation)
                continue;
            var action = key.Fields.All(column => column.IsOptional) ? nameof(ReferentialAction.SetNull) : nameof(ReferentialAction.Cascade);
            yield return Definition
                .At(relation.Find("onDelete") is { } value ? relation.LocationOf(value) : key.RelationField.Location, key.Model.Name, key.RelationField.Name, key.OnDelete)
                .On(key.DisplayName)
                .WithFix(CodeFix.Unsafe($"Set `onDelete: {action}`", SchemaEdits.SetArgument(relation, "onDelete", action)));
        }
    }
}
