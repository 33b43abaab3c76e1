using System.Collections.Generic;

namespace PrismaLint.Loading;

/// <summary>Where a schema is.</summary>
/// <param name="Path">The file or folder, as the user would call it.</param>
/// <param name="Files">Its files, sorted.</param>
public sealed record DiscoveredSchema(string Path, IReadOnlyList<string> Files);
