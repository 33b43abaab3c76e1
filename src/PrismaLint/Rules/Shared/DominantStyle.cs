namespace PrismaLint.Rules.Shared;

/// <summary>The style that nearly all names have.</summary>
/// <param name="Style">The style.</param>
/// <param name="Count">How many names have it.</param>
/// <param name="Total">How many names show a style at all.</param>
internal sealed record DominantStyle(NameStyle Style, int Count, int Total);
