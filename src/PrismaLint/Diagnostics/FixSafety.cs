namespace PrismaLint.Diagnostics;

/// <summary>What applying a fix may change.</summary>
public enum FixSafety
{
    /// <summary>Neither the generated client nor stored data changes; <c>--fix</c> applies it.</summary>
    Safe,

    /// <summary>The client's API or the next migration changes in more than an index; only <c>--fix-unsafe</c> applies it.</summary>
    Unsafe,
}
