using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;
using PrismaLint.Sql;
using static PrismaLint.Migrations.Diff.DiffContext;

namespace PrismaLint.Migrations.Diff;

/// <summary>Primary key, uniques and indexes of a table that is there in both schemas.</summary>
internal sealed class IndexComparison(DiffContext context, ExpectedTable old, ExpectedTable next)
{
    private bool IsRecreated => context.RecreatedTables.ContainsKey(next);

    public void Run()
    {
        CompareKeys();
        var gone = old.Indexes.ToList();
        var added = next.Indexes.ToList();
        Pair(gone, added, (left, right) => left.Name == right.Name && OldStructure(left) == NewStructure(right), Keep);
        Pair(gone, added, (left, right) => OldStructure(left) == NewStructure(right), Keep);
        // Prisma takes indexes of one structure for one.
        gone.RemoveAll(left => next.Indexes.Exists(right => OldStructure(left) == NewStructure(right)));
        added.RemoveAll(right => old.Indexes.Exists(left => OldStructure(left) == NewStructure(right)));
        Pair(gone, added, (left, right) => left.Name == right.Name, Replace);
        Pair(gone, added, HaveSameColumns, Replace);
        foreach (var index in gone)
            Remove(index);
        foreach (var index in added)
            Add(index);
    }

    private static void Pair(List<ExpectedIndex> gone, List<ExpectedIndex> added, Func<ExpectedIndex, ExpectedIndex, bool> test, Action<ExpectedIndex, ExpectedIndex> compare)
    {
        foreach (var left in gone.ToArray())
        {
            if (added.Find(right => test(left, right)) is not { } right)
                continue;
            gone.Remove(left);
            added.Remove(right);
            compare(left, right);
        }
    }

    private string OldStructure(ExpectedIndex index) => index.Structure(column => context.NewName(old, column));

    private static string NewStructure(ExpectedIndex index) => index.Structure(column => column);

    private bool HaveSameColumns(ExpectedIndex left, ExpectedIndex right) =>
        left.Columns.Select(column => context.NewName(old, column)).OrderBy(name => name, StringComparer.Ordinal)
            .SequenceEqual(right.Columns.OrderBy(name => name, StringComparer.Ordinal));

    private SchemaChange Change(SchemaChangeKind kind, ChangeClass changeClass, ExpectedIndex? left, ExpectedIndex? right, string message, string why)
    {
        var index = right ?? left;
        var name = index?.Symbol?.DeclaringField?.DisplayName ?? next.DisplayName;
        return context.Add(kind, name, changeClass, left?.Location, right?.Location, message, why);
    }

    private void Touch(SchemaChange change, EffectAction action, ExpectedIndex index) =>
        change.Touch(EffectObject.Index, action, (action == EffectAction.Drop ? next.DatabaseName : index.Table.DatabaseName) + "." + index.Name);

    // The same index, perhaps under another name, perhaps on a column that Prisma drops and adds.
    private void Keep(ExpectedIndex left, ExpectedIndex right)
    {
        if (context.CauseOf(next, right.Columns, isKey: false) is { } cause)
        {
            Touch(cause, EffectAction.Create, right);
            if (!IsRecreated && (left.Name != right.Name || !left.Columns.SequenceEqual(right.Columns)))
                Touch(cause, EffectAction.Drop, left);
        }
        else if (left.Name != right.Name)
        {
            var change = Change(
                SchemaChangeKind.IndexRenamed, ChangeClass.Safe, left, right,
                $"The index of {right.Quote} is called `{right.Name}` in the database, before `{left.Name}`",
                "A rename changes the catalog alone");
            change.Lock = context.Lock(new TableLock("SHARE UPDATE EXCLUSIVE", right.Name, "neither reads nor writes", TableLock.Moment));
            change.Touch(EffectObject.Index, EffectAction.Rename, left.EffectName);
            change.Steps = context.Steps()
                .Expand("Rename the index", SqlPieces.WithTimeout($"ALTER INDEX {SqlPieces.Name(next.Schema, left.Name)} RENAME TO {SqlPieces.Name(right.Name)};"))
                .Back(SqlPieces.WithTimeout($"ALTER INDEX {SqlPieces.Name(next.Schema, right.Name)} RENAME TO {SqlPieces.Name(left.Name)};")).Steps;
        }
        if (left.Symbol?.ClientName != right.Symbol?.ClientName && right.IsUnique)
            RenameInClient(left, right);
    }

    private void RenameInClient(ExpectedIndex left, ExpectedIndex right) => Change(
        SchemaChangeKind.ClientKeyRenamed, ChangeClass.Safe, left, right,
        $"The compound key {right.Quote} is called `{ClientName(right)}` in the client, before `{ClientName(left)}`",
        $"The database does not change; code that looks up by `{ClientName(left)}` has to be edited when its client is generated");

    private static string ClientName(ExpectedIndex index) =>
        index.Symbol?.ClientName ?? string.Join("_", index.Symbol?.Fields.Select(field => field.Name) ?? index.Columns);

    private void Replace(ExpectedIndex left, ExpectedIndex right)
    {
        var isStricter = right.IsUnique && (!left.IsUnique || left.Predicate != right.Predicate);
        var isLooser = left.IsUnique && !right.IsUnique;
        var change = Change(
            SchemaChangeKind.IndexChanged, isStricter || isLooser ? ChangeClass.Breaking : ChangeClass.Care, left, right,
            $"{Capital(left.Quote)} changes: {Describe(left)} becomes {Describe(right)}",
            isStricter ? $"The migration fails while two rows of `{next.DatabaseName}` agree in {Quoted(right.Columns)}, and so do writes of running clients that repeat a value"
            : isLooser ? $"Upserts of running clients (ON CONFLICT) need the unique index, and rows may repeat from then on"
            : $"Prisma drops the index before it builds the other: meanwhile queries that need it scan `{next.DatabaseName}`, and writes wait");
        change.Lock = context.Lock(TableLock.Share(next.DatabaseName));
        Touch(change, EffectAction.Drop, left);
        Touch(change, EffectAction.Create, right);
        var temporary = left.Name == right.Name ? SqlPieces.Derived(right.Name, "_new") : right.Name;
        var steps = context.Steps();
        if (isStricter)
            Duplicates(steps, right);
        if (isLooser)
            steps.Deploy($"Deploy clients that no longer upsert by {Quoted(left.Columns)}");
        Build(steps, right, temporary);
        steps.Contract("Drop the old index beside the traffic; alone, outside of a transaction", $"DROP INDEX CONCURRENTLY {SqlPieces.Name(next.Schema, left.Name)};")
            .Back(left.CreateSql(concurrently: true), left.IsUnique ? UniqueNote(left) : null);
        if (temporary != right.Name)
        {
            steps.Contract("Give the new one its name", SqlPieces.WithTimeout($"ALTER INDEX {SqlPieces.Name(next.Schema, temporary)} RENAME TO {SqlPieces.Name(right.Name)};"))
                .Back(SqlPieces.WithTimeout($"ALTER INDEX {SqlPieces.Name(next.Schema, right.Name)} RENAME TO {SqlPieces.Name(temporary)};"));
        }
        change.Steps = steps.Steps;
    }

    private static string Describe(ExpectedIndex index) =>
        $"{(index.IsUnique ? "unique " : index.Kind == IndexKind.Fulltext ? "full-text " : "")}{(index.Method == IndexMethod.BTree ? "" : index.Method + " ")}({string.Join(", ", index.Columns.Select((column, i) => column + index.Endings[i]))})"
        + (index.Predicate is null ? "" : $" where {index.Predicate}");

    private static string Capital(string text) => text.StartsWith("index", StringComparison.Ordinal) ? text.Remove(0, 1).Insert(0, "I") : text;

    private void Remove(ExpectedIndex index)
    {
        if (IsRecreated)
            return;
        var columns = index.Columns.Select(old.FindColumn).OfType<ExpectedColumn>().ToArray();
        var removed = columns.Where(column => context.LoneColumns.ContainsKey(column)).ToArray();
        if (removed.Length > 0 && removed.Length == columns.Length)
        {
            // The index goes with its columns, and so does what there is to say.
            Touch(context.LoneColumns[removed[0]], EffectAction.Drop, index);
            return;
        }
        var change = Change(
            index.IsUnique ? SchemaChangeKind.UniqueRemoved : SchemaChangeKind.IndexRemoved, index.IsUnique ? ChangeClass.Breaking : ChangeClass.Care, index, null,
            $"{Capital(index.Quote)} is gone",
            index.IsUnique
                ? $"Upserts of running clients (ON CONFLICT) need the unique index, and rows of `{next.DatabaseName}` may repeat {Quoted(index.Columns)} from then on"
                : $"Queries of `{next.DisplayName}` by {Quoted(index.Columns)} scan `{next.DatabaseName}` unless another index serves them");
        change.Lock = context.Lock(TableLock.AccessExclusive(next.DatabaseName));
        Touch(change, EffectAction.Drop, index);
        if (removed.Length == 0 && context.CauseOf(next, index.Columns.Select(column => context.NewName(old, column)), isKey: false) is { Class: ChangeClass.DataLoss })
            change.Why += "; it goes with the column that Prisma drops";
        var steps = context.Steps();
        if (index.IsUnique)
            steps.Deploy($"Deploy clients that neither upsert nor look up by {Quoted(index.Columns)}");
        steps.Verify(
            "See that no query needs it: `idx_scan` stands still, on replicas too",
            $"SELECT idx_scan FROM pg_stat_user_indexes WHERE indexrelid = {SqlText.Literal(SqlPieces.Name(next.Schema, index.Name))}::regclass;");
        steps.Contract("Drop it beside the traffic; alone, outside of a transaction", $"DROP INDEX CONCURRENTLY {SqlPieces.Name(next.Schema, index.Name)};")
            .Back(index.CreateSql(concurrently: true), index.IsUnique ? UniqueNote(index) : null);
        change.Steps = steps.Steps;
    }

    private string UniqueNote(ExpectedIndex index) => $"Fails if rows of `{next.DatabaseName}` repeat {Quoted(index.Columns)} by then";

    private void Add(ExpectedIndex index)
    {
        if (IsRecreated)
        {
            Touch(context.RecreatedTables[next], EffectAction.Create, index);
            return;
        }
        var columns = index.Columns.Select(next.FindColumn).OfType<ExpectedColumn>().ToArray();
        var isNew = columns.Length > 0 && Array.TrueForAll(columns, column => context.LoneColumns.ContainsKey(column));
        var repeats = isNew && Array.TrueForAll(columns, column => column.Default is { IsDatabaseExpression: false });
        var isEmpty = isNew && !repeats && Array.Exists(columns, column => column.Default is null && !column.IsSerial && !column.IsRequired);
        var changeClass = index.IsUnique && !isEmpty ? ChangeClass.Breaking : ChangeClass.Care;
        var change = Change(
            index.IsUnique ? SchemaChangeKind.UniqueAdded : SchemaChangeKind.IndexAdded, changeClass, null, index,
            $"{Capital(index.Quote)} is new",
            !index.IsUnique ? $"Prisma's CREATE INDEX lets writes to `{next.DatabaseName}` wait until the index is built"
            : repeats ? $"Every row of `{next.DatabaseName}` gets the same default, so the index cannot be built over more than one"
            : isEmpty ? $"The new column is empty, so no value repeats, but writes to `{next.DatabaseName}` wait until the index is built"
            : $"The migration fails while two rows of `{next.DatabaseName}` agree in {Quoted(index.Columns)}, writes of running clients that repeat a value fail, and all writes wait until the index is built");
        change.Lock = context.Lock(TableLock.Share(next.DatabaseName));
        Touch(change, EffectAction.Create, index);
        var steps = context.Steps();
        if (index.IsUnique && !isEmpty)
            Duplicates(steps, index);
        Build(steps, index, index.Name);
        change.Steps = steps.Steps;
    }

    private void Duplicates(StepList steps, ExpectedIndex index) => steps
        .Deploy($"Deploy clients that expect a repeated {Quoted(index.Columns)} to be refused (P2002)")
        .Verify(
            "Find what repeats, and settle it",
            $"SELECT {SqlPieces.Names(index.Columns)}, count(*) FROM {next.Sql}{(index.Predicate is null ? "" : $" WHERE {index.Predicate}")} GROUP BY {SqlPieces.Names(index.Columns)} HAVING count(*) > 1;").Gives("no row");

    private void Build(StepList steps, ExpectedIndex index, string name) => steps
        .Expand("Build the index beside the traffic, in a migration of its own: it does not run in a transaction", index.CreateSql(concurrently: true, name))
        .Back($"DROP INDEX CONCURRENTLY {SqlPieces.Name(next.Schema, name)};")
        .Verify(
            "See that it is valid. An invalid one is to be dropped and built again",
            $"SELECT indisvalid FROM pg_index WHERE indexrelid = {SqlText.Literal(SqlPieces.Name(next.Schema, name))}::regclass;",
            MigrationPhase.Expand).Gives("true");

    private void CompareKeys()
    {
        if (!context.New.Connector.IsSql)
            return;
        var (left, right) = (old.PrimaryKey, next.PrimaryKey);
        if (left is not null && right is not null && OldStructure(left) == NewStructure(right))
        {
            if (IsRecreated)
                return;
            if (context.CauseOf(next, right.Columns, isKey: true) is { } cause)
            {
                cause.Touch(EffectObject.PrimaryKey, EffectAction.Alter, next.DatabaseName);
                if (left.Name != right.Name)
                    cause.Touch(EffectObject.PrimaryKey, EffectAction.Rename, next.DatabaseName);
            }
            else if (left.Name != right.Name && context.New.Connector.HasNamedPrimaryKeys)
            {
                var renamed = Change(
                    SchemaChangeKind.IdRenamed, ChangeClass.Safe, left, right,
                    $"The primary key of `{next.DisplayName}` is called `{right.Name}` in the database, before `{left.Name}`",
                    "A rename changes the catalog alone");
                renamed.Lock = context.Lock(TableLock.AccessExclusive(next.DatabaseName));
                renamed.Touch(EffectObject.PrimaryKey, EffectAction.Rename, next.DatabaseName);
                renamed.Steps = context.Steps()
                    .Expand("Rename the constraint", SqlPieces.WithTimeout($"ALTER TABLE {next.Sql} RENAME CONSTRAINT {SqlPieces.Name(left.Name)} TO {SqlPieces.Name(right.Name)};"))
                    .Back(SqlPieces.WithTimeout($"ALTER TABLE {next.Sql} RENAME CONSTRAINT {SqlPieces.Name(right.Name)} TO {SqlPieces.Name(left.Name)};")).Steps;
            }
            if (left.Symbol?.ClientName != right.Symbol?.ClientName)
                RenameInClient(left, right);
            return;
        }
        if (left is null && right is null)
            return;
        ChangeKey(left, right);
    }

    private void ChangeKey(ExpectedIndex? left, ExpectedIndex? right)
    {
        var kind = left is null ? SchemaChangeKind.IdAdded : right is null ? SchemaChangeKind.IdRemoved : SchemaChangeKind.IdChanged;
        var references = context.Old.ForeignKeys.Where(key => key.Target == old && left is not null && key.TargetColumns.SequenceEqual(left.Columns)).ToArray();
        var change = Change(
            kind, ChangeClass.Breaking, left, right,
            left is null ? $"`{next.DisplayName}` gets a primary key over {Quoted(right?.Columns ?? [])}"
            : right is null ? $"`{next.DisplayName}` loses its primary key over {Quoted(left.Columns)}"
            : $"The primary key of `{next.DisplayName}` moves from {Quoted(left.Columns)} to {Quoted(right.Columns)}",
            right is null
                ? $"Nothing keeps the rows of `{next.DatabaseName}` apart any more, logical replication cannot update it, and running clients look rows up by {Quoted(left?.Columns ?? [])}"
                : $"The new key is built under a lock that blocks reads and writes of `{next.DatabaseName}`, and fails while a row repeats or lacks {Quoted(right.Columns)}{(left is null ? "" : $"; running clients look rows up by {Quoted(left.Columns)}")}");
        change.Lock = context.Lock(TableLock.AccessExclusive(next.DatabaseName, right is null ? TableLock.Moment : "while the index is built"));
        if (!IsRecreated)
            change.Touch(EffectObject.PrimaryKey, EffectAction.Alter, next.DatabaseName);
        var steps = context.Steps();
        if (right is not null)
        {
            var temporary = SqlPieces.Derived(next.Name, "_pkey_new");
            steps.Verify(
                "Find rows that repeat, or lack a part of the new key, and settle them",
                $"SELECT {SqlPieces.Names(right.Columns)}, count(*) FROM {next.Sql} GROUP BY {SqlPieces.Names(right.Columns)} HAVING count(*) > 1 OR {string.Join(" OR ", right.Columns.Select(column => SqlPieces.Name(column) + " IS NULL"))};").Gives("no row");
            steps.Expand("Build the index of the new key beside the traffic; alone, outside of a transaction", $"CREATE UNIQUE INDEX CONCURRENTLY {SqlPieces.Name(temporary)} ON {next.Sql} ({SqlPieces.Names(right.Columns)});")
                .Back($"DROP INDEX CONCURRENTLY {SqlPieces.Name(next.Schema, temporary)};");
            if (left is not null)
            {
                steps.Expand("Keep the old key unique, for foreign keys and for clients that look rows up by it", $"CREATE UNIQUE INDEX CONCURRENTLY {SqlPieces.Name(SqlPieces.Derived(next.Name, "_pkey_old"))} ON {next.Sql} ({SqlPieces.Names(left.Columns)});")
                    .Back($"DROP INDEX CONCURRENTLY {SqlPieces.Name(next.Schema, SqlPieces.Derived(next.Name, "_pkey_old"))};");
            }
            steps.Deploy($"Deploy clients that look rows of `{next.DisplayName}` up by {Quoted(right.Columns)}");
            steps.Contract(
                references.Length == 0 ? "Let the keys change places: the columns must be NOT NULL before, or the table is read under the lock" : $"Let the keys change places; before, make {Quoted(references.Select(key => key.Name))} anew over what is left, since they refer to the old key",
                SqlPieces.WithTimeout(
                    "BEGIN;",
                    (left is null ? "" : $"ALTER TABLE {next.Sql} DROP CONSTRAINT {SqlPieces.Name(left.Name)};\n") + $"ALTER TABLE {next.Sql} ADD CONSTRAINT {SqlPieces.Name(right.Name)} PRIMARY KEY USING INDEX {SqlPieces.Name(temporary)};",
                    "COMMIT;"))
                .Back(
                    $"BEGIN;\nSET LOCAL lock_timeout = '2s';\nALTER TABLE {next.Sql} DROP CONSTRAINT {SqlPieces.Name(right.Name)};\n"
                    + (left is null ? "" : $"ALTER TABLE {next.Sql} ADD CONSTRAINT {SqlPieces.Name(left.Name)} PRIMARY KEY ({SqlPieces.Names(left.Columns)});\n")
                    + $"COMMIT;\nCREATE UNIQUE INDEX CONCURRENTLY {SqlPieces.Name(temporary)} ON {next.Sql} ({SqlPieces.Names(right.Columns)});",
                    left is null ? null : "The old key is built under a lock that blocks reads and writes");
        }
        else
        {
            steps.Deploy($"Deploy clients that no longer look rows up by {Quoted(left?.Columns ?? [])}");
            steps.Contract("Drop the key", SqlPieces.WithTimeout($"ALTER TABLE {next.Sql} DROP CONSTRAINT {SqlPieces.Name(left?.Name ?? "")};"))
                .Back(left is null ? null : SqlPieces.WithTimeout($"ALTER TABLE {next.Sql} ADD CONSTRAINT {SqlPieces.Name(left.Name)} PRIMARY KEY ({SqlPieces.Names(left.Columns)});"), "Fails if rows repeat by then; the key is built under a lock that blocks reads and writes");
        }
        change.Steps = steps.Steps;
    }
}
