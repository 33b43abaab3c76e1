using System.Collections.Generic;

namespace PrismaLint.Planning.Document;

/// <summary>A bar of a chart.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Values">Its parts, one for each series.</param>
/// <param name="Text">Its whole length in words: <c>1.2 GB</c>.</param>
public sealed record ChartBar(string Label, IReadOnlyList<double> Values, string Text);
