using System.Collections.Generic;

namespace PrismaLint.Planning.Document;

/// <summary>A list of sentences.</summary>
/// <param name="Items">The items.</param>
/// <param name="IsOrdered">Their order counts: they are numbered.</param>
public sealed record ListBlock(IReadOnlyList<string> Items, bool IsOrdered = false) : PlanBlock;
