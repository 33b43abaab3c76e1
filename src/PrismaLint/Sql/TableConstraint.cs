using System.Collections.Generic;
using PrismaLint.Connectors;
using PrismaLint.Text;

namespace PrismaLint.Sql;

/// <summary>A constraint of a table.</summary>
/// <param name="Kind"><c>PRIMARY KEY</c>, <c>UNIQUE</c>, <c>FOREIGN KEY</c>, <c>CHECK</c> or <c>EXCLUDE</c>.</param>
/// <param name="Name">Its name; <see langword="null"/> where the server names it.</param>
/// <param name="Columns">Its columns in order.</param>
public sealed record TableConstraint(string Kind, string? Name, IReadOnlyList<string> Columns)
{
    /// <summary>The table that a foreign key refers to.</summary>
    public SqlName? Target { get; init; }

    /// <summary>The columns referred to; empty for those of the primary key.</summary>
    public IReadOnlyList<string> TargetColumns { get; init; } = [];

    public ReferentialAction OnDelete { get; init; } = ReferentialAction.NoAction;

    public ReferentialAction OnUpdate { get; init; } = ReferentialAction.NoAction;

    public bool IsMatchFull { get; init; }

    public bool IsDeferrable { get; init; }

    /// <summary><c>NOT VALID</c></summary>
    public bool IsNotValid { get; init; }

    /// <summary>The expression of a check, as written.</summary>
    public string? Expression { get; init; }

    /// <summary>The index that <c>USING INDEX</c> takes over.</summary>
    public string? Index { get; init; }

    public bool AreNullsNotDistinct { get; init; }

    public IReadOnlyList<string> Included { get; init; } = [];

    public TextSpan Span { get; init; }
}
