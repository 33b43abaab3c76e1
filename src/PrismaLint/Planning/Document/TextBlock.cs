namespace PrismaLint.Planning.Document;

/// <summary>A paragraph.</summary>
public sealed record TextBlock(string Text) : PlanBlock;
