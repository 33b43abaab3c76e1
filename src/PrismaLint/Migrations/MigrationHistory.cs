using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Text;

namespace PrismaLint.Migrations;

/// <summary>The migrations of a schema, as their folder has them.</summary>
/// <param name="Folder">The folder, as the user would call it, <c>/</c>-separated.</param>
/// <param name="Files">The migrations, in the order in which Prisma runs them: by name.</param>
public sealed record MigrationHistory(string Folder, IReadOnlyList<MigrationFile> Files)
{
    /// <summary><c>migration_lock.toml</c>; <see langword="null"/> where there is none.</summary>
    public SourceText? Lock { get; init; }

    /// <summary>Folders that look like migrations and hold no <c>migration.sql</c>, by name.</summary>
    public IReadOnlyList<string> EmptyFolders { get; init; } = [];

    /// <summary>A history with the migrations marked as new that a condition says are.</summary>
    public MigrationHistory WithNew(Func<MigrationFile, bool> isNew) =>
        this with { Files = [.. Files.Select(file => file with { IsNew = isNew(file) })] };

    /// <summary>Only the migration that comes last is new: what holds where nobody knows more.</summary>
    public MigrationHistory WithNewest() => WithNew(file => file == Files[Files.Count - 1]);
}
