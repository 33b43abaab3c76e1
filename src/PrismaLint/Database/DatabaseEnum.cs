using System.Collections.Generic;

namespace PrismaLint.Database;

/// <summary>An enum type.</summary>
/// <param name="Schema">Its schema.</param>
/// <param name="Name">Its name.</param>
/// <param name="Labels">Its labels in their order.</param>
public sealed record DatabaseEnum(string Schema, string Name, IReadOnlyList<string> Labels)
{
    public string QualifiedName => Schema + "." + Name;
}
