using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Relations;

/// <summary>Finds <c>SetDefault</c> where the database has no default that a row could be given.</summary>
public sealed class SetDefaultCannotWorkRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL2006", "set-default-cannot-work")
    {
        Title = "SetDefault without a usable default",
        Message = "`{0}: SetDefault` of `{1}` always fails: `{2}` {3}",
        Category = DiagnosticCategory.Relations,
        Contracts = ContractSupport.FindingsOnly,
        Rationale = """
            `SetDefault` writes the column's default, as the database knows it, when the row referred to goes away or
            changes its key. A required column without one would become null; a default that draws a new identifier names
            a row that does not exist; `uuid()`, `cuid()` and the like are made by the client and are no default of the
            database. Each way the statement fails.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id    Int    @id
                  posts Post[]
                }

                model Post {
                  id     Int  @id
                  userId Int
                  user   User @relation(fields: [userId], references: [id], onDelete: SetDefault)

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
                  userId Int  @default(1)
                  user   User @relation(fields: [userId], references: [id], onDelete: SetDefault)

                  @@index([userId])
                }
                """),
        WhenNotToUse = """
            An optional column without default is not reported: it becomes null, as with `SetNull`. On MySQL, which does
            not support the action, Prisma's own warning (PL0009) says so.
            """,
        Fix = "Replaces the action with `NoAction`. Unsafe: the next migration changes the constraint.",
    };

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (context.Provider == Provider.MySql || context.Schema.RelationMode != RelationMode.ForeignKeys)
            yield break;
        foreach (var key in context.ForeignKeys)
        {
            if (key.ExplicitOnDelete != ReferentialAction.SetDefault && key.ExplicitOnUpdate != ReferentialAction.SetDefault)
                continue;
            if (key.RelationField.FindAttribute("relation") is not { } relation)
                continue;
            if (key.Fields.Select(column => (Column: column, Reason: FindReason(column))).FirstOrDefault(pair => pair.Reason is not null) is not { Reason: { } reason } culprit)
                continue;
            foreach (var argument in new[] { "onDelete", "onUpdate" })
            {
                var action = argument == "onDelete" ? key.ExplicitOnDelete : key.ExplicitOnUpdate;
                if (action != ReferentialAction.SetDefault || relation.Find(argument) is not { } value)
                    continue;
                yield return Definition
                    .At(relation.LocationOf(value), argument, key.DisplayName, culprit.Column.DisplayName, reason)
                    .On(key.DisplayName)
                    .WithFix(CodeFix.Unsafe("Replace `SetDefault` with `NoAction`", SchemaEdits.Replace(relation.Tree.Source, value, "NoAction")));
            }
        }
    }

    private static string? FindReason(FieldSymbol column) => column.Default switch
    {
        null => column.IsRequired ? "is required and has no default" : null,
        { Function: "cuid" or "uuid" or "ulid" or "nanoid" } generated => column.IsRequired ? $"has `{generated.Function}()`, which is no default of the database" : null,
        { IsGeneratedIdentifier: true } => "draws a new identifier by default",
        _ => null,
    };
}
