namespace PrismaLint.Semantics;

/// <summary>One member of the object form of <c>where</c>.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Value">The value as written (<c>null</c>, <c>true</c>, <c>"x"</c>, <c>1</c>).</param>
/// <param name="IsNegated">Written as <c>{ not: value }</c>.</param>
/// <param name="Field">The field, where it exists.</param>
public sealed record IndexCondition(string Name, string Value, bool IsNegated, FieldSymbol? Field)
{
    public override string ToString() => Name + (IsNegated ? " not " : " = ") + Value;
}
