using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Queries;

/// <summary>A relation that gives a list of rows for each row.</summary>
/// <param name="Field">The list field.</param>
/// <param name="Key">The foreign key of the rows in the list; <see langword="null"/> for an implicit many-to-many relation.</param>
/// <param name="IsIndexed">An index finds the rows of the key.</param>
internal sealed record ListRead(FieldSymbol Field, ForeignKeySymbol? Key, bool IsIndexed);
