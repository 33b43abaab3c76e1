using PrismaLint.Text;

namespace PrismaLint.Migrations;

/// <summary>A migration: a folder with a <c>migration.sql</c>.</summary>
/// <param name="Name">The name of the folder: <c>20240131120000_add_users</c>.</param>
/// <param name="Source">The text of its script.</param>
public sealed record MigrationFile(string Name, SourceText Source)
{
    /// <summary>It has not been deployed yet, as far as anybody knows: only such migrations are judged.</summary>
    public bool IsNew { get; init; }
}
