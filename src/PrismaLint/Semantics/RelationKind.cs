namespace PrismaLint.Semantics;

/// <summary>How many rows of each side belong together.</summary>
public enum RelationKind
{
    OneToOne,
    OneToMany,

    /// <summary>Both sides are lists, Prisma keeps the join table.</summary>
    ImplicitManyToMany,

    /// <summary>Both sides are lists and hold keys (mongodb).</summary>
    EmbeddedManyToMany,
}
