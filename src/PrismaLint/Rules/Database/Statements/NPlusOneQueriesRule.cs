using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Statements;

/// <summary>Finds relations that are read once for each parent.</summary>
public sealed class NPlusOneQueriesRule() : LiveRule(Definition)
{
    public const string Check = "n-plus-one";

    public static readonly RuleDescriptor Definition = new("PL8055", "n-plus-one-queries")
    {
        Title = "Relation that is read once for each parent",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            A list of parents, and then a query for the children of each: a page with 50 rows sends 51 statements. Each one is fast, so
            no slow-query log shows them; together they pay 50 round trips and hold a connection of the pool all the while. `include`
            or `select` of the relation sends one statement for all parents (`WHERE key IN (…)`), and so does a `findMany` with `in`.

            pg_stat_statements shows it: statements whose one condition is `key = $1` on a foreign key, at least 50 calls and
            10 times as many as those that list the table it refers to. At 10 % of the time of all statements it is an error. Where the lists
            handed out fewer parents than there were calls it is a suggestion, and where the parents are looked up one by one about as
            often nothing is reported: that is a page of one parent.
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
            // It takes a server that loads pg_stat_statements when it starts, and traffic.
            Database = null,
        },
        WhenNotToUse = "Where a loop over parents is meant, as in a job that must not hold many rows in memory.",
    };

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (StatementEvidence.Find(context, Check) is not { } workload)
            yield break;
        foreach (var loop in ParentLoop.Find(context, workload).Where(loop => loop.IsLoop && StatementEvidence.IsKnown(context, loop.Parent)))
        {
            var share = workload.TotalTime <= 0 ? 0 : loop.TotalTime / workload.TotalTime;
            var shape = loop.Statements[0].Shape;
            var parent = context.Map.ModelOf(loop.Parent)?.Name ?? loop.Parent.Name;
            var message = $"`{StatementText.Of(context, shape)}` runs once for each `{parent}`: {Figures.Count(loop.Calls, "call")} with {Figures.Real((double)loop.Rows / loop.Calls)} rows each"
                + $"{StatementEvidence.Window(context)}, against {Figures.Count(loop.ListCalls)} that list `{parent}`, and {Figures.Percent(share)} of the time of all statements: "
                + $"`include` the relation, or ask for all parents at once with `in`{StatementEvidence.Caveat(context)}";
            var relation = RelationOf(context, loop);
            var place = StatementEvidence.IsKnown(context, loop.Column.Table) ? context.PlaceOf(loop.Column)
                : relation is not null ? LiveContext.PlaceOf(relation)
                : context.PlaceOf(loop.Column.Table);
            var diagnostic = context.Report(place, Check, message) with
            {
                Severity = loop.IsUnexplained ? DiagnosticSeverity.Suggestion : share >= 0.1 ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
            };
            yield return relation is null || relation.Location == diagnostic.Location
                ? diagnostic
                : diagnostic.WithRelated(relation.Location, $"`{relation.Name}` is the relation");
        }
    }

    private static FieldSymbol? RelationOf(LiveContext context, ParentLoop loop) =>
        context.Map.FieldOf(loop.Column.Table, loop.Column.Name) is { } field
            ? field.ForeignKeysOver.FirstOrDefault(key => key.Fields.Count == 1)?.RelationField
            : context.Map.RelationOf(loop.Column.Table)?.Fields.FirstOrDefault(candidate => candidate.Model == context.Map.ModelOf(loop.Parent));
}
