namespace PrismaLint.Planning.Document;

/// <summary>A heading inside of a section.</summary>
/// <param name="Level">1 for a part of the section, 2 for a part of that.</param>
/// <param name="Text">The heading.</param>
public sealed record HeadingBlock(int Level, string Text) : PlanBlock;
