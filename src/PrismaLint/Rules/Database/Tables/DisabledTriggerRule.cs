using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Tables;

/// <summary>Finds triggers that were switched off, those that enforce foreign keys above all.</summary>
public sealed class DisabledTriggerRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8033", "disabled-trigger")
    {
        Title = "Trigger that is switched off",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            `ALTER TABLE … DISABLE TRIGGER ALL` makes bulk loads fast, and is easily forgotten. It switches off the triggers that enforce
            foreign keys as well: the constraint still stands in the catalog, valid by its mark, and nobody checks it
            (`fk-enforcement-disabled`, an error). A trigger of the user's that is off (`trigger-disabled`, a warning) writes no audit row and
            maintains no sum.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id    Int    @id
                  posts Post[]
                }

                model Post {
                  id       Int  @id
                  authorId Int
                  author   User @relation(fields: [authorId], references: [id])

                  @@index([authorId])
                }
                """,
            Clean: """
                model User {
                  id    Int    @id
                  posts Post[]
                }

                model Post {
                  id       Int  @id
                  authorId Int
                  author   User @relation(fields: [authorId], references: [id])

                  @@index([authorId])
                }
                """)
        {
            Database = """
                CREATE TABLE "User" (id integer PRIMARY KEY);
                CREATE TABLE "Post" (id integer PRIMARY KEY, "authorId" integer NOT NULL,
                  CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" (id) ON DELETE RESTRICT ON UPDATE CASCADE);
                CREATE INDEX "Post_authorId_idx" ON "Post" ("authorId");
                ALTER TABLE "Post" DISABLE TRIGGER ALL;
                """,
            Repair = """
                ALTER TABLE "Post" ENABLE TRIGGER ALL;
                """,
        },
        WhenNotToUse = "Triggers that fire on replicas only (`ENABLE REPLICA TRIGGER`) or always were set so on purpose and are not reported. Partitions are told with their table.",
    };

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Triggers, Definition.Name))
            yield break;
        var constraints = context.Snapshot.Tables.SelectMany(table => table.Constraints).GroupBy(constraint => constraint.Oid).ToDictionary(group => group.Key, group => group.First());
        HashSet<DatabaseConstraint> told = [];
        HashSet<(DatabaseTable, string)> named = [];
        foreach (var trigger in context.Snapshot.Tables.Where(table => !table.IsExtensionOwned).SelectMany(table => table.Triggers).Where(trigger => trigger.IsDisabled))
        {
            if (trigger.ConstraintOid != 0 && constraints.TryGetValue(trigger.ConstraintOid, out var constraint))
            {
                while (constraints.TryGetValue(constraint.ParentOid, out var parent))
                    constraint = parent;
                if (told.Add(constraint))
                    yield return ReportConstraint(context, constraint, trigger);
            }
            else if (!trigger.IsInternal && named.Add((TableFacts.Root(trigger.Table), trigger.Name)))
            {
                yield return context.Report(
                    context.PlaceOf(trigger.Table),
                    "trigger-disabled",
                    $"The trigger `{trigger.Name}` of `{trigger.Table.QualifiedName}` is switched off: `ALTER TABLE {SqlNames.Quote(trigger.Table)} ENABLE TRIGGER {SqlNames.Quote(trigger.Name)}`")
                    with { Severity = DiagnosticSeverity.Warning };
            }
        }
    }

    private static Diagnostic ReportConstraint(LiveContext context, DatabaseConstraint constraint, DatabaseTrigger trigger)
    {
        var kind = constraint.Kind == DatabaseConstraintKind.ForeignKey ? "foreign key" : "constraint";
        return context.Report(
            context.PlaceOf(constraint),
            "fk-enforcement-disabled",
            $"The {kind} `{constraint.Name}` of `{constraint.Table.QualifiedName}` is not enforced: its triggers on `{trigger.Table.QualifiedName}` are switched off, and rows from meanwhile were never checked: `ALTER TABLE {SqlNames.Quote(trigger.Table)} ENABLE TRIGGER ALL`");
    }
}
