using PrismaLint.Semantics;

namespace PrismaLint.Database;

/// <summary>A declared index and the one of the database that answers to it.</summary>
/// <param name="Symbol">The declared index.</param>
/// <param name="Index">The one of the database.</param>
/// <param name="Kind">How they agree.</param>
public sealed record IndexMatch(IndexSymbol Symbol, DatabaseIndex Index, IndexMatchKind Kind);
