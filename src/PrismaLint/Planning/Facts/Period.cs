using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>Two columns of a model that are the ends of a range.</summary>
internal sealed record Period(ModelSymbol Model, FieldSymbol Start, FieldSymbol End)
{
    /// <summary>A range of moments or days, and not of numbers.</summary>
    public bool IsTime => Start.Scalar == ScalarType.DateTime;

    /// <summary>It ends because a row expires, as a token does: several may be good at once.</summary>
    public bool IsLifetime => Words.Squash(End.Name).Contains("expir", System.StringComparison.Ordinal);

    /// <summary>The end is never before the start. Numbers called start and end may be places that run backwards; a least and a greatest cannot.</summary>
    public bool IsOrdered => IsTime || Words.Split(Start.Name).Any(word => word is "min" or "minimum");
}
