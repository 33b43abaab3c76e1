namespace PrismaLint.Semantics;

/// <summary>A version of Prisma as far as it is known.</summary>
/// <param name="Line">The line.</param>
/// <param name="Minor">The minor version in it.</param>
internal readonly record struct PrismaRelease(PrismaVersion Line, int? Minor)
{
    public bool IsKnown => Line != PrismaVersion.Unknown;
}
