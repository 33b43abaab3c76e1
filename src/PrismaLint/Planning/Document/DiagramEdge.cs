namespace PrismaLint.Planning.Document;

/// <summary>A line between two boxes.</summary>
/// <param name="From">The box that holds the foreign key.</param>
/// <param name="To">The box that it refers to.</param>
/// <param name="Label">What stands at it: the relation field, or a number of foreign keys.</param>
public sealed record DiagramEdge(string From, string To, string Label)
{
    /// <summary>The key may be empty: a row need not refer to anything.</summary>
    public bool IsOptional { get; init; }

    /// <summary>At most one row refers to each row.</summary>
    public bool IsOneToOne { get; init; }

    /// <summary>Rows of both sides refer to any number of the other one.</summary>
    public bool IsManyToMany { get; init; }
}
