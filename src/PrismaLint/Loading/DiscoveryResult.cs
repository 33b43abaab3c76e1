using System.Collections.Generic;
using PrismaLint.Diagnostics;

namespace PrismaLint.Loading;

/// <summary>The schemas behind a list of paths.</summary>
/// <param name="Schemas">Sorted by path; a schema that several paths lead to is listed once.</param>
/// <param name="EmptyFolders">The given folders that hold no schema.</param>
/// <param name="Diagnostics">Paths that do not exist, and files that cannot be read (PL0014).</param>
public sealed record DiscoveryResult(
    IReadOnlyList<DiscoveredSchema> Schemas, IReadOnlyList<string> EmptyFolders, IReadOnlyList<Diagnostic> Diagnostics);
