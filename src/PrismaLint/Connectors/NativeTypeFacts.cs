using System.Collections.Generic;

namespace PrismaLint.Connectors;

/// <summary>A native type that a provider knows.</summary>
/// <param name="Name">The part behind <c>@db.</c>, case-sensitive.</param>
/// <param name="RequiredArguments">How many arguments must be given.</param>
/// <param name="OptionalArguments">How many more may be given; all of them or none.</param>
/// <param name="Scalars">The scalar types that it can stand on, the preferred one first.</param>
public sealed record NativeTypeFacts(string Name, int RequiredArguments, int OptionalArguments, IReadOnlyList<ScalarType> Scalars)
{
    /// <summary>The least value of the first argument.</summary>
    public uint MinArgument { get; init; }

    /// <summary>The greatest value of the first argument.</summary>
    public uint MaxArgument { get; init; } = uint.MaxValue;

    /// <summary>The greatest value of the second argument, the scale.</summary>
    public uint MaxScale { get; init; } = uint.MaxValue;

    /// <summary>The argument may be the word <c>Max</c>, in any case (sqlserver).</summary>
    public bool AcceptsMax { get; init; }
}
