using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Relations;

/// <summary>Finds join models that may hold the same pair twice.</summary>
public sealed class JoinModelWithoutKeyRule() : Rule(Definition)
{
    private static readonly HashSet<string> s_bookkeeping = new(StringComparer.Ordinal)
    {
        "createdat", "createdon", "createddate", "created", "updatedat", "updatedon", "updateddate", "updated", "modifiedat", "assignedat", "addedat", "joinedat",
        "order", "position", "sortorder", "sort", "index", "rank",
    };

    // Rows of such tables are happenings: the same pair may come again.
    private static readonly string[] s_happenings =
        ["event", "log", "view", "visit", "display", "message", "review", "history", "click", "download", "notification", "transaction", "payment", "session", "attempt"];

    public static readonly RuleDescriptor Definition = new("PL2015", "join-model-without-key")
    {
        Title = "Join model that may hold a pair twice",
        Message = "Nothing keeps `{0}` from linking the same `{1}` and `{2}` twice: `{3}` is not unique",
        Category = DiagnosticCategory.Relations,
        Contracts = ContractSupport.Full,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            A model of two foreign keys and nothing else says that two rows belong together. With an `id` of its own as
            only key, a second click stores the link a second time: lists show duplicates, counts are wrong, and removing
            one link leaves the other.
            """,
        Example = new RuleExample(
            Flagged: """
                model Post {
                  id   Int       @id
                  tags PostTag[]
                }

                model Tag {
                  id    Int       @id
                  posts PostTag[]
                }

                model PostTag {
                  id     Int  @id
                  postId Int
                  post   Post @relation(fields: [postId], references: [id])
                  tagId  Int
                  tag    Tag  @relation(fields: [tagId], references: [id])

                  @@index([postId])
                  @@index([tagId])
                }
                """,
            Clean: """
                model Post {
                  id   Int       @id
                  tags PostTag[]
                }

                model Tag {
                  id    Int       @id
                  posts PostTag[]
                }

                model PostTag {
                  postId Int
                  post   Post @relation(fields: [postId], references: [id])
                  tagId  Int
                  tag    Tag  @relation(fields: [tagId], references: [id])

                  @@id([postId, tagId])
                  @@index([tagId])
                }
                """),
        WhenNotToUse = """
            The same pair may be linked several times. Not reported: models with any other column than keys, times and
            positions, with a unique over one of the keys, with rows that others refer to, with optional keys, and those
            whose name says that rows are happenings (event, log, view, message, …).
            """,
        Fix = "Adds `@@unique` over both keys. Unsafe: the migration fails where duplicates are stored.",
    };

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        foreach (var model in context.Tables)
        {
            if (model.ForeignKeys.Count != 2 || model.ForeignKeys[0].Target == model.ForeignKeys[1].Target || model.ReferencingKeys.Count > 0)
                continue;
            if (model.RelationFields.Count() != 2 || Words.Split(model.Name).Any(IsHappening))
                continue;
            var columns = model.ForeignKeys.SelectMany(key => key.Fields).Distinct().ToList();
            if (columns.Any(column => !column.IsRequired))
                continue;
            if (model.Columns.Any(column => !columns.Contains(column) && !column.IsId && !s_bookkeeping.Contains(Words.Squash(column.Name))))
                continue;
            if (model.Indexes.Any(index => index.IsUnique && index.Fields.All(columns.Contains)))
                continue;
            var list = string.Join(", ", columns.Select(column => column.Name));
            var wanted = NewIndex.Unique(context, model, columns);
            yield return Definition
                .At(model.Location, model.Name, model.ForeignKeys[0].Target.Name, model.ForeignKeys[1].Target.Name, list)
                .On(model.DisplayName)
                .WithFix(CodeFix.Unsafe($"Add `{wanted}`", SchemaEdits.AppendBlockAttribute(model, wanted)));
        }
    }

    private static bool IsHappening(string word) => s_happenings.Any(happening => word == happening || word == happening + "s" || word == "histories");
}
