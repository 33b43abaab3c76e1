using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>Finds tables of implicit many-to-many relations that are not as Prisma makes them.</summary>
public sealed class JoinTableDriftRule() : DriftRule(Definition, EvidenceSource.Indexes, EvidenceSource.Constraints)
{
    public static readonly RuleDescriptor Definition = new("PL8522", "join-table-drift")
    {
        Title = "Join table that is not as Prisma makes it",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            An implicit many-to-many relation lives in a table that the schema does not show: `_AToB` or `_name`, with the columns `A` and
            `B`, unique over both, an index on `B`, and two foreign keys that delete with either side. Without the table or a column each
            query over the relation fails: an error. Without the unique key the same pair comes in twice; without the index on `B`
            one direction reads the whole table; without the foreign keys or their CASCADE rows are left behind or deletes fail: a warning.

            A primary key (Prisma 6 and later) and a unique index (before) are both right. Names are not compared.
            """,
        Example = new RuleExample(
            Flagged: Schema,
            Clean: Schema)
        {
            Database = """
                CREATE TABLE "Post" (id integer PRIMARY KEY);
                CREATE TABLE "Tag" (id integer PRIMARY KEY);
                CREATE TABLE "_PostToTag" (
                  "A" integer NOT NULL REFERENCES "Post" (id) ON DELETE CASCADE ON UPDATE CASCADE,
                  "B" integer NOT NULL REFERENCES "Tag" (id) ON DELETE CASCADE ON UPDATE CASCADE);
                CREATE INDEX "_PostToTag_B_index" ON "_PostToTag" ("B");
                """,
            Repair = """
                ALTER TABLE "_PostToTag" ADD CONSTRAINT "_PostToTag_AB_pkey" PRIMARY KEY ("A", "B");
                """,
        },
    };

    private const string Schema = """
        model Post {
          id   Int   @id
          tags Tag[]
        }

        model Tag {
          id    Int    @id
          posts Post[]
        }
        """;

    private static readonly string[] s_columns = ["A", "B"];

    private protected override IEnumerable<Diagnostic> Compare(DriftScope drift, LiveContext context)
    {
        foreach (var relation in context.Static.Relations)
        {
            if (relation is not { Kind: RelationKind.ImplicitManyToMany, Forward: { Model: { } left } forward, Back: { Model: { } right } back })
                continue;
            if (context.Map.JoinTableName(relation) is not { } name || !drift.Judges(name.Schema))
                continue;
            if (string.CompareOrdinal(left.Name, right.Name) > 0)
                (left, right) = (right, left);
            var problems = new List<(DiagnosticSeverity Severity, string Text)>();
            if (context.Map.JoinTableOf(relation) is { } table)
            {
                problems.AddRange(OfTable(drift, context, table, left, right));
            }
            else if (drift.IsLocked(name.Schema, name.Table))
            {
                context.Note(Definition.Name, $"`{name.Table}`: another session had the table locked", "inspect again when no migration runs");
            }
            else if (drift.Map.TableOf(left) is not null || drift.Map.TableOf(right) is not null)
            {
                var other = drift.ExtraTables.FirstOrDefault(candidate => candidate.Schema == name.Schema && candidate.FindColumn("A") is not null && candidate.FindColumn("B") is not null
                    && candidate.ForeignKeys.Select(key => key.Target).Intersect([drift.Map.TableOf(left), drift.Map.TableOf(right)]).Count() == (left == right ? 1 : 2));
                problems.Add((DiagnosticSeverity.Error, $"the database has no table `{name.Schema}.{name.Table}`: each query over the relation fails{(other is null ? "" : $". `{other.Name}` refers to both sides: was it renamed?")}"));
            }
            if (problems.Count > 0)
            {
                yield return (context.Report(LiveContext.PlaceOf(forward), Definition.Name, $"the join table of `{forward.DisplayName}`: {string.Join("; ", problems.Select(problem => problem.Text))}")
                    with { Severity = problems.Max(problem => problem.Severity) }).WithRelated(back.Location, "the other side");
            }
        }
    }

    private static IEnumerable<(DiagnosticSeverity, string)> OfTable(DriftScope drift, LiveContext context, DatabaseTable table, ModelSymbol left, ModelSymbol right)
    {
        var isWhole = true;
        foreach (var (name, model) in new[] { ("A", left), ("B", right) })
        {
            if (table.FindColumn(name) is not { } column)
            {
                isWhole = false;
                yield return (DiagnosticSeverity.Error, $"`{table.QualifiedName}` has no column `{name}`, so each query over the relation fails");
            }
            else if (model.PrimaryKey?.Columns[0].Field is { } id && SqlType.Of(column, drift.Snapshot) is { } found && TypeComparison.Of(id, SqlType.Of(id, drift.Map), found) is { } difference)
            {
                yield return (difference.Severity, $"`{column.QualifiedName}` is `{column.Type}`, and `{id.DisplayName}` `{SqlType.Of(id, drift.Map)}`");
            }
        }
        foreach (var column in table.Columns.Where(column => column is { Name: not ("A" or "B"), IsNotNull: true, Default: null, IsIdentity: false, IsGenerated: false }))
            yield return (DiagnosticSeverity.Error, $"`{column.QualifiedName}` is NOT NULL and has no default, so nothing can be connected");
        if (!isWhole)
            yield break;
        var full = table.Indexes.Where(index => index is { IsUsable: true, IsPartial: false, HasExpressions: false }).ToArray();
        if (!full.Any(index => index.IsUnique && index.KeyColumns.Count == 2 && index.KeyColumns.Contains("A") && index.KeyColumns.Contains("B")))
            yield return (DiagnosticSeverity.Warning, $"`{table.QualifiedName}` is not unique over `A` and `B`, so one pair can come in twice. `ALTER TABLE {SqlNames.Quote(table)} ADD PRIMARY KEY (\"A\", \"B\")`");
        foreach (var name in s_columns.Where(name => !Array.Exists(full, index => index.Method == "btree" && index.KeyColumns[0] == name)))
            yield return (DiagnosticSeverity.Warning, $"no index of `{table.QualifiedName}` begins with `{name}`. `CREATE INDEX CONCURRENTLY ON {SqlNames.Quote(table)} ({SqlNames.Quote(name)})`");
        if (context.Schema.RelationMode == RelationMode.Prisma)
            yield break;
        foreach (var (name, model) in new[] { ("A", left), ("B", right) })
        {
            if (drift.Map.TableOf(model) is not { } target)
                continue;
            var key = table.ForeignKeys.FirstOrDefault(key => key.Columns.Count == 1 && key.Columns[0] == name);
            if (key is null)
                yield return (DiagnosticSeverity.Warning, $"`{table.QualifiedName}` has no foreign key from `{name}` to `{target.Name}`");
            else if (key.Target != target && key.TargetTable != target.Name)
                yield return (DiagnosticSeverity.Error, $"the foreign key `{key.Name}` refers to `{key.TargetTable}`, not `{target.Name}`");
            else if (key.OnDelete != ReferentialAction.Cascade)
                yield return (DiagnosticSeverity.Warning, $"the foreign key `{key.Name}` is ON DELETE {ForeignKeyDifferences.Words(key.OnDelete)}, so a {model.Name} that is connected cannot be deleted");
            else if (key.OnUpdate != ReferentialAction.Cascade)
                yield return (DiagnosticSeverity.Suggestion, $"the foreign key `{key.Name}` is ON UPDATE {ForeignKeyDifferences.Words(key.OnUpdate)}");
        }
    }
}
