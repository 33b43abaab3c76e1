using PrismaLint.Text;

namespace PrismaLint.Configuration.Baselines;

/// <summary>An entry as it is written in a file.</summary>
/// <param name="Entry">What it says.</param>
/// <param name="Span">The entry as a whole.</param>
/// <param name="FileSpan">The value of <c>file</c>, or the whole entry without one.</param>
/// <param name="CountSpan">The value of <c>count</c>, or the whole entry without one.</param>
internal sealed record PlacedEntry(BaselineEntry Entry, TextSpan Span, TextSpan FileSpan, TextSpan CountSpan);
