using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Semantics;
using PrismaLint.Sql;
using static PrismaLint.Migrations.Diff.DiffContext;

namespace PrismaLint.Migrations.Diff;

/// <summary>Enums: their database types and their values.</summary>
internal static class EnumComparison
{
    private const int LeastForEnums = 60;

    public static void Run(DiffContext context)
    {
        var old = context.Old.Schema.Enums.ToList();
        var next = context.New.Schema.Enums.ToList();
        foreach (var test in new Func<EnumSymbol, EnumSymbol, bool>[]
        {
            (left, right) => left.DatabaseName == right.DatabaseName && left.SchemaName == right.SchemaName,
            (left, right) => left.Name == right.Name,
            (left, right) => Score(left, right) >= LeastForEnums,
        })
        {
            foreach (var left in old.ToArray())
            {
                if (next.Where(right => test(left, right)).OrderByDescending(right => Score(left, right)).FirstOrDefault() is not { } right)
                    continue;
                context.Enums.Add(left, right);
                old.Remove(left);
                next.Remove(right);
                Compare(context, left, right);
            }
        }
        foreach (var symbol in old)
            Remove(context, symbol);
        foreach (var symbol in next)
            Add(context, symbol);
    }

    public static string NameOf(EnumSymbol symbol) => symbol.SchemaName is null ? symbol.DatabaseName : symbol.SchemaName + "." + symbol.DatabaseName;

    private static string Sql(EnumSymbol symbol) => SqlPieces.Name(symbol.SchemaName, symbol.DatabaseName);

    private static int Score(EnumSymbol old, EnumSymbol next) =>
        Likeness.OfSets(old.Name, [.. old.Values.Select(value => value.DatabaseName)], next.Name, [.. next.Values.Select(value => value.DatabaseName)]);

    private static void Add(DiffContext context, EnumSymbol symbol)
    {
        var change = context.Add(
            SchemaChangeKind.EnumAdded, symbol.Name, ChangeClass.Safe, null, symbol.Location,
            $"Enum `{symbol.Name}` is new, with {Count(symbol.Values.Count, "value")}",
            $"Nothing uses `{symbol.Name}` before the fields that the same change adds");
        if (!context.HasEnumTypes || !symbol.IsDatabaseType)
            return;
        change.Touch(EffectObject.Enum, EffectAction.Create, NameOf(symbol));
        change.Steps = context.Steps()
            .Expand("Create the type", $"CREATE TYPE {Sql(symbol)} AS ENUM ({string.Join(", ", symbol.Values.Select(value => SqlText.Literal(value.DatabaseName)))});")
            .Back($"DROP TYPE {Sql(symbol)};")
            .Steps;
    }

    private static void Remove(DiffContext context, EnumSymbol symbol)
    {
        var change = context.Add(
            SchemaChangeKind.EnumRemoved, symbol.Name, ChangeClass.Care, symbol.Location, null,
            $"Enum `{symbol.Name}` is gone",
            $"Clients that still write columns of type `{symbol.DatabaseName}` must be gone before the type can be");
        if (!context.HasEnumTypes || !symbol.IsDatabaseType)
            return;
        change.Touch(EffectObject.Enum, EffectAction.Drop, NameOf(symbol));
        change.Steps = context.Steps()
            .Deploy($"Deploy clients without `{symbol.Name}`, and let the columns of that type go first")
            .Verify(
                "See that no column has the type any more",
                $"SELECT attrelid::regclass, attname FROM pg_attribute WHERE atttypid = {SqlText.Literal(Sql(symbol))}::regtype AND NOT attisdropped;").Gives("no row")
            .Contract("Drop the type", $"DROP TYPE {Sql(symbol)};")
            .Back($"CREATE TYPE {Sql(symbol)} AS ENUM ({string.Join(", ", symbol.Values.Select(value => SqlText.Literal(value.DatabaseName)))});")
            .Steps;
    }

    private static void Compare(DiffContext context, EnumSymbol old, EnumSymbol next)
    {
        if (context.HasEnumTypes && next.IsDatabaseType && NameOf(old) != NameOf(next))
            Rename(context, old, next);
        else if (old.Name != next.Name)
        {
            context.Add(
                SchemaChangeKind.EnumRenamed, next.Name, ChangeClass.Safe, old.Location, next.Location,
                $"Enum `{old.Name}` is called `{next.Name}`; the type in the database keeps its name `{next.DatabaseName}`",
                $"The database does not change; code that names `{old.Name}` has to be edited when its client is generated");
        }
        CompareValues(context, old, next);
    }

    private static void Rename(DiffContext context, EnumSymbol old, EnumSymbol next)
    {
        var isMoved = old.SchemaName != next.SchemaName && old.DatabaseName == next.DatabaseName;
        var isGuess = old.Name != next.Name;
        var kind = isGuess ? SchemaChangeKind.EnumProbablyRenamed : isMoved ? SchemaChangeKind.EnumMoved : SchemaChangeKind.EnumTypeRenamed;
        var change = context.Add(
            kind, next.Name, ChangeClass.DataLoss, old.Location, next.Location,
            isGuess
                ? $"Enum `{old.Name}` is probably renamed to `{next.Name}`: its type `{NameOf(old)}` becomes `{NameOf(next)}`"
                : $"The type of enum `{next.Name}` in the database becomes `{NameOf(next)}`, before `{NameOf(old)}`",
            $"Prisma creates `{NameOf(next)}`, drops each column of type `{NameOf(old)}` and adds it again, empty");
        change.Likeness = isGuess ? Score(old, next) : null;
        change.Touch(EffectObject.Enum, EffectAction.Drop, NameOf(old));
        change.Touch(EffectObject.Enum, EffectAction.Create, NameOf(next));
        context.RecreatedEnums.Add(next, change);
        var rename = isMoved
            ? $"ALTER TYPE {Sql(old)} SET SCHEMA {SqlPieces.Name(next.SchemaName ?? "public")};"
            : $"ALTER TYPE {Sql(old)} RENAME TO {SqlPieces.Name(next.DatabaseName)};";
        change.Steps = context.Steps()
            .Schema($"To keep the type, write `@@map(\"{old.DatabaseName}\")` in enum `{next.Name}`: then only the client changes, and no step below is needed")
            .Expand(
                $"Rename the type in place of Prisma's statements (`migrate dev --create-only`): columns and rows stay. Running clients cast by name, as in `$1::{NameOf(old)}`, and fail until they are replaced: deploy in the same moment, or keep the type",
                rename)
            .Deploy($"Deploy clients generated with type `{NameOf(next)}`")
            .Steps;
    }

    private static void CompareValues(DiffContext context, EnumSymbol old, EnumSymbol next)
    {
        var gone = new List<EnumValueSymbol>();
        var added = next.Values.Where(value => old.Values.All(other => other.DatabaseName != value.DatabaseName)).ToList();
        foreach (var value in old.Values)
        {
            if (next.Values.FirstOrDefault(other => other.DatabaseName == value.DatabaseName) is not { } found)
                gone.Add(value);
            else if (found.Name != value.Name)
            {
                context.Add(
                    SchemaChangeKind.EnumValueRenamed, found.DisplayName, ChangeClass.Safe, value.Location, found.Location,
                    $"`{value.DisplayName}` is called `{found.Name}`; the label in the database stays `{found.DatabaseName}`",
                    $"The database does not change; code that names `{value.Name}` has to be edited when its client is generated");
            }
        }
        var changes = new List<SchemaChange>();
        foreach (var value in gone.ToArray())
        {
            var best = added.Select(other => (Value: other, Score: ValueScore(value, other))).OrderByDescending(pair => pair.Score).FirstOrDefault();
            if (best.Score < Likeness.Least)
                continue;
            gone.Remove(value);
            added.Remove(best.Value);
            changes.Add(RenameValue(context, value, best.Value, best.Score));
        }
        changes.AddRange(gone.Select(value => RemoveValue(context, value, next)));
        var isSwapped = changes.Count > 0;
        changes.AddRange(added.Select(value => AddValue(context, value, isSwapped)));
        if (!context.HasEnumTypes || !next.IsDatabaseType)
        {
            if (context.New.Connector.IsSql && context.Provider != Provider.Sqlite)
                TouchColumns(context.New, next, changes, _ => true);
            return;
        }
        if (context.RecreatedEnums.ContainsKey(next))
            return;
        foreach (var change in changes)
        {
            change.Touch(EffectObject.Enum, EffectAction.Alter, NameOf(next));
            // Prisma replaces the type, and with it that of each column of the new schema, after it dropped the defaults of the old one.
            if (isSwapped && change.Kind != SchemaChangeKind.EnumValueAdded)
            {
                TouchColumns(context.New, next, [change], _ => true);
                TouchColumns(context.Old, old, [change], column => column.Default is not null);
            }
        }
    }

    private static void TouchColumns(ExpectedDatabase database, EnumSymbol symbol, IReadOnlyList<SchemaChange> changes, Func<ExpectedColumn, bool> test)
    {
        foreach (var column in database.Tables.SelectMany(table => table.Columns).Where(column => column.Type.Enum == symbol && test(column)))
        {
            foreach (var change in changes)
                change.Touch(EffectObject.Column, EffectAction.Alter, column.EffectName);
        }
    }

    private static IEnumerable<ExpectedColumn> ColumnsOf(DiffContext context, EnumSymbol symbol) =>
        context.New.Tables.SelectMany(table => table.Columns).Where(column => column.Type.Enum == symbol);

    private static int ValueScore(EnumValueSymbol old, EnumValueSymbol next)
    {
        var isInPlace = IndexOf(old) == IndexOf(next) && old.Owner.Values.Count == next.Owner.Values.Count;
        return Math.Min(99, Likeness.OfNames(old.DatabaseName, next.DatabaseName) + (isInPlace ? 30 : 0));
    }

    private static int IndexOf(EnumValueSymbol value) => Array.IndexOf([.. value.Owner.Values], value);

    private static SchemaChange RenameValue(DiffContext context, EnumValueSymbol old, EnumValueSymbol next, int score)
    {
        var change = context.Add(
            SchemaChangeKind.EnumValueProbablyRenamed, next.DisplayName, ChangeClass.Breaking, old.Location, next.Location,
            $"`{old.DisplayName}` is probably renamed to `{next.Name}`",
            $"Prisma swaps the type for one without `{old.DatabaseName}`, which fails while a row holds it, and running clients go on to write `{old.DatabaseName}`");
        change.Likeness = score;
        change.Steps = context.Steps()
            .Schema($"To keep the label, write `{next.Name} @map(\"{old.DatabaseName}\")`: then only the client changes, and no step below is needed")
            .Expand("Add the new label beside the old one, in a migration of its own", $"ALTER TYPE {Sql(next.Owner)} ADD VALUE {SqlText.Literal(next.DatabaseName)};")
            .Deploy($"Deploy clients that know both labels and write `{next.DatabaseName}`")
            .Migrate($"Move the rows, in batches", Backfill(context, next.Owner, old.DatabaseName, next.DatabaseName))
            .Deploy($"Deploy clients that know `{next.DatabaseName}` alone")
            .AddRange(SwapSteps(context, old, next.Owner))
            .Steps;
        return change;
    }

    private static SchemaChange RemoveValue(DiffContext context, EnumValueSymbol value, EnumSymbol next)
    {
        var columns = ColumnsOf(context, next).Select(column => column.DisplayName).ToArray();
        var change = context.Add(
            SchemaChangeKind.EnumValueRemoved, value.DisplayName, ChangeClass.Breaking, value.Location, null,
            $"`{value.DisplayName}` is gone",
            $"Prisma swaps the type for one without `{value.DatabaseName}`, which writes {(columns.Length == 0 ? "its columns" : Quoted(columns))} anew and fails while a row holds the value; running clients that write it fail");
        change.Lock = columns.Length == 0 || !context.HasEnumTypes ? null : context.Lock(TableLock.AccessExclusive(TablesOf(context, next), TableLock.Rewrite));
        change.Steps = context.Steps()
            .Deploy($"Deploy clients that no longer write `{value.Name}`, and still can read it")
            .Migrate($"Give the rows that hold `{value.DatabaseName}` another value, in batches", Backfill(context, next, value.DatabaseName, next.Values.Count == 0 ? "…" : next.Values[0].DatabaseName))
            .AddRange(SwapSteps(context, value, next))
            .Deploy($"Deploy clients without `{value.Name}`")
            .Steps;
        return change;
    }

    private static string TablesOf(DiffContext context, EnumSymbol symbol) =>
        string.Join(", ", ColumnsOf(context, symbol).Select(column => column.Table.DatabaseName).Distinct());

    private static string? Backfill(DiffContext context, EnumSymbol symbol, string from, string to)
    {
        var statements = ColumnsOf(context, symbol).Where(column => !column.Type.IsList).Select(column => BatchSql.Update(
            column.Table, $"{column.Sql} = {SqlText.Literal(to)}", $"{column.Sql} = {SqlText.Literal(from)}")).ToArray();
        return statements.Length == 0 ? null : string.Join("\n", statements);
    }

    private static IReadOnlyList<MigrationStep> SwapSteps(DiffContext context, EnumValueSymbol value, EnumSymbol next)
    {
        var columns = ColumnsOf(context, next).ToArray();
        var steps = context.Steps();
        foreach (var column in columns.Where(column => !column.Type.IsList))
        {
            steps.Verify(
                $"See that no row of `{column.DisplayName}` holds `{value.DatabaseName}`",
                $"SELECT count(*) FROM {column.Table.Sql} WHERE {column.Sql} = {SqlText.Literal(value.DatabaseName)};").Gives("0");
        }
        var temporary = SqlPieces.Name(next.SchemaName, SqlPieces.Derived(next.DatabaseName, "_new"));
        var old = SqlPieces.Derived(next.DatabaseName, "_old");
        var statements = new List<string>
        {
            "BEGIN;",
            "SET LOCAL lock_timeout = '2s';",
            $"CREATE TYPE {temporary} AS ENUM ({string.Join(", ", next.Values.Select(other => SqlText.Literal(other.DatabaseName)))});",
        };
        foreach (var column in columns)
        {
            var list = column.Type.IsList ? "[]" : "";
            if (column.Default is not null)
                statements.Add($"ALTER TABLE {column.Table.Sql} ALTER COLUMN {column.Sql} DROP DEFAULT;");
            statements.Add($"ALTER TABLE {column.Table.Sql} ALTER COLUMN {column.Sql} TYPE {temporary}{list} USING ({column.Sql}::text{list}::{temporary}{list});");
        }
        statements.Add($"ALTER TYPE {Sql(next)} RENAME TO {SqlPieces.Name(old)};");
        statements.Add($"ALTER TYPE {temporary} RENAME TO {SqlPieces.Name(next.DatabaseName)};");
        statements.Add($"DROP TYPE {SqlPieces.Name(next.SchemaName, old)};");
        statements.AddRange(columns.Where(column => column.Default is not null)
            .Select(column => $"ALTER TABLE {column.Table.Sql} ALTER COLUMN {column.Sql} SET DEFAULT {column.Default?.Sql};"));
        statements.Add("COMMIT;");
        var tables = columns.Select(column => column.Table.DatabaseName).Distinct().ToArray();
        return steps.Contract(
            tables.Length == 0
                ? "Swap the type"
                : $"Swap the type; this writes {Quoted(tables)} anew and blocks reads and writes meanwhile. Of a large table leave the label in the type instead: one that nobody writes harms nobody",
            string.Join("\n", statements)).Steps;
    }

    private static SchemaChange AddValue(DiffContext context, EnumValueSymbol value, bool isSwapped)
    {
        var change = context.Add(
            SchemaChangeKind.EnumValueAdded, value.DisplayName, ChangeClass.Care, null, value.Location,
            $"`{value.DisplayName}` is new",
            $"A running client without `{value.Name}` fails when it reads a row that holds `{value.DatabaseName}`{(isSwapped ? ", and together with the values that go Prisma swaps the whole type" : "")}");
        change.Steps = context.Steps()
            .Expand("Add the label, in a migration of its own: it cannot be used in the transaction that adds it", $"ALTER TYPE {Sql(value.Owner)} ADD VALUE {SqlText.Literal(value.DatabaseName)};")
            .Deploy($"Deploy clients that know `{value.Name}` everywhere, and do not write it yet")
            .Deploy($"Only then let clients write `{value.Name}`")
            .Steps;
        return change;
    }
}
