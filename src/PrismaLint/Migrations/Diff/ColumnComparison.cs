using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;
using PrismaLint.Sql;
using static PrismaLint.Migrations.Diff.DiffContext;

namespace PrismaLint.Migrations.Diff;

/// <summary>The columns of a model's table that is there in both schemas.</summary>
internal sealed class ColumnComparison(DiffContext context, ExpectedTable old, ExpectedTable next)
{
    private readonly ColumnSteps _steps = new(context);

    public void Run()
    {
        var gone = old.Columns.ToList();
        var added = next.Columns.ToList();
        Pair(gone, added, (left, right) => left.Name == right.Name, CompareInPlace);
        Pair(gone, added, (left, right) => left.Field.Name == right.Field.Name && context.IsSameType(left.Type, right.Type), MoveColumn);
        foreach (var left in gone.ToArray())
        {
            var best = added.Select(right => (Column: right, Score: Score(left, right)))
                .OrderByDescending(pair => pair.Score).FirstOrDefault();
            if (best.Score < Likeness.Least)
                continue;
            gone.Remove(left);
            added.Remove(best.Column);
            context.Columns.Add(left, best.Column);
            ProbablyRename(left, best.Column, best.Score);
        }
        foreach (var column in gone)
            Remove(column);
        foreach (var column in added)
            Add(column);
    }

    private void Pair(
        List<ExpectedColumn> gone, List<ExpectedColumn> added, Func<ExpectedColumn, ExpectedColumn, bool> test, Action<ExpectedColumn, ExpectedColumn> compare)
    {
        foreach (var left in gone.ToArray())
        {
            if (added.Find(right => test(left, right)) is not { } right)
                continue;
            gone.Remove(left);
            added.Remove(right);
            context.Columns.Add(left, right);
            compare(left, right);
        }
    }

    private int Score(ExpectedColumn left, ExpectedColumn right) =>
        Likeness.OfColumns(left, right, context.IsSameType(left.Type, right.Type), HasSameKeys(left, right));

    // Foreign keys to the same table, or a key of each side over the column alone.
    private bool HasSameKeys(ExpectedColumn left, ExpectedColumn right)
    {
        if (left.Table.ForeignKeys.Find(key => key.Columns.Contains(left.Name)) is { } foreign)
            return right.Table.ForeignKeys.Any(key => key.Columns.Contains(right.Name) && context.NewOf(foreign.Target) == key.Target);
        return left.Table.Indexes.Any(index => index.IsUnique && index.Columns.Count == 1 && index.Columns[0] == left.Name)
            && right.Table.Indexes.Any(index => index.IsUnique && index.Columns.Count == 1 && index.Columns[0] == right.Name);
    }

    private SchemaChange Change(SchemaChangeKind kind, ChangeClass changeClass, ExpectedColumn? left, ExpectedColumn? right, string message, string why) =>
        context.Add(kind, (right ?? left)?.DisplayName ?? "", changeClass, left?.Field.Location, right?.Field.Location, message, why);

    private void Alter(SchemaChange change, ExpectedColumn column)
    {
        if (context.New.Connector.IsSql)
            change.Touch(EffectObject.Column, EffectAction.Alter, column.EffectName);
    }

    private static void Recreate(SchemaChange change, ExpectedColumn left, ExpectedColumn right)
    {
        change.Touch(EffectObject.Column, EffectAction.Drop, right.Table.DatabaseName + "." + left.Name);
        change.Touch(EffectObject.Column, EffectAction.Create, right.EffectName);
    }

    private void CompareInPlace(ExpectedColumn left, ExpectedColumn right)
    {
        if (left.Field.Name != right.Field.Name)
        {
            Change(
                SchemaChangeKind.FieldRenamed, ChangeClass.Safe, left, right,
                $"`{left.DisplayName}` is called `{right.Field.Name}`; its column stays `{right.Name}`",
                $"The database does not change; code that names `{left.Field.Name}` has to be edited when its client is generated");
        }
        var isRecreated = CompareTypes(left, right);
        if (!isRecreated)
        {
            CompareNullability(left, right);
            CompareDefaults(left, right);
        }
        CompareClient(left, right);
    }

    // Says whether Prisma drops the column and adds it anew: then the rest of it goes with it.
    private bool CompareTypes(ExpectedColumn left, ExpectedColumn right)
    {
        if (right.Type.Enum is { } symbol && left.Type.Enum is not null && left.Type.IsList == right.Type.IsList
            && context.IsSameType(left.Type, right.Type))
        {
            if (!context.RecreatedEnums.TryGetValue(symbol, out var cause))
                return false;
            Recreate(cause, left, right);
            context.RecreatedColumns[right] = cause;
            return true;
        }
        if (context.IsSameType(left.Type, right.Type))
        {
            CompareClientTypes(left, right);
            return false;
        }
        var isSameEnum = left.Type.Enum is { } before && right.Type.Enum is { } after
            && context.Enums.TryGetValue(before, out var kept) && kept == after && !context.RecreatedEnums.ContainsKey(after);
        var conversion = TypeConversion.Between(left.Type, right.Type, context.Provider, isSameEnum);
        var isListChange = left.Type.IsList != right.Type.IsList;
        var kind = isListChange ? right.Type.IsList ? SchemaChangeKind.ScalarToList : SchemaChangeKind.ListToScalar
            : conversion.IsWidening ? SchemaChangeKind.TypeWidened
            : conversion.IsNarrowing ? SchemaChangeKind.TypeNarrowed
            : SchemaChangeKind.TypeChanged;
        var hasOtherClientType = left.Type.Scalar != right.Type.Scalar || left.Type.Enum is not null || right.Type.Enum is not null;
        var changeClass = !context.IsPostgreSql && !context.New.Connector.IsSql ? ChangeClass.Breaking
            : !conversion.IsCastable || conversion.IsLossy ? ChangeClass.DataLoss
            : isListChange || conversion.IsNarrowing || (!conversion.IsWidening && !conversion.IsCatalogOnly) ? ChangeClass.Breaking
            : conversion.IsCatalogOnly && !hasOtherClientType ? ChangeClass.Safe
            : hasOtherClientType && !(left.Type.Scalar == Connectors.ScalarType.Int && right.Type.Scalar == Connectors.ScalarType.BigInt) ? ChangeClass.Breaking
            : ChangeClass.Care;
        var change = Change(
            kind, changeClass, left, right,
            isListChange
                ? $"`{right.DisplayName}` becomes {(right.Type.IsList ? "a list" : "a single value")}: {left.Type} to {right.Type}"
                : $"`{right.DisplayName}` changes from {left.Type} to {right.Type}",
            WhyOfType(left, right, conversion));
        change.Lock = context.Lock(TableLock.AccessExclusive(right.Table.DatabaseName, conversion.IsCatalogOnly || !conversion.IsCastable ? TableLock.Moment : TableLock.Rewrite));
        change.Steps = conversion.IsCatalogOnly && !hasOtherClientType ? _steps.AlterType(left, right)
            : conversion.IsZoneChange && context.IsPostgreSql && !IsIndexed(left) && !IsIndexed(right) ? _steps.ChangeZone(left, right)
            : _steps.NewType(left, right, conversion);
        if (conversion.IsCastable || !context.IsPostgreSql)
        {
            Alter(change, right);
            context.RetypedColumns[right] = change;
            return false;
        }
        Recreate(change, left, right);
        context.RecreatedColumns[right] = change;
        return true;
    }

    // Indexes are built anew when the type changes, and keys are indexes.
    private static bool IsIndexed(ExpectedColumn column) =>
        column.Table.PrimaryKey?.Columns.Contains(column.Name) == true
        || column.Table.Indexes.Any(index => index.Columns.Contains(column.Name) || index.Predicate?.Contains(column.Name) == true);

    private string WhyOfType(ExpectedColumn left, ExpectedColumn right, TypeConversion conversion)
    {
        var table = right.Table.DatabaseName;
        if (!context.New.Connector.IsSql)
            return $"Documents keep the values that they have, and clients that expect {right.Type} fail on them";
        if (!context.IsPostgreSql)
            return conversion.IsWidening ? $"Every value of `{right.Name}` fits {right.Type}; how long `{table}` is locked depends on the database"
                : $"Not every value of `{right.Name}` need fit {right.Type}: the migration fails or cuts what does not";
        if (conversion.IsRefused)
            return $"Prisma writes SET DATA TYPE {right.Type.Sql} without USING, and PostgreSQL, which has no cast from {left.Type} to {right.Type}, refuses it: the migration fails";
        if (!conversion.IsCastable)
            return $"PostgreSQL has no cast that Prisma trusts, so it drops column `{right.Name}` of `{table}` and adds it again, empty{(right.MayBeLeftOut ? "" : ", which fails on a table with rows")}";
        if (conversion.IsLossy)
            return $"What does not fit {right.Type} is rounded or cut without a word, and `{table}` is written anew under a lock that blocks reads and writes";
        if (conversion.IsNarrowing)
            return $"The migration fails on the first row whose `{right.Name}` does not fit {right.Type}, and so do running clients that write such a value";
        if (conversion.IsCatalogOnly)
            return left.Type.Scalar == right.Type.Scalar
                ? $"Every value of `{right.Name}` fits {right.Type} as it is: PostgreSQL changes its catalog and no row"
                : $"PostgreSQL changes its catalog and no row, but running clients go on to take `{right.Name}` for {left.Type}";
        if (conversion.IsWidening)
            return $"Every value fits, but PostgreSQL writes `{table}` and its indexes anew under a lock that blocks reads and writes";
        return left.Type.IsList
            ? $"PostgreSQL writes each list as one text, such as `{{a,b}}`, and `{table}` anew under a lock that blocks reads and writes"
            : $"Running clients go on to read and write {left.Type}, and PostgreSQL writes `{table}` anew under a lock that blocks reads and writes";
    }

    private void CompareClientTypes(ExpectedColumn left, ExpectedColumn right)
    {
        if (left.Type.Scalar == right.Type.Scalar || left.Type.Scalar is null || right.Type.Scalar is null)
            return;
        Change(
            SchemaChangeKind.ClientTypeChanged, ChangeClass.Safe, left, right,
            $"`{right.DisplayName}` changes from {left.Type.Scalar} to {right.Type.Scalar} in the client; its column stays {right.Type}",
            "The database does not change; code that reads the field gets another type when its client is generated");
    }

    private void CompareNullability(ExpectedColumn left, ExpectedColumn right)
    {
        // Lists are never NOT NULL, and what becomes of one that is none any more its own change says.
        if (left.IsRequired == right.IsRequired || left.Type.IsList || right.Type.IsList)
            return;
        if (right.IsRequired)
        {
            var change = Change(
                SchemaChangeKind.MadeRequired, ChangeClass.Breaking, left, right,
                $"`{right.DisplayName}` becomes required",
                $"The migration fails while a row of `{right.Table.DatabaseName}` has no `{right.Name}`, reads every row under a lock that blocks reads and writes, and running clients that leave the field out fail");
            change.Lock = context.Lock(TableLock.AccessExclusive(right.Table.DatabaseName, TableLock.Scan));
            change.Steps = _steps.Require(left, right);
            Alter(change, right);
        }
        else
        {
            var change = Change(
                SchemaChangeKind.MadeOptional, ChangeClass.Care, left, right,
                $"`{right.DisplayName}` becomes optional",
                $"A running client that takes `{right.Field.Name}` for required fails when it reads a row without it");
            change.Lock = context.Lock(TableLock.AccessExclusive(right.Table.DatabaseName));
            change.Steps = _steps.LetBeEmpty(right);
            Alter(change, right);
        }
    }

    private void CompareDefaults(ExpectedColumn left, ExpectedColumn right)
    {
        if (left.IsSerial != right.IsSerial)
        {
            if (right.IsSerial)
                StartCounting(left, right);
            else
                StopCounting(left, right);
            return;
        }
        if (left.Default?.Key == right.Default?.Key)
            return;
        var table = right.Table;
        if (right.Default is { } value)
        {
            var kind = left.Default is null ? SchemaChangeKind.DefaultAdded : SchemaChangeKind.DefaultChanged;
            var change = Change(
                kind, ChangeClass.Safe, left, right,
                left.Default is null ? $"`{right.DisplayName}` has a default: {value.Sql}" : $"The default of `{right.DisplayName}` changes from {left.Default.Sql} to {value.Sql}",
                $"Only rows of `{table.DatabaseName}` that are inserted from then on get it; those that are there keep what they hold");
            change.Lock = context.Lock(TableLock.AccessExclusive(table.DatabaseName));
            change.Steps = context.Steps()
                .Expand("Set the default", SqlPieces.WithTimeout(ColumnSteps.SetDefault(right, value)))
                .Back(SqlPieces.WithTimeout(ColumnSteps.SetDefault(right, left.Default)), "Rows that got the default keep it")
                .Steps;
            Alter(change, right);
            return;
        }
        // Clients send the constants of the schema themselves, and leave to the database only what they cannot work out.
        var isLeftOut = left.Default is { IsDatabaseExpression: true };
        var removed = Change(
            SchemaChangeKind.DefaultRemoved, isLeftOut && right.IsRequired ? ChangeClass.Breaking : ChangeClass.Care, left, right,
            $"`{right.DisplayName}` loses its default {left.Default?.Sql}",
            isLeftOut
                ? $"Running clients leave `{right.Field.Name}` to the database: {(right.IsRequired ? "their inserts fail" : "their rows get none")}"
                : $"Prisma's clients send the default themselves, but an insert by other means that leaves `{right.Name}` out {(right.IsRequired ? "fails" : "leaves it empty")}");
        removed.Lock = context.Lock(TableLock.AccessExclusive(table.DatabaseName));
        removed.Steps = context.Steps()
            .Deploy($"Deploy clients that always write `{right.DisplayName}` everywhere, and see to other writers of `{table.DatabaseName}`")
            .Contract("Drop the default", SqlPieces.WithTimeout(ColumnSteps.SetDefault(right, null)))
            .Back(SqlPieces.WithTimeout(ColumnSteps.SetDefault(right, left.Default)))
            .Steps;
        Alter(removed, right);
    }

    private void StartCounting(ExpectedColumn left, ExpectedColumn right)
    {
        var sequence = SqlPieces.Name(right.Table.Schema, SqlPieces.Derived(right.Table.Name + "_" + right.Name, "_seq"));
        var change = Change(
            SchemaChangeKind.AutoincrementAdded, ChangeClass.Breaking, left, right,
            $"`{right.DisplayName}` gets its numbers from a sequence",
            $"Prisma's sequence starts at 1, whatever `{right.Name}` holds: the first inserts meet numbers that are taken");
        change.Lock = context.Lock(TableLock.AccessExclusive(right.Table.DatabaseName));
        change.Steps = context.Steps()
            .Expand(
                "Create the sequence, let it start behind what is there and what running clients may add meanwhile, and make it the default",
                $"CREATE SEQUENCE {sequence} OWNED BY {right.Table.Sql}.{right.Sql};\nSELECT setval({SqlText.Literal(sequence)}, (SELECT coalesce(max({right.Sql}), 0) + 1000 FROM {right.Table.Sql}));\n"
                + SqlPieces.WithTimeout($"ALTER TABLE {right.Table.Sql} ALTER COLUMN {right.Sql} SET DEFAULT nextval({SqlText.Literal(sequence)});"))
            .Back(SqlPieces.WithTimeout(ColumnSteps.SetDefault(right, left.Default), $"DROP SEQUENCE {sequence};"))
            .Verify("See that the next number is free", $"SELECT last_value > (SELECT coalesce(max({right.Sql}), 0) FROM {right.Table.Sql}) FROM {sequence};").Gives("true")
            .Deploy($"Deploy clients that leave `{right.Field.Name}` to the database")
            .Steps;
        Alter(change, right);
    }

    private void StopCounting(ExpectedColumn left, ExpectedColumn right)
    {
        var change = Change(
            SchemaChangeKind.AutoincrementRemoved, right.MayBeLeftOut ? ChangeClass.Care : ChangeClass.Breaking, left, right,
            $"`{right.DisplayName}` no longer gets its numbers from a sequence",
            $"Running clients leave `{right.Field.Name}` to the database, and their inserts {(right.MayBeLeftOut ? "get no number" : "fail")}");
        change.Lock = context.Lock(TableLock.AccessExclusive(right.Table.DatabaseName));
        change.Steps = context.Steps()
            .Deploy($"Deploy clients that write `{right.DisplayName}` themselves everywhere")
            .Contract(
                "Let the default go, then the sequence; its name is what pg_get_serial_sequence says",
                SqlPieces.WithTimeout(
                    $"ALTER TABLE {right.Table.Sql} ALTER COLUMN {right.Sql} {(right.Default is { } value ? "SET DEFAULT " + value.Sql : "DROP DEFAULT")};",
                    $"DROP SEQUENCE {SqlPieces.Name(right.Table.Schema, SqlPieces.Derived(right.Table.Name + "_" + left.Name, "_seq"))};"))
            .Steps;
        Alter(change, right);
    }

    private void CompareClient(ExpectedColumn left, ExpectedColumn right)
    {
        var (before, after) = (ClientDefault(left.Field), ClientDefault(right.Field));
        if (before != after)
        {
            var change = Change(
                SchemaChangeKind.ClientDefaultChanged, ChangeClass.Safe, left, right,
                before is null ? $"The client fills `{right.DisplayName}` with {after}"
                : after is null ? $"The client no longer fills `{right.DisplayName}` with {before}"
                : $"The client fills `{right.DisplayName}` with {after} in place of {before}",
                "The database does not change; the new client alone behaves in another way");
            if (after is null && right.Default is null && !right.IsSerial && right.IsRequired && right.Field.Default is null && !right.Field.IsUpdatedAt)
            {
                change.Class = ChangeClass.Care;
                change.Why = $"The database does not change; code that creates a `{right.Table.DisplayName}` has to give `{right.Field.Name}`";
            }
        }
        if (left.Field.IsUpdatedAt != right.Field.IsUpdatedAt)
        {
            Change(
                SchemaChangeKind.UpdatedAtChanged, ChangeClass.Safe, left, right,
                $"The client {(right.Field.IsUpdatedAt ? "sets" : "no longer sets")} `{right.DisplayName}` to the time of each update",
                "The database does not change; as long as old and new clients run, some updates set it and some do not");
        }
        if (left.Field.IsIgnored != right.Field.IsIgnored)
        {
            var isHidden = right.Field.IsIgnored;
            Change(
                isHidden ? SchemaChangeKind.FieldIgnored : SchemaChangeKind.FieldNoLongerIgnored,
                isHidden && !right.MayBeLeftOut ? ChangeClass.Breaking : ChangeClass.Safe, left, right,
                $"`{right.DisplayName}` is {(isHidden ? "hidden from" : "shown to")} the client",
                isHidden && !right.MayBeLeftOut
                    ? $"`{right.Name}` is NOT NULL and has no default, so the new client cannot insert into `{right.Table.DatabaseName}`"
                    : "The database does not change");
        }
    }

    private static string? ClientDefault(FieldSymbol field) => field.Default?.Function is "uuid" or "cuid" or "ulid" or "nanoid" or "auto"
        ? field.Default.Function + "(" + field.Default.FunctionArgument + ")"
        : null;

    private void MoveColumn(ExpectedColumn left, ExpectedColumn right)
    {
        var change = Change(
            SchemaChangeKind.ColumnRenamed, ChangeClass.DataLoss, left, right,
            $"The column of `{right.DisplayName}` becomes `{right.Name}`, before `{left.Name}`",
            $"Prisma drops column `{left.Name}` of `{right.Table.DatabaseName}` with what it holds and adds `{right.Name}`, empty{(right.MayBeLeftOut ? "" : ", which fails on a table with rows")}");
        Rename(change, left, right);
    }

    private void ProbablyRename(ExpectedColumn left, ExpectedColumn right, int score)
    {
        var change = Change(
            SchemaChangeKind.FieldProbablyRenamed, ChangeClass.DataLoss, left, right,
            $"`{left.DisplayName}` is probably renamed to `{right.Field.Name}`",
            $"Prisma drops column `{left.Name}` of `{right.Table.DatabaseName}` with what it holds and adds `{right.Name}`, empty{(right.MayBeLeftOut ? "" : ", which fails on a table with rows")}");
        change.Likeness = score;
        Rename(change, left, right);
    }

    private void Rename(SchemaChange change, ExpectedColumn left, ExpectedColumn right)
    {
        change.Lock = context.Lock(TableLock.AccessExclusive(right.Table.DatabaseName));
        change.Steps = _steps.Rename(left, right);
        Recreate(change, left, right);
        context.RecreatedColumns[right] = change;
    }

    private void Remove(ExpectedColumn column)
    {
        var indexes = old.Indexes.Where(index => index.Columns.Contains(column.Name)).ToArray();
        var change = Change(
            SchemaChangeKind.FieldRemoved, ChangeClass.DataLoss, column, null,
            $"`{column.DisplayName}` is gone, and with it column `{column.Name}` of `{next.DatabaseName}`{(indexes.Length == 0 ? "" : " and " + Quoted(indexes.Select(index => index.Name)))}",
            $"What the column holds is dropped, and running clients that read or write `{column.Field.Name}` fail: Prisma names every column of `{column.Table.DisplayName}` in each query");
        change.Lock = context.Lock(TableLock.AccessExclusive(next.DatabaseName));
        change.Steps = _steps.Drop(column, next);
        if (context.New.Connector.IsSql)
            change.Touch(EffectObject.Column, EffectAction.Drop, next.DatabaseName + "." + column.Name);
        context.LoneColumns.Add(column, change);
    }

    private void Add(ExpectedColumn column)
    {
        var table = next.DatabaseName;
        var isFilledByClient = ClientDefault(column.Field) is not null || column.Field.IsUpdatedAt;
        var writesAll = column.IsSerial || column.Default is { IsVolatile: true };
        var change = column.MayBeLeftOut
            ? Change(
                SchemaChangeKind.FieldAdded, writesAll ? ChangeClass.Care : ChangeClass.Safe, null, column,
                $"`{column.DisplayName}` is new: {column.Type}{(column.Default is { } value ? ", default " + value.Sql : column.IsSerial ? ", numbered by a sequence" : column.Type.IsList ? "" : ", optional")}",
                writesAll ? $"Each row gets a value of its own, so PostgreSQL writes `{table}` anew under a lock that blocks reads and writes"
                : column.Default is not null ? $"Rows of `{table}` and inserts of running clients get the default; no row is written (PostgreSQL 11 and later)"
                : $"Rows of `{table}` and inserts of running clients leave `{column.Name}` empty")
            : Change(
                SchemaChangeKind.FieldAdded, ChangeClass.Breaking, null, column,
                $"`{column.DisplayName}` is new: {column.Type}, required, without a default in the database",
                $"Prisma's ADD COLUMN … NOT NULL fails on a table with rows, and inserts of running clients, which do not know `{column.Name}`, fail{(isFilledByClient ? $"; {ClientDefault(column.Field) ?? "@updatedAt"} is filled in by the client, not the database" : "")}");
        if (writesAll && !context.IsPostgreSql)
            change.Why = $"Each row of `{table}` gets a value of its own while the column is added";
        if (!context.New.Connector.IsSql)
        {
            change.Why = column.MayBeLeftOut ? $"Documents of `{table}` without `{column.Name}` read as before" : $"Documents of `{table}` without `{column.Name}` cannot be read by clients that take it for required";
            change.Steps = column.MayBeLeftOut ? [] : context.Steps()
                .Deploy($"Deploy clients with `{column.Field.Name}` optional, that write it always")
                .Migrate($"Give every document a `{column.Name}`", null)
                .Deploy("Deploy clients that take it for required").Steps;
            return;
        }
        change.Lock = context.Lock(TableLock.AccessExclusive(table, writesAll ? TableLock.Rewrite : TableLock.Moment));
        change.Steps = _steps.Add(column, writesAll);
        change.Touch(EffectObject.Column, EffectAction.Create, column.EffectName);
        context.LoneColumns.Add(column, change);
    }
}
