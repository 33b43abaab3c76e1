using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Sql;

namespace PrismaLint.Migrations;

/// <summary>A history of migrations, replayed: what each new one does to what, and what all of them leave.</summary>
public sealed class ReplayedHistory
{
    private ReplayedHistory(MigrationHistory history, ReplayedCatalog catalog, IReadOnlyList<ReplayedMigration> migrations)
    {
        History = history;
        Catalog = catalog;
        Migrations = migrations;
    }

    public MigrationHistory History { get; }

    /// <summary>The database that all migrations together make.</summary>
    public ReplayedCatalog Catalog { get; }

    /// <summary>All migrations in order.</summary>
    public IReadOnlyList<ReplayedMigration> Migrations { get; }

    /// <summary>The migrations to judge, in order.</summary>
    public IEnumerable<ReplayedMigration> Judged => Migrations.Where(migration => migration.Steps.Count > 0);

    public static ReplayedHistory Create(MigrationHistory history, MigrationScope scope = MigrationScope.New)
    {
        var catalog = new ReplayedCatalog();
        var migrations = new List<ReplayedMigration>(history.Files.Count);
        foreach (var file in history.Files)
        {
            var script = SqlScript.Parse(file.Source);
            var isJudged = scope == MigrationScope.All || (scope == MigrationScope.New && file.IsNew);
            var steps = new List<MigrationStep>();
            var isInTransaction = false;
            foreach (var statement in script.Statements)
            {
                if (statement is TransactionStatement transaction)
                    isInTransaction = transaction.Command is "SAVEPOINT" or "RELEASE" ? isInTransaction : transaction.Command == "BEGIN";
                if (isJudged)
                    steps.Add(Look(catalog, statement) with { IsInTransaction = isInTransaction && statement is not TransactionStatement });
                catalog.Apply(statement);
            }
            migrations.Add(new ReplayedMigration(migrations.Count, file, script, steps));
            catalog.EndMigration();
        }
        return new ReplayedHistory(history, catalog, migrations);
    }

    private static MigrationStep Look(ReplayedCatalog catalog, SqlStatement statement)
    {
        var step = new MigrationStep(statement);
        switch (statement)
        {
            case AlterTableStatement alter:
                return catalog.FindTable(alter.Name) is { } table ? Look(catalog, step, table, alter) : step;
            case CreateEnumStatement { Name: var name } when name.Name.EndsWith("_new", StringComparison.Ordinal):
                return step with { ReplacedLabels = catalog.FindEnum(name with { Name = name.Name.Substring(0, name.Name.Length - 4) })?.ToArray() };
            case CreateIndexStatement create:
                return On(catalog, step, create.Table);
            case DataStatement data:
                return On(catalog, step, data.Table);
            case MaintenanceStatement { Name: { } name }:
                return catalog.FindIndex(name) is var (indexed, _) ? On(catalog, step, indexed) : On(catalog, step, name);
            case CreateObjectStatement { Table: { } name }:
                return On(catalog, step, name);
            case DropStatement { Kind: "TABLE" } drop:
                return step with { DroppedTables = [.. drop.Names.Select(catalog.FindTable).OfType<ReplayedTable>()] };
            case DropStatement { Kind: "INDEX" } drop:
                var found = drop.Names.Select(catalog.FindIndex).Where(pair => pair is not null).Select(pair => pair.GetValueOrDefault()).ToArray();
                return (found.Length > 0 ? On(catalog, step, found[0].Table) : step) with { DroppedIndexes = [.. found.Select(pair => pair.Index)] };
            case DropStatement drop:
                return (drop.Table is { } on ? On(catalog, step, on) : step) with { DroppedObject = catalog.FindObject(drop.Kind, drop.Names[0]) };
            default:
                return step;
        }
    }

    private static MigrationStep Look(ReplayedCatalog catalog, MigrationStep step, ReplayedTable table, AlterTableStatement alter)
    {
        var columns = new Dictionary<string, ColumnFacts>();
        var constraints = new List<ReplayedConstraint>();
        foreach (var action in alter.Actions)
        {
            var name = action switch
            {
                DropColumnAction drop => drop.Column,
                SetTypeAction set => set.Column,
                SetDefaultAction set => set.Column,
                SetNotNullAction set => set.Column,
                RenameColumnAction rename => rename.Column,
                DropExpressionAction drop => drop.Column,
                _ => null,
            };
            if (name is not null && table.FindColumn(name) is { } column && !columns.ContainsKey(name))
                columns.Add(name, new ColumnFacts(column.Type, column.IsNotNull, column.Default, column.AddedIn));
            var constraint = action switch
            {
                DropConstraintAction drop => table.FindConstraint(drop.Name),
                ValidateConstraintAction validate => table.FindConstraint(validate.Name),
                RenameConstraintAction rename => table.FindConstraint(rename.Name),
                _ => null,
            };
            if (constraint is not null)
                constraints.Add(constraint);
        }
        return On(catalog, step, table) with { Columns = columns, Constraints = constraints, CheckedNotNull = [.. FindNotNullChecks(table)] };
    }

    private static HashSet<string> FindNotNullChecks(ReplayedTable table)
    {
        var names = new HashSet<string>();
        foreach (var check in table.Constraints)
        {
            if (check is { Kind: "CHECK", IsValidated: true, Expression: { } expression, Columns.Count: 1 } && ExpressionText.AreEqual(expression, SqlName.Quote(check.Columns[0].Name) + " IS NOT NULL"))
                names.Add(check.Columns[0].Name);
        }
        return names;
    }

    private static MigrationStep On(ReplayedCatalog catalog, MigrationStep step, SqlName name) => catalog.FindTable(name) is { } table ? On(catalog, step, table) : step;

    private static MigrationStep On(ReplayedCatalog catalog, MigrationStep step, ReplayedTable table) => step with { Table = table, IsTableNew = table.AddedIn == catalog.Count };
}
