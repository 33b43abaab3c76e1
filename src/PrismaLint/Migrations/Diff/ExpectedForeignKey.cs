using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Semantics;

namespace PrismaLint.Migrations.Diff;

/// <summary>A foreign key as a migration would make it.</summary>
internal sealed class ExpectedForeignKey(ExpectedTable table, string name)
{
    public ExpectedTable Table { get; } = table;

    public string Name { get; } = name;

    public required ExpectedTable Target { get; init; }

    public required IReadOnlyList<string> Columns { get; init; }

    public required IReadOnlyList<string> TargetColumns { get; init; }

    public ReferentialAction OnDelete { get; init; } = ReferentialAction.Cascade;

    public ReferentialAction OnUpdate { get; init; } = ReferentialAction.Cascade;

    /// <summary>The relation field that declares it.</summary>
    public required FieldSymbol Field { get; init; }

    public string EffectName => Table.DatabaseName + "." + Name;

    public string Sql(bool isValid, string? name = null, Func<string, string>? rename = null) =>
        $"ALTER TABLE {Table.Sql} ADD CONSTRAINT {SqlPieces.Name(name ?? Name)} FOREIGN KEY ({SqlPieces.Names(rename is null ? Columns : Columns.Select(rename))}) REFERENCES {Target.Sql} ({SqlPieces.Names(TargetColumns)})"
        + $" ON DELETE {Words(OnDelete)} ON UPDATE {Words(OnUpdate)}{(isValid ? "" : " NOT VALID")};";

    /// <summary>The statement that finds rows without their counterpart.</summary>
    public string OrphanSql() =>
        $"SELECT count(*) FROM {Table.Sql} AS c WHERE {string.Join(" AND ", Columns.Select(column => $"c.{SqlPieces.Name(column)} IS NOT NULL"))}"
        + $" AND NOT EXISTS (SELECT FROM {Target.Sql} AS p WHERE {string.Join(" AND ", Columns.Select((column, i) => $"p.{SqlPieces.Name(TargetColumns[i])} = c.{SqlPieces.Name(column)}"))});";

    public static string Words(ReferentialAction action) => action switch
    {
        ReferentialAction.NoAction => "NO ACTION",
        ReferentialAction.SetNull => "SET NULL",
        ReferentialAction.SetDefault => "SET DEFAULT",
        ReferentialAction.Restrict => "RESTRICT",
        _ => "CASCADE",
    };

    public bool Involves(ExpectedTable table, string column) => (table == Table && Columns.Contains(column)) || (table == Target && TargetColumns.Contains(column));

    public override string ToString() => Name;
}
