using PrismaLint.Semantics;

namespace PrismaLint.Rules.Shared;

/// <summary>A unique that goes wrong with a soft deletion.</summary>
internal sealed record SoftDeleteUnique(IndexSymbol Index, SoftDeleteMarker Marker, SoftDeleteUniqueKind Kind);
