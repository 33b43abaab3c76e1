using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Database.Statements;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;
using PrismaLint.Sql;

namespace PrismaLint.Rules.Database.Statements;

/// <summary>Finds columns that costly statements search by and no index leads.</summary>
public sealed class MissingIndexForQueryRule() : LiveRule(Definition)
{
    public const string Check = "missing-index-for-query";

    // More advice than this for one table asks for a person who knows the table.
    private const int MaximumAdvice = 3;

    public static readonly RuleDescriptor Definition = new("PL8025", "missing-index-for-query")
    {
        Title = "Costly query that no index helps",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Warning,
        Preset = RulePreset.Recommended,
        Rationale = """
            A statement that asks for `column = $1` reads the whole table where no index starts with the column. Reported are columns of
            tables with 10,000 rows and more, from 100 calls on, where a call takes 20 ms or the statement 5 % of the time of all statements.
            An index is suggested over columns that single out few rows (the statistics of ANALYZE tell), at most three of them, and for at
            most three statements of a table. Statements that an index serves by another column, conditions below OR, and foreign keys without an
            index, which PL8002 reports, are left out.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id    Int    @id
                  email String
                }
                """,
            Clean: """
                model User {
                  id    Int    @id
                  email String

                  @@index([email])
                }
                """)
        {
            // It takes a server that loads pg_stat_statements when it starts, and traffic.
            Database = null,
        },
        Fix = "Safe: adds `@@index` over the columns. An index changes how fast the database answers, never what it answers. On a large table make it with "
            + "`CREATE INDEX CONCURRENTLY`, in a migration of its own.",
    };

    public static readonly RuleOption<int> MinimumRows = RuleOption.Number("min_rows", "Rows of a table from which on it is looked at.", 10_000);

    public static readonly RuleOption<int> MinimumCalls = RuleOption.Number("min_calls", "Calls from which on a statement is looked at.", 100, minimum: 1);

    public static readonly RuleOption<int> MinimumMean = RuleOption.Number("min_mean", "Milliseconds on the average from which on a statement is costly.", 20, minimum: 1);

    public static readonly RuleOption<int> MinimumShare = RuleOption.Number("min_share", "Percent of the time of all statements from which on a statement is costly whatever its average.", 5, minimum: 1);

    public override IReadOnlyList<RuleOption> Options => [MinimumRows, MinimumCalls, MinimumMean, MinimumShare];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (StatementEvidence.Find(context, Check) is not { } workload || !context.Has(EvidenceSource.Indexes, Check))
            yield break;
        var advice = new Dictionary<DatabaseTable, List<IReadOnlyList<DatabaseColumn>>>();
        foreach (var statement in workload.Statements)
        {
            if (!IndexService.IsCostly(workload, statement, context.Get(MinimumCalls), context.Get(MinimumMean), context.Get(MinimumShare)))
                continue;
            if (statement.Shape.Table is not { } table || !StatementEvidence.IsKnown(context, table) || context.Map.ModelOf(table) is not { } model)
                continue;
            var rows = table.Rows ?? 0;
            var columns = IndexService.ColumnsOf(statement.Shape);
            if (rows < context.Get(MinimumRows) || IndexService.IsServed(table, columns, rows))
                continue;
            IReadOnlyList<DatabaseColumn> wanted =
            [
                .. columns
                    .Where(column => IndexService.IsSelective(column, rows) && !IndexService.IsLed(column) && column is { IsArray: false, TypeName: not "json" and not "jsonb" and not "bytea" })
                    .OrderBy(column => column.Statistics is { DistinctCount: < 0 } statistics ? statistics.DistinctCount : 0)
                    .ThenByDescending(column => column.Statistics?.DistinctCount ?? 0)
                    .ThenBy(column => column.Number)
                    .Take(3),
            ];
            FieldSymbol[] fields = [.. wanted.Select(column => context.Map.FieldOf(table, column.Name)).OfType<FieldSymbol>()];
            // What the schema declares and the database lacks is drift.
            if (wanted.Count == 0 || fields.Length < wanted.Count || IsForeignKey(table, wanted) || model.HasIndexStartingWith(fields))
                continue;
            if (!advice.TryGetValue(table, out var given))
                advice[table] = given = [];
            if (given.Count >= MaximumAdvice || given.Any(other => other[0] == wanted[0]))
                continue;
            given.Add(wanted);
            var index = NewIndex.Index(context.Static, model, fields);
            yield return context.Report(
                LiveContext.PlaceOf(fields[0]),
                Check,
                $"`{StatementText.Of(context, statement.Shape)}` finds no index that starts with {string.Join(", ", wanted.Select(column => $"`{column.Name}`"))} among {Figures.Count(rows, "row")}: {Figures.Milliseconds(statement.MeanTime)} on the average in "
                    + $"{Figures.Count(statement.Calls, "call")}{StatementEvidence.Window(context)}, {Figures.Percent(workload.ShareOfTime(statement))} of the time of all statements. "
                    + $"`CREATE INDEX CONCURRENTLY ON {SqlNames.Quote(table)} ({string.Join(", ", wanted.Select(column => SqlName.Quote(column.Name)))})`{StatementEvidence.Caveat(context)}")
                .WithFix(model.IsView ? null : CodeFix.Safe($"Add `{index}`", SchemaEdits.AppendBlockAttribute(model, index)));
        }
    }

    private static bool IsForeignKey(DatabaseTable table, IReadOnlyList<DatabaseColumn> columns) =>
        table.ForeignKeys.Any(key => key.Columns.Count == columns.Count && columns.All(column => key.Columns.Contains(column.Name, StringComparer.Ordinal)));
}
