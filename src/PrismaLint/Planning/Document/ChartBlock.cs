using System.Collections.Generic;

namespace PrismaLint.Planning.Document;

/// <summary>A chart of bars, the longest first.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Series">The names of the parts that bars are made of: <c>rows</c>, <c>indexes</c>.</param>
/// <param name="Bars">The bars.</param>
public sealed record ChartBlock(string Title, IReadOnlyList<string> Series, IReadOnlyList<ChartBar> Bars) : PlanBlock;
