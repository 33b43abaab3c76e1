using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using PrismaLint.Database;
using PrismaLint.Text;

namespace PrismaLint.Loading;

/// <summary>Reads the names and checksums of the migrations beside a schema.</summary>
public static class MigrationLoader
{
    /// <summary>The migrations of <c>migrations/</c> beside the schema file or in the schema folder or above it, sorted by name.</summary>
    /// <param name="schemaPath">A schema file, or the folder of one.</param>
    /// <param name="workingFolder">What a relative path starts from; by default the process's current folder.</param>
    /// <returns><see langword="null"/> where there is no such folder, or it cannot be read.</returns>
    public static IReadOnlyList<MigrationFile>? Load(string schemaPath, string? workingFolder = null)
    {
        var reader = FileReader.In(workingFolder);
        var folder = reader.FileExists(schemaPath) ? PathText.GetFolder(reader.Resolve(schemaPath)) : reader.Resolve(schemaPath);
        var found = new[] { folder, PathText.GetFolder(folder) }.Select(place => PathText.Combine(place, "migrations")).FirstOrDefault(Directory.Exists);
        if (found is null)
            return null;
        try
        {
            return
            [
                .. new DirectoryInfo(found).GetDirectories()
                    .OrderBy(migration => migration.Name, StringComparer.Ordinal)
                    .Select(migration => Read(migration.Name, Path.Combine(migration.FullName, "migration.sql")))
                    .OfType<MigrationFile>(),
            ];
        }
        catch (Exception exception) when (FileReader.IsExpected(exception))
        {
            return null;
        }
    }

    private static MigrationFile? Read(string name, string path)
    {
        if (!File.Exists(path))
            return null;
        var bytes = File.ReadAllBytes(path);
        var text = Encoding.UTF8.GetString(bytes);
        var unix = text.Replace("\r\n", "\n");
        return new MigrationFile(name, [.. new[] { bytes, Encoding.UTF8.GetBytes(unix), Encoding.UTF8.GetBytes(unix.Replace("\n", "\r\n")) }.Select(Hash).Distinct()]);
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
