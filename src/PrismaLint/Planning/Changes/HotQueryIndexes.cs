using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Facts.Queries;
using PrismaLint.Semantics;
using PrismaLint.Sql;

namespace PrismaLint.Planning.Changes;

/// <summary>Indexes for the queries that were told to count and that none serves.</summary>
internal static class HotQueryIndexes
{
    public static IEnumerable<PlanChange> Find(PlanContext context)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var query in HotQueryFact.Find(context))
        {
            if (query.Shape is not { } shape || query.Service.IsServed)
                continue;
            var columns = QueryIndexes.Wanted(shape);
            // The rules ask for the index over a foreign key themselves.
            if (columns.Count == 0 || IsForeignKey(context, shape.Model, columns) || !seen.Add(shape.Model.Name + ":" + QueryIndexes.Declaration(columns)))
                continue;
            yield return Change(context, query, shape, columns);
        }
    }

    private static bool IsForeignKey(PlanContext context, ModelSymbol model, IReadOnlyList<QueryOrder> columns) =>
        model.ForeignKeys.Any(key => key.Fields.SequenceEqual(columns.Select(column => column.Field))
            && context.Report.Visible.Any(finding => finding.Id is "PL3001" or "PL8002" && finding.Object == key.Fields[0].DisplayName));

    private static PlanChange Change(PlanContext context, HotQueryFact query, QueryShape shape, IReadOnlyList<QueryOrder> columns)
    {
        var table = context.Sql.Table(shape.Model);
        var name = NameOf(context, shape.Model, columns);
        var quoted = SqlPieces.Name(shape.Model.SchemaName, name);
        return new PlanChange(
            PlanChangeKind.Index,
            shape.Model.Name,
            $"Add {PlanText.Code(QueryIndexes.Declaration(columns))} to {PlanText.Code(shape.Model.Name)}",
            $"No index serves {PlanText.Code(query.Query.Name)}{(query.Query.PerSecond is { } rate ? FormattableString.Invariant($", which runs {rate:0.###} times a second") : "")}.")
        {
            Steps =
            [
                new PlanStep(MigrationPhase.Expand, MigrationStepKind.Sql, "Build the index beside reads and writes, outside of a transaction.")
                {
                    Sql = $"CREATE INDEX CONCURRENTLY IF NOT EXISTS {SqlPieces.Name(name)} ON {table} ({string.Join(", ", columns.Select(column => TableSql.Column(column.Field) + (column.IsDescending ? " DESC" : "")))});",
                    Lock = $"SHARE UPDATE EXCLUSIVE on {shape.Model.TableName}: other schema changes and vacuum wait, reads and writes do not",
                    Verification = $"SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass({SqlText.Literal(quoted)});",
                    Expected = "true",
                    Rollback = $"DROP INDEX CONCURRENTLY IF EXISTS {quoted};",
                },
            ],
        };
    }

    private static string NameOf(PlanContext context, ModelSymbol model, IReadOnlyList<QueryOrder> columns)
    {
        var name = SqlPieces.Derived(model.TableName + "_" + string.Join("_", columns.Select(column => column.Field.ColumnName)), "_idx");
        return context.Schema.HasIndexNamed(model.SchemaName, name) ? SqlPieces.Derived(name, "_2") : name;
    }
}
