namespace PrismaLint.Planning.Document;

/// <summary>Code that is no SQL; that has a block of its own, <see cref="SqlBlock"/>.</summary>
/// <param name="Language">As fences of Markdown call it: <c>prisma</c>, <c>ts</c>, <c>diff</c>.</param>
/// <param name="Text">The code, without a line feed at its end.</param>
public sealed record CodeBlock(string Language, string Text) : PlanBlock;
