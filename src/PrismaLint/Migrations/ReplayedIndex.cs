using System.Collections.Generic;
using System.Linq;
using PrismaLint.Sql;

namespace PrismaLint.Migrations;

/// <summary>An index as the migrations left it.</summary>
public sealed class ReplayedIndex
{
    internal ReplayedIndex(string name, IReadOnlyList<(ReplayedColumn? Column, IndexElement Element)> elements) => (Name, Elements) = (name, elements);

    public string Name { get; internal set; }

    /// <summary>The key columns; <see langword="null"/> for an expression, which the element holds.</summary>
    public IReadOnlyList<(ReplayedColumn? Column, IndexElement Element)> Elements { get; internal set; }

    public IReadOnlyList<ReplayedColumn> Included { get; internal set; } = [];

    public bool IsUnique { get; internal set; }

    public bool IsPrimary { get; internal set; }

    public string Method { get; internal set; } = "btree";

    public bool AreNullsNotDistinct { get; internal set; }

    /// <summary>The condition, in the words of the migration.</summary>
    public string? Predicate { get; internal set; }

    /// <summary>It backs a constraint of the same name.</summary>
    public bool IsOfConstraint { get; internal set; }

    /// <summary>The migration that made it; the number of it in the history.</summary>
    public int AddedIn { get; internal set; }

    /// <summary>It has what no schema can say: a condition, an expression, included columns, NULLS NOT DISTINCT, another operator class.</summary>
    public bool IsHandMade => Predicate is not null || AreNullsNotDistinct || Included.Count > 0
        || Elements.Any(element => element.Column is null || element.Element.OperatorClass is not null || element.Element.NullsFirst is not null);

    public override string ToString() => Name;
}
