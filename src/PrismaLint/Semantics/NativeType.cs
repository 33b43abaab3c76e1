using System.Collections.Generic;
using PrismaLint.Syntax;

namespace PrismaLint.Semantics;

/// <summary>The native type of a column, as <c>@db.VarChar(20)</c> writes it.</summary>
/// <param name="Name">The part behind the dot: <c>VarChar</c>.</param>
/// <param name="Arguments">The arguments as written: <c>20</c>, <c>Max</c>.</param>
/// <param name="Attribute">The attribute that says so.</param>
public sealed record NativeType(string Name, IReadOnlyList<string> Arguments, AttributeSymbol Attribute)
{
    /// <summary>The argument at the index as a number, or <see langword="null"/>.</summary>
    public int? Number(int index) =>
        index < Arguments.Count
        && int.TryParse(Arguments[index], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    public override string ToString() => Arguments.Count == 0 ? Name : Name + "(" + string.Join(", ", Arguments) + ")";
}
