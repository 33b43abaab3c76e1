using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using static PrismaLint.Migrations.Diff.DiffContext;

namespace PrismaLint.Migrations.Diff;

/// <summary>Foreign keys of all tables.</summary>
internal static class ForeignKeyComparison
{
    public static void Run(DiffContext context)
    {
        var (oldMode, newMode) = (context.Old.Schema.RelationMode, context.New.Schema.RelationMode);
        if (oldMode != newMode && context.New.Connector.IsSql)
            ChangeMode(context, isDropped: newMode == RelationMode.Prisma);
        var gone = context.Old.ForeignKeys.ToList();
        var added = context.New.ForeignKeys.ToList();
        Pair(context, gone, added, (left, right) => Agree(context, left, right, withTarget: true) && left.Name == right.Name);
        Pair(context, gone, added, (left, right) => Agree(context, left, right, withTarget: true));
        Pair(context, gone, added, (left, right) => Agree(context, left, right, withTarget: false));
        foreach (var key in gone)
            Remove(context, key);
        foreach (var key in added)
            Add(context, key);
    }

    private static void ChangeMode(DiffContext context, bool isDropped)
    {
        var source = context.New.Schema.Datasource;
        context.Add(
            SchemaChangeKind.RelationModeChanged, source?.DisplayName ?? "datasource", ChangeClass.Care, context.Old.Schema.Datasource?.Location, source?.Location,
            isDropped ? "Relations are kept by the client: the database loses its foreign keys" : "Relations are kept by the database: it gets foreign keys",
            isDropped ? "From then on nothing but Prisma's clients keeps rows from referring to what is not there" : "Each foreign key below fails while a row refers to what is not there");
    }

    private static void Pair(DiffContext context, List<ExpectedForeignKey> gone, List<ExpectedForeignKey> added, Func<ExpectedForeignKey, ExpectedForeignKey, bool> test)
    {
        foreach (var left in gone.ToArray())
        {
            if (added.Find(right => test(left, right)) is not { } right)
                continue;
            context.ForeignKeys.Add(left, right);
            gone.Remove(left);
            added.Remove(right);
            Compare(context, left, right);
        }
    }

    private static bool Agree(DiffContext context, ExpectedForeignKey left, ExpectedForeignKey right, bool withTarget)
    {
        if (context.NewOf(left.Table) != right.Table || !left.Columns.Select(column => context.NewName(left.Table, column)).SequenceEqual(right.Columns))
            return false;
        return !withTarget
            || (context.NewOf(left.Target) == right.Target && left.TargetColumns.Select(column => context.NewName(left.Target, column)).SequenceEqual(right.TargetColumns));
    }

    private static void Compare(DiffContext context, ExpectedForeignKey left, ExpectedForeignKey right)
    {
        if (context.SwappedTables.TryGetValue(right.Table, out var swap))
        {
            Replace(swap, left, right);
            return;
        }
        var isElsewhere = !Agree(context, left, right, withTarget: true);
        var hasOtherActions = left.OnDelete != right.OnDelete || left.OnUpdate != right.OnUpdate;
        var cause = context.CauseOf(right.Table, right.Columns, isKey: true) ?? context.CauseOf(right.Target, right.TargetColumns, isKey: true);
        if (isElsewhere && right.Table.Model is null && cause is not null)
            Replace(cause, left, right);
        else if (isElsewhere)
            Redirect(context, left, right);
        else if (hasOtherActions)
            ChangeActions(context, left, right);
        else if (cause is { Kind: SchemaChangeKind.TableMoved } && !context.RecreatedTables.ContainsKey(right.Table))
            HoldBack(cause, right);
        else if (cause is not null)
            Replace(cause, left, right);
        else if (left.Name != right.Name && context.New.Connector.HasNamedForeignKeys)
        {
            var change = context.Add(
                SchemaChangeKind.ForeignKeyRenamed, right.Field.DisplayName, ChangeClass.Safe, left.Field.Location, right.Field.Location,
                $"The foreign key of `{right.Field.DisplayName}` is called `{right.Name}` in the database, before `{left.Name}`",
                "A rename changes the catalog alone");
            change.Lock = context.Lock(TableLock.AccessExclusive(right.Table.DatabaseName));
            change.Touch(EffectObject.ForeignKey, EffectAction.Rename, left.EffectName);
            change.Steps = context.Steps()
                .Expand("Rename the constraint", SqlPieces.WithTimeout($"ALTER TABLE {right.Table.Sql} RENAME CONSTRAINT {SqlPieces.Name(left.Name)} TO {SqlPieces.Name(right.Name)};"))
                .Back(SqlPieces.WithTimeout($"ALTER TABLE {right.Table.Sql} RENAME CONSTRAINT {SqlPieces.Name(right.Name)} TO {SqlPieces.Name(left.Name)};")).Steps;
        }
    }

    private static void Replace(SchemaChange change, ExpectedForeignKey left, ExpectedForeignKey right)
    {
        change.Touch(EffectObject.ForeignKey, EffectAction.Drop, left.EffectName);
        change.Touch(EffectObject.ForeignKey, EffectAction.Create, right.EffectName);
    }

    // Prisma does not see that the target moved, and drops the old table under the foreign key.
    private static void HoldBack(SchemaChange change, ExpectedForeignKey key)
    {
        const string Words = ", which PostgreSQL refuses while foreign keys refer to it";
        if (!change.Why.Contains(Words, StringComparison.Ordinal))
            change.Why += Words;
        change.Why += $" (`{key.Name}`)";
    }

    private static string BothTables(ExpectedForeignKey key) =>
        key.Table == key.Target ? key.Table.DatabaseName : key.Table.DatabaseName + ", " + key.Target.DatabaseName;

    private static void Redirect(DiffContext context, ExpectedForeignKey left, ExpectedForeignKey right)
    {
        var change = context.Add(
            SchemaChangeKind.ForeignKeyChanged, right.Field.DisplayName, ChangeClass.Breaking, left.Field.Location, right.Field.Location,
            $"The foreign key of `{right.Field.DisplayName}` refers to {Quoted(right.TargetColumns)} of `{right.Target.DatabaseName}`, before to {Quoted(left.TargetColumns)} of `{left.Target.DatabaseName}`",
            $"The values in {Quoted(right.Columns)} are those of the old target: the migration fails on each that the new one has not, and running clients go on to write such");
        change.Lock = context.Lock(TableLock.ShareRowExclusive(BothTables(right), TableLock.Scan));
        Replace(change, left, right);
        change.Steps = SwapSteps(context, left, right, checksRows: true);
    }

    private static void ChangeActions(DiffContext context, ExpectedForeignKey left, ExpectedForeignKey right)
    {
        var parts = new List<string>();
        if (left.OnDelete != right.OnDelete)
            parts.Add($"on delete {left.OnDelete} becomes {right.OnDelete}");
        if (left.OnUpdate != right.OnUpdate)
            parts.Add($"on update {left.OnUpdate} becomes {right.OnUpdate}");
        var refuses = (IsRefusal(right.OnDelete) && !IsRefusal(left.OnDelete)) || (IsRefusal(right.OnUpdate) && !IsRefusal(left.OnUpdate));
        var (child, parent) = (right.Table.DisplayName, right.Target.DisplayName);
        var change = context.Add(
            SchemaChangeKind.ReferentialActionChanged, right.Field.DisplayName, refuses ? ChangeClass.Breaking : ChangeClass.Care, left.Field.Location, right.Field.Location,
            $"`{right.Field.DisplayName}`: {string.Join(", ", parts)}",
            refuses ? $"Running clients that delete or renumber a `{parent}` with rows of `{child}` fail from then on"
            : right.OnDelete == ReferentialAction.Cascade && left.OnDelete != ReferentialAction.Cascade ? $"From then on whoever deletes a `{parent}` deletes its rows of `{child}` too, without being asked"
            : $"Prisma drops the foreign key and adds it again, which reads every row of `{right.Table.DatabaseName}` while writes wait");
        change.Lock = context.Lock(TableLock.ShareRowExclusive(BothTables(right), TableLock.Scan));
        Replace(change, left, right);
        change.Steps = SwapSteps(context, left, right, checksRows: false);
    }

    private static bool IsRefusal(ReferentialAction action) => action is ReferentialAction.Restrict or ReferentialAction.NoAction;

    private static IReadOnlyList<MigrationStep> SwapSteps(DiffContext context, ExpectedForeignKey left, ExpectedForeignKey right, bool checksRows)
    {
        var temporary = left.Name == right.Name ? SqlPieces.Derived(right.Name, "_new") : right.Name;
        var table = right.Table.Sql;
        var steps = context.Steps();
        if (checksRows)
            steps.Verify("Find rows that the new foreign key refuses, and settle them", right.OrphanSql()).Gives("0");
        steps.Expand("Add the new foreign key beside the old one, unchecked", SqlPieces.WithTimeout(right.Sql(isValid: false, temporary)))
            .Back(SqlPieces.WithTimeout($"ALTER TABLE {table} DROP CONSTRAINT {SqlPieces.Name(temporary)};"))
            .Migrate("Check it while reads and writes go on", $"ALTER TABLE {table} VALIDATE CONSTRAINT {SqlPieces.Name(temporary)};")
            .Back(null, "A checked constraint may stay: it goes with the step before")
            .Deploy($"Deploy clients that expect what `{right.Field.DisplayName}` now does")
            .Contract(
                "Drop the old one",
                SqlPieces.WithTimeout(
                    $"ALTER TABLE {table} DROP CONSTRAINT {SqlPieces.Name(left.Name)};" + (temporary == right.Name ? "" : $"\nALTER TABLE {table} RENAME CONSTRAINT {SqlPieces.Name(temporary)} TO {SqlPieces.Name(right.Name)};")))
            .Back(SqlPieces.WithTimeout(
                (temporary == right.Name ? "" : $"ALTER TABLE {table} RENAME CONSTRAINT {SqlPieces.Name(right.Name)} TO {SqlPieces.Name(temporary)};\n")
                + left.Sql(isValid: false) + $"\nALTER TABLE {table} VALIDATE CONSTRAINT {SqlPieces.Name(left.Name)};"));
        return steps.Steps;
    }

    private static void Remove(DiffContext context, ExpectedForeignKey key)
    {
        var table = context.NewOf(key.Table);
        var name = (table is null || context.RecreatedTables.ContainsKey(table) ? key.Table : table).DatabaseName + "." + key.Name;
        SchemaChange? cause = null;
        if (context.LoneTables.TryGetValue(key.Table, out var found) || context.LoneTables.TryGetValue(key.Target, out found))
            cause = found;
        else if (key.Columns.Select(key.Table.FindColumn).OfType<ExpectedColumn>().FirstOrDefault(context.LoneColumns.ContainsKey) is { } column)
            cause = context.LoneColumns[column];
        if (cause is not null)
        {
            cause.Touch(EffectObject.ForeignKey, EffectAction.Drop, name);
            return;
        }
        var change = context.Add(
            SchemaChangeKind.ForeignKeyRemoved, key.Field.DisplayName, ChangeClass.Care, key.Field.Location, null,
            $"The foreign key `{key.Name}` of `{key.Field.DisplayName}` is gone",
            $"From then on the database lets {Quoted(key.Columns)} of `{key.Table.DatabaseName}` refer to rows of `{key.Target.DatabaseName}` that are not there, and no delete cascades or is refused");
        change.Lock = context.Lock(TableLock.AccessExclusive(BothTables(key)));
        change.Touch(EffectObject.ForeignKey, EffectAction.Drop, name);
        change.Steps = context.Steps()
            .Deploy($"Deploy clients that clean up after a delete of `{key.Target.DisplayName}` themselves")
            .Contract("Drop the foreign key", SqlPieces.WithTimeout($"ALTER TABLE {(table ?? key.Table).Sql} DROP CONSTRAINT {SqlPieces.Name(key.Name)};"))
            .Back(
                SqlPieces.WithTimeout(key.Sql(isValid: false), $"ALTER TABLE {(table ?? key.Table).Sql} VALIDATE CONSTRAINT {SqlPieces.Name(key.Name)};"),
                "Fails if rows refer to what is not there by then")
            .Steps;
    }

    private static void Add(DiffContext context, ExpectedForeignKey key)
    {
        if (context.LoneTables.TryGetValue(key.Table, out var cause))
        {
            cause.Touch(EffectObject.ForeignKey, EffectAction.Create, key.EffectName);
            return;
        }
        var columns = key.Columns.Select(key.Table.FindColumn).OfType<ExpectedColumn>().ToArray();
        var isNew = columns.Length > 0 && Array.TrueForAll(columns, context.LoneColumns.ContainsKey);
        var isEmpty = isNew && Array.Exists(columns, column => !column.IsRequired && column.Default is null);
        var change = context.Add(
            SchemaChangeKind.ForeignKeyAdded, key.Field.DisplayName, isEmpty ? ChangeClass.Care : ChangeClass.Breaking, null, key.Field.Location,
            $"`{key.Field.DisplayName}` gets a foreign key from {Quoted(key.Columns)} to {Quoted(key.TargetColumns)} of `{key.Target.DatabaseName}`",
            isEmpty
                ? $"The new column is empty, so no row is refused, but writes to `{key.Table.DatabaseName}` and `{key.Target.DatabaseName}` wait while every row is read"
                : $"The migration fails while a row of `{key.Table.DatabaseName}` refers to what is not there, running clients that write such a row fail, and writes to both tables wait while every row is read");
        change.Lock = context.Lock(TableLock.ShareRowExclusive(BothTables(key), TableLock.Scan));
        change.Touch(EffectObject.ForeignKey, EffectAction.Create, key.EffectName);
        var steps = context.Steps();
        if (!isEmpty)
            steps.Verify("Find rows that refer to what is not there, and settle them", key.OrphanSql()).Gives("0");
        change.Steps = steps
            .Expand("Add the foreign key for new rows, without reading the old ones", SqlPieces.WithTimeout(key.Sql(isValid: false)))
            .Back(SqlPieces.WithTimeout($"ALTER TABLE {key.Table.Sql} DROP CONSTRAINT {SqlPieces.Name(key.Name)};"))
            .Migrate("Check the rows that are there, while reads and writes go on", $"ALTER TABLE {key.Table.Sql} VALIDATE CONSTRAINT {SqlPieces.Name(key.Name)};")
            .Back(null, "A checked constraint may stay: it goes with the step before")
            .Steps;
    }
}
