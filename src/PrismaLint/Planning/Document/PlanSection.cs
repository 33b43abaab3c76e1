using System.Collections.Generic;

namespace PrismaLint.Planning.Document;

/// <summary>One of the eight sections.</summary>
/// <param name="Number">1 to 8.</param>
/// <param name="Title">Its title, without the number.</param>
/// <param name="Blocks">What it says.</param>
public sealed record PlanSection(int Number, string Title, IReadOnlyList<PlanBlock> Blocks);
