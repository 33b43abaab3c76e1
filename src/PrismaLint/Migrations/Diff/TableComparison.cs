using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Sql;
using static PrismaLint.Migrations.Diff.DiffContext;

namespace PrismaLint.Migrations.Diff;

/// <summary>Tables of models: which old one becomes which new one, and what is gone or new.</summary>
internal static class TableComparison
{
    private const int LeastForTables = 60;

    public static void Run(DiffContext context)
    {
        var old = context.Old.Tables.Where(table => table.Model is not null).ToList();
        var next = context.New.Tables.Where(table => table.Model is not null).ToList();
        foreach (var test in new Func<ExpectedTable, ExpectedTable, bool>[]
        {
            (left, right) => left.DatabaseName == right.DatabaseName,
            (left, right) => left.DisplayName == right.DisplayName,
            (left, right) => Likeness.OfTables(left, right) >= LeastForTables,
        })
        {
            foreach (var left in old.ToArray())
            {
                if (next.Where(right => test(left, right)).OrderByDescending(right => Likeness.OfTables(left, right)).FirstOrDefault() is not { } right)
                    continue;
                context.Tables.Add(left, right);
                old.Remove(left);
                next.Remove(right);
                Compare(context, left, right);
            }
        }
        foreach (var table in old)
            context.LoneTables.Add(table, Remove(context, table));
        foreach (var table in next)
            context.LoneTables.Add(table, Add(context, table));
        JoinTableComparison.Pair(context);
    }

    /// <summary>Writes the steps that need to know what became of keys and indexes.</summary>
    public static void Finish(DiffContext context)
    {
        foreach (var pair in context.Tables)
        {
            if (context.RecreatedTables.TryGetValue(pair.Value, out var change))
                change.Steps = context.SwappedTables.ContainsKey(pair.Value) ? JoinTableComparison.CopySteps(context, pair.Key, pair.Value) : RenameSteps(context, pair.Key, pair.Value);
        }
    }

    private static void Compare(DiffContext context, ExpectedTable old, ExpectedTable next)
    {
        var (oldName, newName) = (old.DisplayName, next.DisplayName);
        if (old.DatabaseName == next.DatabaseName || !context.New.Connector.IsSql)
        {
            if (oldName != newName)
            {
                context.Add(
                    SchemaChangeKind.ModelRenamed, newName, ChangeClass.Safe, old.Location, next.Location,
                    $"Model `{oldName}` is called `{newName}`; its table stays `{next.DatabaseName}`",
                    $"The database does not change; code that calls `{Delegate(oldName)}` has to be edited when its client is generated");
            }
            return;
        }
        var isGuess = oldName != newName;
        var isMoved = old.Name == next.Name;
        var kind = isGuess ? SchemaChangeKind.ModelProbablyRenamed : isMoved ? SchemaChangeKind.TableMoved : SchemaChangeKind.TableRenamed;
        var change = context.Add(
            kind, newName, ChangeClass.DataLoss, old.Location, next.Location,
            isGuess ? $"Model `{oldName}` is probably renamed to `{newName}`: its table `{old.DatabaseName}` becomes `{next.DatabaseName}`"
            : isMoved ? $"The table of `{newName}` moves from schema `{old.Schema ?? "public"}` to `{next.Schema ?? "public"}`"
            : $"The table of `{newName}` becomes `{next.DatabaseName}`, before `{old.DatabaseName}`",
            $"Prisma drops `{old.DatabaseName}` with all its rows and creates `{next.DatabaseName}`, empty");
        change.Likeness = isGuess ? Likeness.OfTables(old, next) : null;
        change.Lock = context.Lock(TableLock.AccessExclusive(old.DatabaseName));
        change.Touch(EffectObject.Table, EffectAction.Drop, old.DatabaseName);
        change.Touch(EffectObject.Table, EffectAction.Create, next.DatabaseName);
        context.RecreatedTables.Add(next, change);
    }

    private static IReadOnlyList<MigrationStep> RenameSteps(DiffContext context, ExpectedTable old, ExpectedTable next)
    {
        var isMoved = old.Name == next.Name;
        var steps = context.Steps();
        if (next.Model is { } model)
        {
            steps.Schema(isMoved
                ? $"To leave the table where it is, keep `@@schema(\"{old.Schema ?? "public"}\")` in `{model.Name}`: then no step below is needed"
                : $"To keep the table, write `@@map(\"{old.Name}\")` in `{model.Name}`: then only the client changes, and no step below is needed");
        }
        else if (next.Relation is not null)
        {
            steps.Schema($"To keep the table, give both sides of the relation the name that it has: `@relation(\"{old.Name.TrimStart('_')}\")`, and mind that column `A` belongs to the model whose name comes first");
        }
        var (statements, backwards) = RenameStatements(context, old, next);
        var view = $"CREATE VIEW {old.Sql} AS SELECT * FROM {next.Sql};";
        return steps
            .Expand(
                $"Rename in place of Prisma's statements (`migrate dev --create-only`), and leave a view under the old name: PostgreSQL passes reads and writes of running clients through it. It takes an ACCESS EXCLUSIVE lock on `{old.DatabaseName}` for a moment",
                Transaction([.. statements, view]))
            .Back(Transaction([$"DROP VIEW {old.Sql};", .. backwards]), $"Clients that use `{next.DatabaseName}` fail from then on")
            .Deploy($"Deploy clients that use `{next.DatabaseName}` everywhere")
            .Verify($"See that nobody uses `{old.DatabaseName}`: no rows, where pg_stat_statements is there", $"SELECT calls, query FROM pg_stat_statements WHERE query LIKE {SqlText.Literal("%" + SqlPieces.Name(old.Name) + "%")};")
            .Contract("Drop the view", $"DROP VIEW {old.Sql};").Back(view)
            .Steps;
    }

    private static string Transaction(IEnumerable<string> statements) => $"BEGIN;\nSET LOCAL lock_timeout = '2s';\n{string.Join("\n", statements)}\nCOMMIT;";

    // Names of keys and indexes follow the table's by default, and Prisma compares them.
    private static (List<string> Statements, List<string> Backwards) RenameStatements(DiffContext context, ExpectedTable old, ExpectedTable next)
    {
        var statements = new List<string>();
        var backwards = new List<string>();
        if (old.Schema != next.Schema)
            Add($"ALTER TABLE {old.Sql} SET SCHEMA {SqlPieces.Name(next.Schema ?? "public")};", $"ALTER TABLE {SqlPieces.Name(next.Schema, old.Name)} SET SCHEMA {SqlPieces.Name(old.Schema ?? "public")};");
        if (old.Name != next.Name)
            Add($"ALTER TABLE {SqlPieces.Name(next.Schema, old.Name)} RENAME TO {SqlPieces.Name(next.Name)};", $"ALTER TABLE {next.Sql} RENAME TO {SqlPieces.Name(old.Name)};");
        if (old.PrimaryKey is { } oldKey && next.PrimaryKey is { } newKey && oldKey.Name != newKey.Name)
            Constraint(oldKey.Name, newKey.Name);
        foreach (var index in old.Indexes)
        {
            var structure = index.Structure(column => context.NewName(old, column));
            if (next.Indexes.Find(other => other.Structure(column => column) == structure) is { } found && found.Name != index.Name)
                Add($"ALTER INDEX {SqlPieces.Name(next.Schema, index.Name)} RENAME TO {SqlPieces.Name(found.Name)};", $"ALTER INDEX {SqlPieces.Name(next.Schema, found.Name)} RENAME TO {SqlPieces.Name(index.Name)};");
        }
        foreach (var key in old.ForeignKeys)
        {
            if (context.ForeignKeys.TryGetValue(key, out var found) && found.Name != key.Name)
                Constraint(key.Name, found.Name);
        }
        return (statements, backwards);

        void Constraint(string from, string to) =>
            Add($"ALTER TABLE {next.Sql} RENAME CONSTRAINT {SqlPieces.Name(from)} TO {SqlPieces.Name(to)};", $"ALTER TABLE {next.Sql} RENAME CONSTRAINT {SqlPieces.Name(to)} TO {SqlPieces.Name(from)};");

        void Add(string forward, string back)
        {
            statements.Add(forward);
            backwards.Insert(0, back);
        }
    }

    private static SchemaChange Add(DiffContext context, ExpectedTable table)
    {
        var change = context.Add(
            SchemaChangeKind.ModelAdded, table.DisplayName, ChangeClass.Safe, null, table.Location,
            $"Model `{table.DisplayName}` is new, with {Count(table.Columns.Count, "column")}",
            $"No running client knows table `{table.DatabaseName}`");
        change.Touch(EffectObject.Table, EffectAction.Create, table.DatabaseName);
        foreach (var index in table.Indexes)
            change.Touch(EffectObject.Index, EffectAction.Create, index.EffectName);
        change.Steps = CreateSteps(context, table, change);
        return change;
    }

    public static IReadOnlyList<MigrationStep> CreateSteps(DiffContext context, ExpectedTable table, SchemaChange change)
    {
        var lines = table.Columns.Select(column => "    " + column.Definition()).ToList();
        if (table.PrimaryKey is { } key)
            lines.Add($"    CONSTRAINT {SqlPieces.Name(key.Name)} PRIMARY KEY ({SqlPieces.Names(key.Columns)})");
        var statements = new List<string> { $"CREATE TABLE {table.Sql} (\n{string.Join(",\n", lines)}\n);" };
        statements.AddRange(table.Indexes.Select(index => index.CreateSql(concurrently: false)));
        var steps = context.Steps().Expand("Create the table with its indexes, all of it empty", string.Join("\n", statements))
            .Back($"DROP TABLE {table.Sql};", $"The rows of `{table.DatabaseName}` are lost");
        var others = table.ForeignKeys.Select(foreign => foreign.Target).Where(target => target != table).Select(target => target.DatabaseName).Distinct().ToArray();
        if (others.Length > 0)
            change.Lock = context.Lock(TableLock.ShareRowExclusive(string.Join(", ", others), TableLock.Moment));
        if (table.ForeignKeys.Count > 0)
        {
            steps.Expand(
                others.Length == 0 ? "Add the foreign keys" : $"Add the foreign keys: writes to {Quoted(others)} wait for a moment, since no row is there to check",
                SqlPieces.WithTimeout([.. table.ForeignKeys.Select(foreign => foreign.Sql(isValid: true))]))
                .Back(SqlPieces.WithTimeout([.. table.ForeignKeys.Select(foreign => $"ALTER TABLE {table.Sql} DROP CONSTRAINT {SqlPieces.Name(foreign.Name)};")]));
        }
        return steps.Deploy($"Deploy clients that use `{table.DisplayName}`").Steps;
    }

    private static SchemaChange Remove(DiffContext context, ExpectedTable table)
    {
        var change = context.Add(
            SchemaChangeKind.ModelRemoved, table.DisplayName, ChangeClass.DataLoss, table.Location, null,
            $"Model `{table.DisplayName}` is gone, and with it table `{table.DatabaseName}`",
            $"The table is dropped with all its rows, and running clients that query `{table.DisplayName}` fail");
        change.Lock = context.Lock(TableLock.AccessExclusive(string.Join(", ", new[] { table.DatabaseName }.Concat(table.ForeignKeys.Select(key => key.Target.DatabaseName)).Distinct())));
        change.Touch(EffectObject.Table, EffectAction.Drop, table.DatabaseName);
        change.Steps = DropSteps(context, table);
        return change;
    }

    public static IReadOnlyList<MigrationStep> DropSteps(DiffContext context, ExpectedTable table)
    {
        var statements = context.Old.ForeignKeys.Where(key => key.Target == table && key.Table != table)
            .Concat(table.ForeignKeys)
            .Select(key => $"ALTER TABLE {key.Table.Sql} DROP CONSTRAINT IF EXISTS {SqlPieces.Name(key.Name)};")
            .Append($"DROP TABLE {table.Sql};");
        return context.Steps()
            .Deploy($"Deploy clients without `{table.DisplayName}` everywhere")
            .Verify(
                $"See that nobody uses `{table.DatabaseName}`: the numbers stand still for as long as the rarest job takes to come round",
                $"SELECT seq_scan, idx_scan, n_tup_ins, n_tup_upd, n_tup_del FROM pg_stat_user_tables WHERE relid = {SqlText.Literal(table.Sql)}::regclass;")
            .Verify("Keep what may still be asked for", $"\\copy {table.Sql} TO '{table.Name}.csv' CSV HEADER", MigrationPhase.Contract)
            .Contract("Drop the table", SqlPieces.WithTimeout([.. statements]))
            .Back(null, "No statement brings the rows back: restore the table from a backup")
            .Steps;
    }

    // How the client calls the model.
    private static string Delegate(string model) => "prisma." + (model.Length == 0 ? model : char.ToLowerInvariant(model[0]) + model.Substring(1));
}
