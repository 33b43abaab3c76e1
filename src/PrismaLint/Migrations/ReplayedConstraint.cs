using System.Collections.Generic;
using PrismaLint.Connectors;

namespace PrismaLint.Migrations;

/// <summary>A constraint as the migrations left it.</summary>
public sealed class ReplayedConstraint
{
    internal ReplayedConstraint(string kind, string name, IReadOnlyList<ReplayedColumn> columns) => (Kind, Name, Columns) = (kind, name, columns);

    /// <summary><c>PRIMARY KEY</c>, <c>UNIQUE</c>, <c>FOREIGN KEY</c>, <c>CHECK</c> or <c>EXCLUDE</c>.</summary>
    public string Kind { get; }

    public string Name { get; internal set; }

    public IReadOnlyList<ReplayedColumn> Columns { get; internal set; }

    public ReplayedTable? Target { get; internal set; }

    public IReadOnlyList<ReplayedColumn> TargetColumns { get; internal set; } = [];

    public ReferentialAction OnDelete { get; internal set; }

    public ReferentialAction OnUpdate { get; internal set; }

    public bool IsMatchFull { get; internal set; }

    public bool IsValidated { get; internal set; } = true;

    /// <summary>The expression of a check, in the words of the migration.</summary>
    public string? Expression { get; internal set; }

    public int AddedIn { get; internal set; }

    public override string ToString() => Name;
}
