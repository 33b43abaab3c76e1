using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Database.Statements;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;
using PrismaLint.Sql;

namespace PrismaLint.Rules.Database.Statements;

/// <summary>Finds searches inside strings, JSON and lists that no index can help with.</summary>
public sealed class UnindexedSearchRule() : LiveRule(Definition)
{
    public const string LikeCheck = "hot-like";
    public const string JsonCheck = "json-filter";
    public const string ListCheck = "array-filter";

    public static readonly RuleDescriptor Definition = new("PL8060", "unindexed-search")
    {
        Title = "Search inside values without an index for it",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Warning,
        Preset = RulePreset.Recommended,
        Rationale = """
            `contains` becomes `LIKE '%…%'`, `mode: "insensitive"` becomes ILIKE: a B-tree helps neither, and each call reads the whole table.
            The extension pg_trgm makes GIN indexes over three-letter pieces that do (PostgreSQL manual, "pg_trgm"). In the same way `has`
            on a list and `@>` on jsonb want a GIN index, and a value at a path in jsonb an index over the expression, or a column of its own.

            Reported are columns of tables with 10,000 rows and more, from 100 calls on, where a call takes 20 ms or the statement 5 % of the time of
            all statements. Whether a LIKE has its wildcard in front cannot always be seen; one that an index with `text_pattern_ops` may
            help is left out. So is one that an index serves by another column.
            """,
        Example = new RuleExample(
            Flagged: """
                model Article {
                  id    Int    @id
                  title String
                }
                """,
            Clean: """
                model Article {
                  id    Int    @id
                  title String

                  @@index([title(ops: raw("gin_trgm_ops"))], type: Gin)
                }
                """)
        {
            // It takes a server that loads pg_stat_statements when it starts, and traffic.
            Database = null,
        },
        Fix = "Safe: adds a GIN index; over trigrams only where the extension pg_trgm is installed.",
    };

    public static readonly RuleOption<int> MinimumRows = RuleOption.Number("min_rows", "Rows of a table from which on it is looked at.", 10_000);

    public static readonly RuleOption<int> MinimumCalls = RuleOption.Number("min_calls", "Calls from which on a statement is looked at.", 100, minimum: 1);

    public static readonly RuleOption<int> MinimumMean = RuleOption.Number("min_mean", "Milliseconds on the average from which on a statement is costly.", 20, minimum: 1);

    public static readonly RuleOption<int> MinimumShare = RuleOption.Number("min_share", "Percent of the time of all statements from which on a statement is costly whatever its average.", 5, minimum: 1);

    public override IReadOnlyList<RuleOption> Options => [MinimumRows, MinimumCalls, MinimumMean, MinimumShare];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (StatementEvidence.Find(context, LikeCheck) is not { } workload || !context.Has(EvidenceSource.Indexes, LikeCheck))
            yield break;
        var reported = new HashSet<DatabaseColumn>();
        foreach (var statement in workload.Statements)
        {
            if (!IndexService.IsCostly(workload, statement, context.Get(MinimumCalls), context.Get(MinimumMean), context.Get(MinimumShare)))
                continue;
            if (statement.Shape.Table is not { } table || !StatementEvidence.IsKnown(context, table) || context.Map.ModelOf(table) is not { } model)
                continue;
            var rows = table.Rows ?? 0;
            if (rows < context.Get(MinimumRows) || IndexService.IsServed(table, IndexService.ColumnsOf(statement.Shape), rows))
                continue;
            foreach (var filter in statement.Shape.Filters)
            {
                if (CheckOf(filter, context.Snapshot.Server.Collation) is not { } check || context.Map.FieldOf(table, filter.Column.Name) is not { } field || IsDeclared(model, field) || !reported.Add(filter.Column))
                    continue;
                var figures = $"{Figures.Milliseconds(statement.MeanTime)} on the average in {Figures.Count(statement.Calls, "call")}{StatementEvidence.Window(context)}, "
                    + $"{Figures.Percent(workload.ShareOfTime(statement))} of the time of all statements, {Figures.Count(rows, "row")}";
                yield return context.Report(LiveContext.PlaceOf(field), check, Describe(context, statement, filter, figures) + StatementEvidence.Caveat(context)).WithFix(FixOf(context, model, field, filter));
            }
        }
    }

    // What the schema declares and the database lacks is drift.
    private static bool IsDeclared(ModelSymbol model, FieldSymbol field) =>
        model.Indexes.Any(index => index.Method is IndexMethod.Gin or IndexMethod.Gist && index.Fields.Contains(field));

    private static string? CheckOf(StatementFilter filter, string collation) => filter.Operator switch
    {
        FilterOperator.InsensitiveLike => IndexService.HasTrigrams(filter.Column) ? null : LikeCheck,
        FilterOperator.Like => IndexService.HasTrigrams(filter.Column) || (filter.Pieces < 3 && IndexService.HasPrefixes(filter.Column, collation)) ? null : LikeCheck,
        FilterOperator.Contains => IndexService.HasGin(filter.Column) ? null : filter.Column.IsArray ? ListCheck : filter.Column.TypeName == "jsonb" ? JsonCheck : null,
        FilterOperator.JsonPath => IndexService.HasGin(filter.Column) ? null : JsonCheck,
        _ => null,
    };

    private static string Describe(LiveContext context, WorkloadStatement statement, StatementFilter filter, string figures)
    {
        var table = SqlNames.Quote(filter.Column.Table);
        var column = SqlName.Quote(filter.Column.Name);
        var what = $"`{StatementText.Of(context, statement.Shape)}` searches inside `{filter.Column.Name}`, and no index helps: {figures}";
        return filter.Operator switch
        {
            FilterOperator.Like or FilterOperator.InsensitiveLike =>
                $"{what}. {(HasTrigramExtension(context) ? "" : "`CREATE EXTENSION pg_trgm`, then ")}`CREATE INDEX CONCURRENTLY ON {table} USING gin ({column} gin_trgm_ops)`",
            FilterOperator.Contains => $"{what}. `CREATE INDEX CONCURRENTLY ON {table} USING gin ({column})`",
            _ => $"{what}. Index the expression at that path, or give the value a column of its own",
        };
    }

    private static CodeFix? FixOf(LiveContext context, ModelSymbol model, FieldSymbol field, StatementFilter filter)
    {
        var index = filter.Operator switch
        {
            FilterOperator.Like or FilterOperator.InsensitiveLike when HasTrigramExtension(context) => $"@@index([{field.Name}(ops: raw(\"gin_trgm_ops\"))], type: Gin{Map("_trgm_idx")})",
            FilterOperator.Contains => $"@@index([{field.Name}], type: Gin{Map("_idx")})",
            _ => null,
        };
        return index is null || model.IsView || filter.Column.TypeKind == "e" ? null : CodeFix.Safe($"Add `{index}`", SchemaEdits.AppendBlockAttribute(model, index));

        // The name that Prisma would give may be that of a B-tree over the same field.
        string Map(string end)
        {
            var name = $"{model.TableName}_{field.ColumnName}_gin{end}";
            return model.Indexes.Any(existing => existing.Columns.Count == 1 && existing.Columns[0].Field == field) ? $", map: {Syntax.SyntaxFacts.EncodeString(name)}" : "";
        }
    }

    private static bool HasTrigramExtension(LiveContext context) => context.Snapshot.Extensions.Any(extension => extension.Name == "pg_trgm");
}
