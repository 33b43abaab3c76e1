using System.Collections.Generic;

namespace PrismaLint.Database;

/// <summary>A folder of Prisma's migrations.</summary>
/// <param name="Name">The name of the folder: <c>20240131120000_init</c>.</param>
/// <param name="Checksums">SHA-256 of its <c>migration.sql</c> in lower-case hex: as it is, and with either kind of line breaks, as Prisma compares it.</param>
public sealed record MigrationFile(string Name, IReadOnlyList<string> Checksums);
