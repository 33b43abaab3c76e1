namespace PrismaLint.Database;

/// <summary>An installed extension.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">The installed version.</param>
/// <param name="Schema">The schema of its objects.</param>
/// <param name="DefaultVersion">The version that CREATE EXTENSION would install; <see langword="null"/> where none is available.</param>
public sealed record DatabaseExtension(string Name, string Version, string Schema, string? DefaultVersion);
