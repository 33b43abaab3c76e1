namespace PrismaLint.Planning.Facts;

/// <summary>A use of an index.</summary>
/// <param name="Kind">What kind of use.</param>
/// <param name="Text">The use in words, without a full stop.</param>
internal sealed record IndexUse(IndexUseKind Kind, string Text);
