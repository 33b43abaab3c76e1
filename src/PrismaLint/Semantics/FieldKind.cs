namespace PrismaLint.Semantics;

/// <summary>What the type of a field is.</summary>
public enum FieldKind
{
    Scalar,
    Enum,

    /// <summary>The type is a model or view.</summary>
    Relation,
    Composite,
    Unsupported,

    /// <summary>Nothing has the type's name (an error).</summary>
    Unknown,
}
