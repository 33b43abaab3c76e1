using System.Collections.Generic;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Seeds;

/// <summary>The rows of a model that a test starts with.</summary>
/// <param name="Model">The model.</param>
/// <param name="Rows">How many.</param>
/// <param name="Origin">Where the number comes from, in words.</param>
internal sealed record SeedTable(ModelSymbol Model, long Rows, string Origin)
{
    /// <summary>Rows of the model have tenants: row and parent belong to the same one.</summary>
    public bool HasTenant { get; init; }

    /// <summary>The digits of the foreign keys that are filled; a key without one stays null.</summary>
    public IReadOnlyDictionary<ForeignKeySymbol, SeedDigit> Keys { get; init; } = new Dictionary<ForeignKeySymbol, SeedDigit>();

    /// <summary>The digits of enums and Booleans that a unique holds.</summary>
    public IReadOnlyDictionary<FieldSymbol, SeedDigit> Choices { get; init; } = new Dictionary<FieldSymbol, SeedDigit>();
}
