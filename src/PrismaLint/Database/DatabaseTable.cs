using System;
using System.Collections.Generic;
using System.Linq;

namespace PrismaLint.Database;

/// <summary>A table or view (<c>pg_class</c>) with all that hangs on it.</summary>
public sealed class DatabaseTable
{
    internal DatabaseTable(CatalogRow row)
    {
        Oid = row.Number("oid");
        Schema = row.Text("schema");
        Name = row.Text("name");
        Kind = row.Text("kind") switch
        {
            "p" => DatabaseTableKind.PartitionedTable,
            "v" => DatabaseTableKind.View,
            "m" => DatabaseTableKind.MaterializedView,
            "f" => DatabaseTableKind.ForeignTable,
            _ => DatabaseTableKind.Table,
        };
        IsUnlogged = row.Text("persistence") == "u";
        Owner = row.Text("owner");
        Acl = row.Texts("acl");
        HasAcl = row["acl"] is not null;
        HasRowSecurity = row.Flag("rls");
        ForcesRowSecurity = row.Flag("rls_force");
        IsPartition = row.Flag("is_partition");
        PartitionKey = row.FindText("partkey");
        ParentOid = row.FindNumber("parent");
        EstimatedRows = row.FindReal("tuples") is >= 0 and var tuples ? tuples : null;
        Pages = row.Number("pages");
        Options = row.Texts("options");
        XidAge = row.FindNumber("xid_age");
        MultixactAge = row.FindNumber("mxid_age");
        ToastXidAge = row.FindNumber("toast_xid_age");
        ToastPages = row.Number("toast_pages");
        ViewDefinition = row.FindText("viewdef");
        Comment = row.FindText("comment");
        IsExtensionOwned = row.Flag("ext");
    }

    public long Oid { get; }

    public string Schema { get; }

    public string Name { get; }

    /// <summary><c>schema.name</c>, unquoted: how findings call it.</summary>
    public string QualifiedName => Schema + "." + Name;

    public DatabaseTableKind Kind { get; }

    public bool IsView => Kind is DatabaseTableKind.View or DatabaseTableKind.MaterializedView;

    /// <summary>Rows are stored here or in partitions of it.</summary>
    public bool IsTable => Kind is DatabaseTableKind.Table or DatabaseTableKind.PartitionedTable;

    public bool IsUnlogged { get; }

    public string Owner { get; }

    /// <summary>The privileges as <c>grantee=letters/grantor</c>; empty where they are the built-in ones (<see cref="HasAcl"/>).</summary>
    public IReadOnlyList<string> Acl { get; }

    public bool HasAcl { get; }

    public bool HasRowSecurity { get; }

    public bool ForcesRowSecurity { get; }

    /// <summary>A partition of a partitioned table.</summary>
    public bool IsPartition { get; }

    /// <summary>The key of a partitioned table: <c>RANGE (created_at)</c>.</summary>
    public string? PartitionKey { get; }

    /// <summary>The table it is a partition of, or inherits from.</summary>
    public long? ParentOid { get; }

    /// <summary><see cref="ParentOid"/>'s table, where it is in the snapshot.</summary>
    public DatabaseTable? Parent { get; internal set; }

    /// <summary>The tables whose <see cref="Parent"/> this is.</summary>
    public IReadOnlyList<DatabaseTable> Children { get; internal set; } = [];

    /// <summary>The planner's estimate of the rows; <see langword="null"/> where nothing was ever counted (14 and later).</summary>
    public double? EstimatedRows { get; }

    /// <summary>Pages of the main fork by the last vacuum or analyze.</summary>
    public long Pages { get; }

    /// <summary>Storage parameters and view options as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Options { get; }

    public long? XidAge { get; }

    public long? MultixactAge { get; }

    public long? ToastXidAge { get; }

    public long ToastPages { get; }

    public string? ViewDefinition { get; }

    public string? Comment { get; }

    /// <summary>An extension made it.</summary>
    public bool IsExtensionOwned { get; }

    public IReadOnlyList<DatabaseColumn> Columns { get; internal set; } = [];

    public IReadOnlyList<DatabaseConstraint> Constraints { get; internal set; } = [];

    public IReadOnlyList<DatabaseIndex> Indexes { get; internal set; } = [];

    public IReadOnlyList<DatabasePolicy> Policies { get; internal set; } = [];

    public IReadOnlyList<DatabaseTrigger> Triggers { get; internal set; } = [];

    /// <summary>The counters since the statistics began; <see langword="null"/> for views and where they were not read.</summary>
    public TableStatistics? Statistics { get; internal set; }

    public DatabaseConstraint? PrimaryKey => Constraints.FirstOrDefault(constraint => constraint.Kind == DatabaseConstraintKind.PrimaryKey);

    public IEnumerable<DatabaseConstraint> ForeignKeys => Constraints.Where(constraint => constraint.Kind == DatabaseConstraintKind.ForeignKey);

    /// <summary>
    /// The best count of rows at hand: live rows by the statistics, else the planner's estimate, over all partitions;
    /// <see langword="null"/> where there is neither.
    /// </summary>
    public double? Rows
    {
        get
        {
            if (Kind == DatabaseTableKind.PartitionedTable)
                return Children.Count == 0 ? EstimatedRows : Children.Sum(child => child.Rows ?? 0);
            if (Statistics is not { LiveRows: > 0 } statistics)
                return EstimatedRows ?? Statistics?.LiveRows;
            // Counters that began anew know nothing of older rows until a vacuum or an analyze has counted them.
            return statistics is { LastAnalyze: null, LastVacuum: null } ? Math.Max(statistics.LiveRows, EstimatedRows ?? 0) : statistics.LiveRows;
        }
    }

    public DatabaseColumn? FindColumn(string name) => Columns.FirstOrDefault(column => column.Name == name);

    public DatabaseColumn? FindColumn(long number) => Columns.FirstOrDefault(column => column.Number == number);

    /// <summary>The value of a storage parameter; <see langword="null"/> where it is not set.</summary>
    public string? FindOption(string name) =>
        Options.FirstOrDefault(option => option.StartsWith(name + "=", System.StringComparison.Ordinal))?.Substring(name.Length + 1);

    public override string ToString() => QualifiedName;
}
