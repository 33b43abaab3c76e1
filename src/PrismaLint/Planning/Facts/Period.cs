using PrismaLint.Connectors;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>Two columns of a model that are the ends of a range.</summary>
internal sealed record Period(ModelSymbol Model, FieldSymbol Start, FieldSymbol End)
{
    /// <summary>A range of moments or days, and not of numbers.</summary>
    public bool IsTime => Start.Scalar == ScalarType.DateTime;
}
