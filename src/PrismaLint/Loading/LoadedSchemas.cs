using System.Collections.Generic;
using PrismaLint.Diagnostics;

namespace PrismaLint.Loading;

/// <summary>The schemas behind a list of paths, as text.</summary>
/// <param name="Schemas">What could be read, with the line of Prisma found near it.</param>
/// <param name="EmptyFolders">The given folders that hold no schema.</param>
/// <param name="Diagnostics">What could not be read (PL0014).</param>
public sealed record LoadedSchemas(
    IReadOnlyList<SchemaSource> Schemas, IReadOnlyList<string> EmptyFolders, IReadOnlyList<Diagnostic> Diagnostics);
