namespace PrismaLint.Syntax;

/// <summary>How a type is modified, legacy forms included.</summary>
public enum TypeModifier : byte
{
    Required,

    /// <summary><c>Type?</c></summary>
    Optional,

    /// <summary><c>Type[]</c></summary>
    List,

    /// <summary><c>Type[]?</c>: an error.</summary>
    OptionalList,

    /// <summary><c>Type!</c>: an error.</summary>
    LegacyRequired,

    /// <summary><c>[Type]</c>: an error.</summary>
    LegacyList,
}
