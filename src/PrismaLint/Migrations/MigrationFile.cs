using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using PrismaLint.Text;

namespace PrismaLint.Migrations;

/// <summary>A migration: a folder with a <c>migration.sql</c>.</summary>
/// <param name="Name">The name of the folder: <c>20240131120000_add_users</c>.</param>
/// <param name="Source">The text of its script.</param>
public sealed record MigrationFile(string Name, SourceText Source)
{
    /// <summary>It has not been deployed yet, as far as anybody knows: only such migrations are judged.</summary>
    public bool IsNew { get; init; }

    /// <summary>
    /// SHA-256 of the script in lower-case hex, as <c>_prisma_migrations</c> keeps it: with either kind of line breaks, as Prisma compares
    /// them, and with and without a byte order mark.
    /// </summary>
    public IReadOnlyList<string> Checksums
    {
        get => field ??= Compute(Source.Content.TrimStart('\uFEFF'));
        init;
    }

    private static IReadOnlyList<string> Compute(string text)
    {
        var unix = text.Replace("\r\n", "\n");
        return
        [
            .. new[] { text, unix, unix.Replace("\n", "\r\n") }
                .SelectMany(variant => new[] { variant, "\uFEFF" + variant })
                .Select(variant => Hash(Encoding.UTF8.GetBytes(variant)))
                .Distinct(),
        ];
    }

    private static string Hash(byte[] bytes)
    {
#if NET
        var hash = SHA256.HashData(bytes);
#else
        using var algorithm = SHA256.Create();
        var hash = algorithm.ComputeHash(bytes);
#endif
        return string.Concat(hash.Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
