using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>What a table is used for.</summary>
/// <param name="Model">The model.</param>
/// <param name="Columns">Its columns that tell of change.</param>
/// <param name="Traits">What follows from them, in the order of <see cref="TableTrait"/>; often nothing.</param>
internal sealed record TableShape(ModelSymbol Model, ShapeColumns Columns, IReadOnlyList<TableTraitFact> Traits)
{
    public bool Is(TableTrait trait) => Traits.Any(fact => fact.Trait == trait);

    /// <summary>What a trait is taken from; <see langword="null"/> where the table has it not.</summary>
    public string? Why(TableTrait trait) => Traits.FirstOrDefault(fact => fact.Trait == trait)?.Reason;
}
