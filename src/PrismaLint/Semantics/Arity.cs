namespace PrismaLint.Semantics;

/// <summary>How many values a field holds.</summary>
public enum Arity
{
    Required,
    Optional,
    List,
}
