using System.Collections.Generic;

namespace PrismaLint.Database.Statements;

/// <summary>One side of a comparison.</summary>
/// <param name="Columns">The columns that it is made of: one, several of a row, none of a value or an expression; and whether they are the first table's.</param>
internal readonly record struct OperandShape(IReadOnlyList<(DatabaseColumn Column, bool IsMain)> Columns)
{
    public static OperandShape Unknown { get; } = new([]);

    public bool IsConstant { get; init; }

    /// <summary><c>ANY(…)</c>: a list.</summary>
    public bool IsAny { get; init; }

    /// <summary>What is compared lies at a path in the column.</summary>
    public bool Path { get; init; }

    public bool IsCast { get; init; }

    public int Pieces { get; init; } = 1;

    public static OperandShape Constant(int pieces) => new([]) { IsConstant = true, Pieces = pieces };
}
