using System.Collections.Generic;

namespace PrismaLint.Planning.Document;

/// <summary>A box of a diagram.</summary>
/// <param name="Id">The name that edges use.</param>
/// <param name="Title">What stands on it.</param>
/// <param name="Lines">The columns worth showing: keys first.</param>
public sealed record DiagramNode(string Id, string Title, IReadOnlyList<DiagramLine> Lines)
{
    /// <summary>It belongs to another domain, and is there for a line that leads to it.</summary>
    public bool IsOutside { get; init; }

    /// <summary>A word below the title: of a domain how many models it has.</summary>
    public string? Note { get; init; }
}
