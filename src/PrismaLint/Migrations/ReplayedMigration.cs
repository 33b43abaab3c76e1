using System.Collections.Generic;
using PrismaLint.Sql;

namespace PrismaLint.Migrations;

/// <summary>A migration that was read and replayed.</summary>
/// <param name="Number">Its place in the history, from 0.</param>
/// <param name="File">Its file.</param>
/// <param name="Script">Its statements.</param>
/// <param name="Steps">The statements with what was there before each; empty for migrations that are not judged.</param>
public sealed record ReplayedMigration(int Number, MigrationFile File, SqlScript Script, IReadOnlyList<MigrationStep> Steps);
