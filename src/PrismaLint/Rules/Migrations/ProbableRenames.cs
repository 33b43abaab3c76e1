using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Migrations;
using PrismaLint.Sql;

namespace PrismaLint.Rules.Migrations;

/// <summary>What a migration drops and adds under another name, so that it is probably renamed: one answer for all rules that ask.</summary>
internal static class ProbableRenames
{
    /// <summary>A dropped column and the new one that looks like it.</summary>
    /// <param name="Alter">The statement that drops.</param>
    /// <param name="Drop">What drops the old column.</param>
    /// <param name="Add">What adds the new one.</param>
    internal readonly record struct ColumnPair(AlterTableStatement Alter, DropColumnAction Drop, AddColumnAction Add);

    /// <summary>Pairs of one table, of the same type, nullability and default: the only two of it, or alike by name. Copied values are no loss.</summary>
    public static IEnumerable<ColumnPair> Columns(ReplayedMigration migration)
    {
        foreach (var group in MigrationContext.ActionsOnOldTablesOf(migration).GroupBy(found => found.Alter.Name))
        {
            var dropped = group.Where(found => found.Action is DropColumnAction).ToList();
            var added = group.Select(found => found.Action).OfType<AddColumnAction>().ToList();
            var isOnlyPair = dropped.Count == 1 && added.Count == 1;
            foreach (var (_, step, alter, action) in dropped)
            {
                if (action is not DropColumnAction drop || !step.Columns.TryGetValue(drop.Column, out var facts))
                    continue;
                var best = added
                    .Select(add => (Add: add, Score: NameLikeness.Of(drop.Column, add.Column.Name)))
                    .Where(candidate => IsSame(facts, candidate.Add.Column) && (isOnlyPair || candidate.Score >= 0.5))
                    .OrderByDescending(candidate => candidate.Score)
                    .FirstOrDefault().Add;
                if (best is null || Copies(migration, drop.Column, best.Column.Name))
                    continue;
                added.Remove(best);
                yield return new ColumnPair(alter, drop, best);
            }
        }
    }

    /// <summary>A dropped table and a new one with the same columns.</summary>
    public static IEnumerable<(MigrationStep Step, ReplayedTable Dropped, CreateTableStatement Created)> Tables(ReplayedMigration migration)
    {
        var created = migration.Steps.Select(step => step.Statement).OfType<CreateTableStatement>().Where(table => table.Columns.Count > 0).ToList();
        foreach (var step in migration.Steps)
        {
            foreach (var table in step.DroppedTables.Where(table => table.AddedIn != migration.Number && table.Columns.Count > 1))
            {
                var columns = table.Columns.Select(column => column.Name + " " + column.Type).OrderBy(text => text, StringComparer.Ordinal);
                var twin = created.Find(candidate => candidate.Columns.Select(column => column.Name + " " + column.Type).OrderBy(text => text, StringComparer.Ordinal).SequenceEqual(columns));
                if (twin is null || twin.Name.Name == table.Name || Copies(migration, table.Name, twin.Name.Name))
                    continue;
                created.Remove(twin);
                yield return (step, table, twin);
            }
        }
    }

    private static bool IsSame(ColumnFacts old, ColumnDefinition added) =>
        old.Type == added.Type && old.IsNotNull == added.IsNotNull && ExpressionText.AreEqual(old.Default ?? "", added.Default ?? "");

    private static bool Copies(ReplayedMigration migration, string old, string name) => migration.Script.Statements.Any(statement =>
        (statement is DataStatement { Command: "UPDATE" or "INSERT" } or DoStatement || statement.Verb.StartsWith("WITH", StringComparison.Ordinal))
        && migration.Script.Source.ToString(statement.Span) is var text
        && text.Contains(old, StringComparison.Ordinal) && text.Contains(name, StringComparison.Ordinal));
}
