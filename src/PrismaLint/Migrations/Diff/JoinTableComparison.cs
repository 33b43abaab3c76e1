using System.Collections.Generic;
using System.Linq;
using static PrismaLint.Migrations.Diff.DiffContext;

namespace PrismaLint.Migrations.Diff;

/// <summary>Join tables of implicit many-to-many relations. Their names and columns follow the names of the models, so they change with those.</summary>
internal static class JoinTableComparison
{
    public static void Pair(DiffContext context)
    {
        var old = context.Old.Tables.Where(table => table.Model is null).ToList();
        var next = context.New.Tables.Where(table => table.Model is null).ToList();
        foreach (var isByName in new[] { true, false })
        {
            foreach (var left in old.ToArray())
            {
                if (next.Find(right => isByName ? right.DatabaseName == left.DatabaseName : Joins(context, left, right)) is not { } right)
                    continue;
                context.Tables.Add(left, right);
                old.Remove(left);
                next.Remove(right);
                if (!isByName)
                    Rename(context, left, right);
            }
        }
        foreach (var table in old)
            context.LoneTables.Add(table, Remove(context, table));
        foreach (var table in next)
            context.LoneTables.Add(table, Add(context, table));
    }

    /// <summary>The columns of a join table that is there in both.</summary>
    public static void Compare(DiffContext context, ExpectedTable old, ExpectedTable next)
    {
        var swap = IsSwapped(context, old, next) ? Swap(context, old, next) : null;
        for (var i = 0; i < 2; i++)
        {
            var (left, right) = (old.Columns[i], next.Columns[i]);
            context.Columns.Add(left, right);
            if (context.RecreatedTables.ContainsKey(next) || context.IsSameType(left.Type, right.Type))
                continue;
            // The type is that of the id, and so is the change.
            var source = context.New.Tables.SelectMany(table => table.Columns).FirstOrDefault(column => column.Field == right.Field && column.Table.Model is not null);
            var cause = swap;
            if (cause is null && source is not null && !context.RetypedColumns.TryGetValue(source, out cause))
                context.RecreatedColumns.TryGetValue(source, out cause);
            Retype(context, left, right, cause ?? ChangeType(context, left, right));
        }
    }

    private static void Retype(DiffContext context, ExpectedColumn left, ExpectedColumn right, SchemaChange change)
    {
        if (TypeConversion.Between(left.Type, right.Type, context.Provider).IsCastable)
        {
            change.Touch(EffectObject.Column, EffectAction.Alter, right.EffectName);
            context.RetypedColumns[right] = change;
            return;
        }
        change.Touch(EffectObject.Column, EffectAction.Drop, right.EffectName);
        change.Touch(EffectObject.Column, EffectAction.Create, right.EffectName);
        context.RecreatedColumns[right] = change;
    }

    // The id is another field now.
    private static SchemaChange ChangeType(DiffContext context, ExpectedColumn left, ExpectedColumn right)
    {
        var table = right.Table;
        var change = context.Add(
            SchemaChangeKind.TypeChanged, table.DisplayName, ChangeClass.DataLoss, left.Table.Location, table.Location,
            $"Column `{right.Name}` of join table `{table.DatabaseName}` changes from {left.Type} to {right.Type}, as the id of `{right.Field.Owner.Name}`",
            $"The ids that `{right.Name}` holds are those of the old key");
        change.Steps = context.Steps()
            .Expand($"Create a second join table that holds the new ids of `{right.Field.Owner.Name}`", null)
            .Migrate($"Fill it from `{table.DatabaseName}`, each old id replaced by the new one", null)
            .Deploy("Deploy clients that use the second table, by the name of the relation (`@relation(\"…\")`)")
            .Contract("Drop the first one", $"DROP TABLE IF EXISTS {table.Sql};")
            .Steps;
        return change;
    }

    private static bool Joins(DiffContext context, ExpectedTable old, ExpectedTable next)
    {
        var left = old.Relation?.Fields.Select(field => field.Model).OfType<Semantics.ModelSymbol>().Select(context.Old.TableOf).OfType<ExpectedTable>().Select(context.NewOf).ToArray() ?? [];
        var right = next.Relation?.Fields.Select(field => field.Model).OfType<Semantics.ModelSymbol>().Select(context.New.TableOf).ToArray() ?? [];
        return left.Length == 2 && right.Length == 2 && ((left[0] == right[0] && left[1] == right[1]) || (left[0] == right[1] && left[1] == right[0]));
    }

    private static bool IsSwapped(DiffContext context, ExpectedTable old, ExpectedTable next)
    {
        ExpectedTable? Target(ExpectedDatabase database, ExpectedColumn column) => column.Field.Model is { } model ? database.TableOf(model) : null;
        var (first, second) = (Target(context.Old, old.Columns[0]), Target(context.Old, old.Columns[1]));
        return first is not null && second is not null && first != second
            && context.NewOf(first) == Target(context.New, next.Columns[1])
            && context.NewOf(second) == Target(context.New, next.Columns[0]);
    }

    private static SchemaChange Swap(DiffContext context, ExpectedTable old, ExpectedTable next)
    {
        var (a, b) = (next.Columns[0].Field.Owner.Name, next.Columns[1].Field.Owner.Name);
        if (context.RecreatedTables.TryGetValue(next, out var renamed))
        {
            context.SwappedTables.Add(next, renamed);
            return renamed;
        }
        var change = context.Add(
            SchemaChangeKind.JoinTableSwapped, next.DisplayName, ChangeClass.DataLoss, old.Location, next.Location,
            $"Columns `A` and `B` of join table `{next.DatabaseName}` change places: `A` now belongs to `{a}`, `B` to `{b}`",
            $"`A` belongs to the model whose name comes first; Prisma swaps the foreign keys and leaves the ids where they are, so rows connect the wrong `{a}` with the wrong `{b}`, or the migration fails");
        context.SwappedTables.Add(next, change);
        change.Lock = context.Lock(TableLock.AccessExclusive(next.DatabaseName));
        var (first, second) = (SqlPieces.Name(next.ForeignKeys.Count > 1 ? next.ForeignKeys[0].Name : "A"), SqlPieces.Name(next.ForeignKeys.Count > 1 ? next.ForeignKeys[1].Name : "B"));
        var statements = new List<string>
        {
            "BEGIN;",
            "SET LOCAL lock_timeout = '2s';",
            $"ALTER TABLE {next.Sql} RENAME COLUMN \"A\" TO \"C\";",
            $"ALTER TABLE {next.Sql} RENAME COLUMN \"B\" TO \"A\";",
            $"ALTER TABLE {next.Sql} RENAME COLUMN \"C\" TO \"B\";",
        };
        if (next.ForeignKeys.Count > 1)
        {
            statements.Add($"ALTER TABLE {next.Sql} RENAME CONSTRAINT {first} TO \"C\";");
            statements.Add($"ALTER TABLE {next.Sql} RENAME CONSTRAINT {second} TO {first};");
            statements.Add($"ALTER TABLE {next.Sql} RENAME CONSTRAINT \"C\" TO {second};");
        }
        if (next.PrimaryKey is { } key)
            statements.Add($"ALTER TABLE {next.Sql} DROP CONSTRAINT {SqlPieces.Name(key.Name)}, ADD CONSTRAINT {SqlPieces.Name(key.Name)} PRIMARY KEY (\"A\", \"B\");");
        foreach (var index in next.Indexes)
            statements.Add($"DROP INDEX {SqlPieces.Name(next.Schema, index.Name)};\n{index.CreateSql(concurrently: false)}");
        statements.Add("COMMIT;");
        change.Steps = context.Steps()
            .Schema("To keep the columns, keep the order of the names: give the models names that sort as the old ones did, or turn the relation into a model of its own")
            .Expand("Else rename the columns in place of Prisma's statements, while no client runs: the old ones write the wrong way round from here on", string.Join("\n", statements))
            .Deploy($"Deploy clients that know `{a}` and `{b}`")
            .Steps;
        return change;
    }

    /// <summary>A second join table beside the first, the other way round, kept equal by a trigger.</summary>
    public static IReadOnlyList<MigrationStep> CopySteps(DiffContext context, ExpectedTable old, ExpectedTable next)
    {
        var name = SqlPieces.Name(old.Schema, SqlPieces.Derived(old.Name, "_sync"));
        var trigger = SqlPieces.Name(SqlPieces.Derived(old.Name, "_sync"));
        var follow = $"""
            CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF TG_OP = 'INSERT' THEN INSERT INTO {next.Sql} ("A", "B") VALUES (NEW."B", NEW."A") ON CONFLICT DO NOTHING;
              ELSE DELETE FROM {next.Sql} WHERE "A" = OLD."B" AND "B" = OLD."A";
              END IF;
              RETURN NULL;
            END $$;
            CREATE TRIGGER {trigger} AFTER INSERT OR DELETE ON {old.Sql} FOR EACH ROW EXECUTE FUNCTION {name}();
            """.Replace("\r\n", "\n");
        var created = new SchemaChange(SchemaChangeKind.JoinTableAdded, next.DisplayName, ChangeClass.Safe);
        return context.Steps()
            .AddRange(TableComparison.CreateSteps(context, next, created).Where(step => step.Kind == MigrationStepKind.Sql))
            .Expand("Let the new table follow the old one", SqlPieces.WithTimeout(follow))
            .Migrate("Copy the connections, columns swapped", $"INSERT INTO {next.Sql} (\"A\", \"B\") SELECT \"B\", \"A\" FROM {old.Sql} ON CONFLICT DO NOTHING;")
            .Deploy($"Deploy clients that use `{next.DatabaseName}` everywhere, at once: what they write, old clients do not see")
            .Verify("See that none is missing", $"SELECT count(*) FROM {old.Sql} AS o WHERE NOT EXISTS (SELECT FROM {next.Sql} AS n WHERE n.\"A\" = o.\"B\" AND n.\"B\" = o.\"A\");").Gives("0")
            .Contract("Drop the old table", SqlPieces.WithTimeout($"DROP TABLE {old.Sql};", $"DROP FUNCTION {name}();"))
            .Steps;
    }

    private static void Rename(DiffContext context, ExpectedTable old, ExpectedTable next)
    {
        var change = context.Add(
            SchemaChangeKind.JoinTableRenamed, next.DisplayName, ChangeClass.DataLoss, old.Location, next.Location,
            $"The join table of `{next.DisplayName}` becomes `{next.DatabaseName}`, before `{old.DatabaseName}`",
            $"Its name follows that of the relation, else those of the models; Prisma drops `{old.DatabaseName}` with all connections and creates `{next.DatabaseName}`, empty");
        change.Lock = context.Lock(TableLock.AccessExclusive(old.DatabaseName));
        change.Touch(EffectObject.Table, EffectAction.Drop, old.DatabaseName);
        change.Touch(EffectObject.Table, EffectAction.Create, next.DatabaseName);
        context.RecreatedTables.Add(next, change);
        if (IsSwapped(context, old, next))
            change.Why += "; columns `A` and `B` change places as well";
    }

    private static SchemaChange Add(DiffContext context, ExpectedTable table)
    {
        var change = context.Add(
            SchemaChangeKind.JoinTableAdded, table.DisplayName, ChangeClass.Safe, null, table.Location,
            $"The many-to-many relation of `{table.DisplayName}` is new, with join table `{table.DatabaseName}`",
            $"No running client knows table `{table.DatabaseName}`");
        change.Touch(EffectObject.Table, EffectAction.Create, table.DatabaseName);
        foreach (var index in table.Indexes)
            change.Touch(EffectObject.Index, EffectAction.Create, index.EffectName);
        change.Steps = TableComparison.CreateSteps(context, table, change);
        return change;
    }

    private static SchemaChange Remove(DiffContext context, ExpectedTable table)
    {
        var change = context.Add(
            SchemaChangeKind.JoinTableRemoved, table.DisplayName, ChangeClass.DataLoss, table.Location, null,
            $"The many-to-many relation of `{table.DisplayName}` is gone, and with it join table `{table.DatabaseName}`",
            $"The table is dropped with every connection between {Quoted(table.Columns.Select(column => column.Field.Owner.Name).Distinct())}, and running clients that follow the relation fail");
        change.Lock = context.Lock(TableLock.AccessExclusive(string.Join(", ", new[] { table.DatabaseName }.Concat(table.ForeignKeys.Select(key => key.Target.DatabaseName)).Distinct())));
        change.Touch(EffectObject.Table, EffectAction.Drop, table.DatabaseName);
        change.Steps = TableComparison.DropSteps(context, table);
        return change;
    }
}
