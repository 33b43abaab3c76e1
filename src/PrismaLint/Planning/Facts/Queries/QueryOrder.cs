using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Queries;

/// <summary>A field that orders a result.</summary>
/// <param name="Field">The field.</param>
/// <param name="IsDescending">The largest first.</param>
internal readonly record struct QueryOrder(FieldSymbol Field, bool IsDescending);
