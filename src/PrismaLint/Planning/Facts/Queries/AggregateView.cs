using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Migrations.Diff;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Queries;

/// <summary>A materialised view that would keep the totals of a statistics table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Table">What it adds up.</param>
internal sealed record AggregateView(string Name, StatisticsTable Table)
{
    /// <summary>So many are worth a proposal.</summary>
    public const int Shown = 3;

    private const int MostCounters = 24;

    public static AggregateView Of(PlanContext context, StatisticsTable table)
    {
        var name = SqlPieces.Derived(SchemaMap.DatabaseName(table.Model.TableName), "_totals");
        // A table or view of that name is there already.
        while (context.Schema.Models.Any(model => model.TableName == name))
            name = SqlPieces.Derived(name, "_all");
        return new AggregateView(name, table);
    }

    /// <summary>The name with its schema, in quotes.</summary>
    public string Sql => SqlPieces.Name(Table.Model.SchemaName, Name);

    /// <summary>The name of its unique index.</summary>
    public string IndexName => SqlPieces.Derived(Name, "_key");

    public FieldSymbol Group => Table.Group.Fields[0];

    /// <summary>The totals, of one group or of all.</summary>
    public string Query(PlanContext context, bool isOne)
    {
        var columns = new List<string> { TableSql.Column(Group), "count(*) AS row_count" };
        columns.AddRange(Table.Counters.Take(MostCounters).Select(field => $"sum({TableSql.Column(field)}){(field.Scalar is ScalarType.Int ? "::bigint" : "")} AS {TableSql.Column(field)}"));
        return $"SELECT {string.Join(", ", columns)}\nFROM {context.Sql.Table(Table.Model)}{(isOne ? $"\nWHERE {TableSql.Column(Group)} = {context.Sql.Parameter(1, Group)}" : "")}\nGROUP BY {TableSql.Column(Group)}{(isOne ? ";" : "")}";
    }

    public string Create(PlanContext context) =>
        $"CREATE MATERIALIZED VIEW {Sql} AS\n{Query(context, isOne: false)};\nCREATE UNIQUE INDEX {SqlPieces.Name(IndexName)} ON {Sql} ({TableSql.Column(Group)});";
}
