namespace PrismaLint.Planning.Facts;

/// <summary>A trait of a table, and what it is taken from.</summary>
/// <param name="Trait">The trait.</param>
/// <param name="Reason">The fact in words, without the model and without a full stop: <c>`createdAt` is set once and no column tells of a change</c>.</param>
internal sealed record TableTraitFact(TableTrait Trait, string Reason);
