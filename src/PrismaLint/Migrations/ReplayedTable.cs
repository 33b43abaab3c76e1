using System.Collections.Generic;

namespace PrismaLint.Migrations;

/// <summary>A table as the migrations left it.</summary>
public sealed class ReplayedTable
{
    internal List<ReplayedColumn> ColumnList { get; } = [];

    internal List<ReplayedIndex> IndexList { get; } = [];

    internal List<ReplayedConstraint> ConstraintList { get; } = [];

    internal ReplayedTable(string schema, string name) => (Schema, Name) = (schema, name);

    public string Schema { get; internal set; }

    public string Name { get; internal set; }

    public string QualifiedName => Schema + "." + Name;

    public IReadOnlyList<ReplayedColumn> Columns => ColumnList;

    public IReadOnlyList<ReplayedIndex> Indexes => IndexList;

    public IReadOnlyList<ReplayedConstraint> Constraints => ConstraintList;

    public bool HasRowSecurity { get; internal set; }

    public bool IsPartition { get; internal set; }

    /// <summary>Its columns come from a query, so what is known of it is not all.</summary>
    public bool IsOpaque { get; internal set; }

    /// <summary>A foreign key refers to it, or once did.</summary>
    internal bool IsReferenced { get; set; }

    /// <summary>The migration that made it; the number of it in the history.</summary>
    public int AddedIn { get; internal set; }

    public ReplayedColumn? FindColumn(string name) => ColumnList.Find(column => column.Name == name);

    public ReplayedIndex? FindIndex(string name) => IndexList.Find(index => index.Name == name);

    public ReplayedConstraint? FindConstraint(string name) => ConstraintList.Find(constraint => constraint.Name == name);

    public override string ToString() => QualifiedName;
}
