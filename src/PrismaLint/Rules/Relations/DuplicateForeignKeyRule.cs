using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Relations;

/// <summary>Finds two relations over the same columns.</summary>
public sealed class DuplicateForeignKeyRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL2011", "duplicate-foreign-key")
    {
        Title = "Two foreign keys over the same columns",
        Message = "`{0}` repeats the foreign key of `{1}`: both refer from `{2}` to `{3}` of `{4}`",
        Category = DiagnosticCategory.Relations,
        Contracts = ContractSupport.Full,
        Rationale = """
            Both relations always hold the same row. The database checks every write twice, and the two may carry
            different referential actions, of which the stricter wins unseen. Prisma objects only where the constraints
            have equal names; a `map` hides the repetition from it.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id      Int    @id
                  posts   Post[] @relation("PostAuthor")
                  written Post[] @relation("PostWriter")
                }

                model Post {
                  id       Int  @id
                  authorId Int
                  author   User @relation("PostAuthor", fields: [authorId], references: [id])
                  writer   User @relation("PostWriter", fields: [authorId], references: [id], map: "post_writer_fkey")

                  @@index([authorId])
                }
                """,
            Clean: """
                model User {
                  id    Int    @id
                  posts Post[] @relation("PostAuthor")
                }

                model Post {
                  id       Int  @id
                  authorId Int
                  author   User @relation("PostAuthor", fields: [authorId], references: [id])

                  @@index([authorId])
                }
                """),
        WhenNotToUse = "Silent in relation mode `prisma`, which makes no constraints.",
    };

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (context.Schema.RelationMode != RelationMode.ForeignKeys)
            yield break;
        foreach (var model in context.Models)
        {
            if (model.IsView || model.IsIgnored || model.ForeignKeys.Count < 2)
                continue;
            var seen = new Dictionary<string, ForeignKeySymbol>(StringComparer.Ordinal);
            foreach (var key in model.ForeignKeys)
            {
                if (key.Target.HasErrors)
                    continue;
                var columns = key.Fields.Zip(key.References, (column, reference) => column.Name + ">" + reference.Name).OrderBy(pair => pair, StringComparer.Ordinal);
                var signature = key.Target.Name + ":" + string.Join(",", columns);
                if (!seen.TryGetValue(signature, out var first))
                {
                    seen.Add(signature, key);
                    continue;
                }
                yield return Definition
                    .At(key.RelationField.Location, key.DisplayName, first.RelationField.Name, key.FieldList, string.Join(", ", key.References.Select(column => column.Name)), key.Target.Name)
                    .On(key.DisplayName)
                    .WithRelated(first.RelationField.Location, $"`{first.RelationField.Name}` is declared here");
            }
        }
    }
}
