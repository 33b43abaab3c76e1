using System.Collections.Generic;
using System.Linq;
using PrismaLint.Sql;

namespace PrismaLint.Migrations.Diff;

/// <summary>How a change of a column comes in while clients run.</summary>
internal sealed class ColumnSteps(DiffContext context)
{
    /// <summary>The statement itself, where it changes the catalog alone.</summary>
    public IReadOnlyList<MigrationStep> AlterType(ExpectedColumn column) => context.Steps()
        .Expand("Change the type", SqlPieces.WithTimeout($"ALTER TABLE {column.Table.Sql} ALTER COLUMN {column.Sql} SET DATA TYPE {column.Type.Sql};"))
        .Steps;

    public IReadOnlyList<MigrationStep> Add(ExpectedColumn column, bool writesAll)
    {
        var table = column.Table;
        var steps = context.Steps();
        if (column.MayBeLeftOut && !writesAll)
        {
            return steps
                .Expand("Add the column", SqlPieces.WithTimeout($"ALTER TABLE {table.Sql} ADD COLUMN {column.Definition()};"))
                .Deploy($"Deploy clients that know `{column.DisplayName}`")
                .Steps;
        }
        if (column.MayBeLeftOut)
        {
            var sequence = SqlPieces.Name(table.Schema, SqlPieces.Derived(table.Name + "_" + column.Name, "_seq"));
            var value = column.IsSerial ? $"nextval({SqlText.Literal(sequence)})" : column.Default?.Sql ?? "NULL";
            steps.Expand(
                "Add the column empty, then its default: so no row is written",
                SqlPieces.WithTimeout($"ALTER TABLE {table.Sql} ADD COLUMN {column.Sql} {column.Type.Sql};")
                + (column.IsSerial ? $"\nCREATE SEQUENCE {sequence} OWNED BY {table.Sql}.{column.Sql};" : "")
                + $"\nALTER TABLE {table.Sql} ALTER COLUMN {column.Sql} SET DEFAULT {value};");
            steps.Migrate("Fill the rows, in batches", BatchSql.Update(table, $"{column.Sql} = {value}", $"{column.Sql} IS NULL"));
            if (column.IsRequired)
                NotNull(steps, column);
            return steps.Deploy($"Deploy clients that know `{column.DisplayName}`").Steps;
        }
        steps
            .Expand("Add the column, nullable", SqlPieces.WithTimeout($"ALTER TABLE {table.Sql} ADD COLUMN {column.Definition(isNullable: true)};"))
            .Deploy($"Deploy clients that declare `{column.Field.Name}` optional (`{column.Field.Type.Name.Text}?`) and always write it")
            .Migrate("Fill the rows that are there, in batches; the value is yours to choose", BatchSql.Update(table, $"{column.Sql} = …", $"{column.Sql} IS NULL"));
        NotNull(steps, column);
        return steps.Deploy($"Deploy clients that declare `{column.Field.Name}` required").Steps;
    }

    public IReadOnlyList<MigrationStep> Require(ExpectedColumn column)
    {
        var table = column.Table;
        var steps = context.Steps();
        if (column.Default is { } value)
            steps.Expand("Set the default first, for writers that leave the column out", SqlPieces.WithTimeout($"ALTER TABLE {table.Sql} ALTER COLUMN {column.Sql} SET DEFAULT {value.Sql};"));
        steps
            .Deploy($"Deploy clients that always write `{column.DisplayName}`, still declared optional")
            .Migrate("Fill the rows that are empty, in batches", BatchSql.Update(table, $"{column.Sql} = {column.Default?.Sql ?? "…"}", $"{column.Sql} IS NULL"));
        NotNull(steps, column);
        return steps.Deploy($"Deploy clients that declare `{column.Field.Name}` required").Steps;
    }

    public IReadOnlyList<MigrationStep> Drop(ExpectedColumn column, ExpectedTable next)
    {
        var steps = context.Steps();
        if (!column.MayBeLeftOut)
        {
            steps.Expand(
                $"Let the column be empty: clients without `{column.Field.Name}` leave it out when they insert",
                SqlPieces.WithTimeout($"ALTER TABLE {next.Sql} ALTER COLUMN {column.Sql} DROP NOT NULL;"));
        }
        return steps
            .Deploy($"Deploy clients without `{column.DisplayName}` everywhere, and no migration with them")
            .Verify(
                $"See that no statement names `{column.Name}` any more: no rows, where pg_stat_statements is there and was reset after the deployment",
                $"SELECT calls, query FROM pg_stat_statements WHERE query LIKE {SqlText.Literal("%" + next.Name + "%" + SqlPieces.Name(column.Name) + "%")};")
            .Contract("Drop the column, in a second deployment", SqlPieces.WithTimeout($"ALTER TABLE {next.Sql} DROP COLUMN {column.Sql};"))
            .Steps;
    }

    public IReadOnlyList<MigrationStep> Rename(ExpectedColumn old, ExpectedColumn next)
    {
        var steps = context.Steps()
            .Schema($"To keep the column, write `{next.Field.Name} … @map(\"{old.Name}\")`: then only the client changes, and no step below is needed");
        Beside(steps, old, next, next.Name, next.Sql, "{0}", "{0}");
        return steps
            .Deploy($"Deploy clients that use `{next.DisplayName}` everywhere")
            .Verify(
                "See that the two columns agree: 0",
                $"SELECT count(*) FROM {next.Table.Sql} WHERE {Comparable(old, old.Sql)} IS DISTINCT FROM {Comparable(next, next.Sql)};")
            .Contract(ContractText("Drop trigger and old column", next), DropOld(old, next))
            .AddRange(KeysAnew(next))
            .Steps;
    }

    public IReadOnlyList<MigrationStep> NewType(ExpectedColumn old, ExpectedColumn next, TypeConversion conversion)
    {
        var steps = context.Steps();
        if (!context.IsPostgreSql)
        {
            return steps
                .Expand($"Add a second column of type {next.Type}, and write both", null)
                .Migrate("Fill it from the first, in batches", null)
                .Deploy($"Deploy clients that map `{next.Field.Name}` to the second column")
                .Verify("See that the two columns agree", null)
                .Contract("Drop the first column", null)
                .Steps;
        }
        var name = SqlPieces.Derived(next.Name, "_new");
        var (forward, back) = Casts(old.Type, next.Type);
        Beside(steps, old, next, name, SqlPieces.Name(name), forward, back);
        if (conversion.IsWidening && old.Type.Scalar == next.Type.Scalar && Referring(next).Length == 0 && next.Table.PrimaryKey?.Columns.Contains(next.Name) != true)
        {
            return steps
                .Contract(
                    "Let the columns change names: clients go on, since the type of the field is the same to them",
                    $"BEGIN;\nSET LOCAL lock_timeout = '2s';\n{DropTrigger(next)}\n{MoveSequence(next, name)}ALTER TABLE {next.Table.Sql} RENAME COLUMN {next.Sql} TO {SqlPieces.Name(SqlPieces.Derived(next.Name, "_old"))};\nALTER TABLE {next.Table.Sql} RENAME COLUMN {SqlPieces.Name(name)} TO {next.Sql};\nCOMMIT;")
                .Contract("Drop the old column, and give the indexes their names", SqlPieces.WithTimeout([$"ALTER TABLE {next.Table.Sql} DROP COLUMN {SqlPieces.Name(SqlPieces.Derived(next.Name, "_old"))};", .. RenamedIndexes(next)]))
                .Steps;
        }
        return steps
            .Deploy($"Deploy clients that declare `{next.Field.Name} {next.Field.Type.Name.Text}{(next.Type.IsList ? "[]" : next.IsRequired ? "" : "?")} @map(\"{name}\")` everywhere: old clients go on with column `{old.Name}`")
            .Verify("See that no row was missed: 0", $"SELECT count(*) FROM {next.Table.Sql} WHERE {old.Sql} IS NOT NULL AND {SqlPieces.Name(name)} IS NULL;")
            .Contract(ContractText($"Drop trigger and old column; `@map(\"{name}\")` may stay for good", next), DropOld(old, next))
            .AddRange(KeysAnew(next))
            .Steps;
    }

    /// <summary>NOT NULL without a long lock: a CHECK that is validated beside the traffic spares the scan (PostgreSQL 12 and later).</summary>
    private static void NotNull(StepList steps, ExpectedColumn column, string? name = null)
    {
        var table = column.Table.Sql;
        var quoted = SqlPieces.Name(name ?? column.Name);
        var check = SqlPieces.Name(SqlPieces.Derived(column.Table.Name + "_" + (name ?? column.Name), "_not_null"));
        steps
            .Migrate("Demand a value of new rows, without reading the old ones", SqlPieces.WithTimeout($"ALTER TABLE {table} ADD CONSTRAINT {check} CHECK ({quoted} IS NOT NULL) NOT VALID;"))
            .Migrate("Check the rows that are there, while reads and writes go on", $"ALTER TABLE {table} VALIDATE CONSTRAINT {check};")
            .Contract(
                "Make the column NOT NULL: the constraint spares the scan, and then has served",
                SqlPieces.WithTimeout($"ALTER TABLE {table} ALTER COLUMN {quoted} SET NOT NULL;", $"ALTER TABLE {table} DROP CONSTRAINT {check};"));
    }

    // A second column, kept equal by a trigger in both directions, filled, with the indexes, keys and demands of the new one.
    private void Beside(StepList steps, ExpectedColumn old, ExpectedColumn next, string name, string quoted, string forward, string back)
    {
        var table = next.Table;
        var (from, to) = (string.Format(System.Globalization.CultureInfo.InvariantCulture, forward, old.Sql), quoted);
        steps
            .Expand(
                "Add the column, nullable, and a trigger that keeps both equal, whichever a client writes",
                SqlPieces.WithTimeout($"ALTER TABLE {table.Sql} ADD COLUMN {quoted} {next.Type.Sql};", Trigger(old, next, quoted, forward, back)))
            .Migrate("Fill the rows that are there, in batches", BatchSql.Update(table, $"{to} = {from}", $"{to} IS NULL AND {old.Sql} IS NOT NULL"));
        foreach (var index in table.Indexes.Where(index => index.Columns.Contains(next.Name)))
        {
            var indexName = name == next.Name ? index.Name : SqlPieces.Derived(index.Name, "_new");
            steps.Migrate(
                $"Build {index.Quote} for the new column beside the traffic; alone, outside of a transaction",
                index.CreateSql(concurrently: true, indexName).Replace(next.Sql, quoted));
        }
        foreach (var key in table.ForeignKeys.Where(key => key.Columns.Contains(next.Name)))
        {
            var keyName = name == next.Name ? key.Name : SqlPieces.Derived(key.Name, "_new");
            if (key.TargetColumns.Any(column => context.ChangesType(key.Target, column)))
            {
                steps.Migrate($"Add the foreign key to `{key.Target.DatabaseName}`, unchecked first (NOT VALID, then VALIDATE), once {DiffContext.Quoted(key.TargetColumns)} there has its new type", null);
                continue;
            }
            steps.Migrate(
                $"Add the foreign key to `{key.Target.DatabaseName}` unchecked, then check it while reads and writes go on",
                SqlPieces.WithTimeout(key.Sql(isValid: false, keyName).Replace(next.Sql, quoted), $"ALTER TABLE {table.Sql} VALIDATE CONSTRAINT {SqlPieces.Name(keyName)};"));
        }
        if (table.PrimaryKey is { } primary && primary.Columns.Contains(next.Name))
        {
            steps.Migrate(
                "Build what will be the primary key beside the traffic; alone, outside of a transaction",
                $"CREATE UNIQUE INDEX CONCURRENTLY {SqlPieces.Name(SqlPieces.Derived(primary.Name, "_new"))} ON {table.Sql} ({SqlPieces.Names(primary.Columns)});".Replace(next.Sql, quoted));
        }
        if (next.Default is { } value)
            steps.Migrate("Set the default", SqlPieces.WithTimeout($"ALTER TABLE {table.Sql} ALTER COLUMN {quoted} SET DEFAULT {value.Sql};"));
        if (next.IsRequired)
            NotNull(steps, next, name);
    }

    private static string Trigger(ExpectedColumn old, ExpectedColumn next, string quoted, string forward, string back)
    {
        var name = SyncName(next);
        var to = string.Format(System.Globalization.CultureInfo.InvariantCulture, forward, "NEW." + old.Sql);
        var from = string.Format(System.Globalization.CultureInfo.InvariantCulture, back, "NEW." + quoted);
        return $"""
            CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF TG_OP = 'INSERT' THEN
                IF NEW.{quoted} IS NULL THEN NEW.{quoted} := {to}; ELSE NEW.{old.Sql} := {from}; END IF;
              ELSIF {Comparable(old, "NEW." + old.Sql)} IS DISTINCT FROM {Comparable(old, "OLD." + old.Sql)} THEN NEW.{quoted} := {to};
              ELSIF {Comparable(next, "NEW." + quoted)} IS DISTINCT FROM {Comparable(next, "OLD." + quoted)} THEN NEW.{old.Sql} := {from};
              END IF;
              RETURN NEW;
            END $$;
            CREATE TRIGGER {SyncTriggerName(next)} BEFORE INSERT OR UPDATE ON {next.Table.Sql} FOR EACH ROW EXECUTE FUNCTION {name}();
            """.Replace("\r\n", "\n");
    }

    // json and xml know no equality.
    private static string Comparable(ExpectedColumn column, string value) => column.Type.Name is "JSON" or "XML" ? value + "::text" : value;

    private static string SyncName(ExpectedColumn column) => SqlPieces.Name(column.Table.Schema, SqlPieces.Derived(column.Table.Name + "_" + column.Name, "_sync"));

    private static string SyncTriggerName(ExpectedColumn column) => SqlPieces.Name(SqlPieces.Derived(column.Table.Name + "_" + column.Name, "_sync"));

    private static string DropTrigger(ExpectedColumn column) => $"DROP TRIGGER {SyncTriggerName(column)} ON {column.Table.Sql};\nDROP FUNCTION {SyncName(column)}();";

    // What refers to the column, and the primary key over it, goes first, in one transaction.
    private string DropOld(ExpectedColumn old, ExpectedColumn next)
    {
        var statements = new List<string> { DropTrigger(next) };
        statements.AddRange(Referring(next).Select(key => $"ALTER TABLE {key.Table.Sql} DROP CONSTRAINT IF EXISTS {SqlPieces.Name(key.Name)};"));
        var primary = next.Table.PrimaryKey is { } key && key.Columns.Contains(next.Name) ? key : null;
        if (primary is not null)
            statements.Add($"ALTER TABLE {next.Table.Sql} DROP CONSTRAINT {SqlPieces.Name(primary.Name)};");
        statements.Add($"ALTER TABLE {next.Table.Sql} DROP COLUMN {old.Sql};");
        if (primary is not null)
            statements.Add($"ALTER TABLE {next.Table.Sql} ADD CONSTRAINT {SqlPieces.Name(primary.Name)} PRIMARY KEY USING INDEX {SqlPieces.Name(SqlPieces.Derived(primary.Name, "_new"))};");
        if (statements.Count == 2)
            return SqlPieces.WithTimeout([.. statements]);
        return $"BEGIN;\nSET LOCAL lock_timeout = '2s';\n{string.Join("\n", statements)}\nCOMMIT;";
    }

    private string ContractText(string text, ExpectedColumn column) => Referring(column).Length == 0 ? text
        : $"{text}; the columns that refer to it come first, each by its own steps: {DiffContext.Quoted(Referring(column).SelectMany(key => key.Columns.Select(name => key.Table.DatabaseName + "." + name)))}";

    private IReadOnlyList<MigrationStep> KeysAnew(ExpectedColumn column)
    {
        var keys = Referring(column);
        return keys.Length == 0 ? [] : context.Steps()
            .Contract($"Add the foreign keys that refer to it anew, unchecked first (NOT VALID, then VALIDATE): {DiffContext.Quoted(keys.Select(key => key.Name))}", null).Steps;
    }

    // By their old names and columns: so they are called while the steps run.
    private ExpectedForeignKey[] Referring(ExpectedColumn column)
    {
        var old = context.Columns.FirstOrDefault(pair => pair.Value == column).Key;
        return old is null ? [] : [.. context.Old.ForeignKeys.Where(key => key.Target == old.Table && key.TargetColumns.Contains(old.Name))];
    }

    private static string MoveSequence(ExpectedColumn column, string name)
    {
        if (!column.IsSerial)
            return "";
        var sequence = SqlPieces.Name(column.Table.Schema, SqlPieces.Derived(column.Table.Name + "_" + column.Name, "_seq"));
        return $"ALTER TABLE {column.Table.Sql} ALTER COLUMN {SqlPieces.Name(name)} SET DEFAULT nextval({SqlText.Literal(sequence)});\nALTER SEQUENCE {sequence} OWNED BY {column.Table.Sql}.{SqlPieces.Name(name)};\n";
    }

    private static IEnumerable<string> RenamedIndexes(ExpectedColumn column) => column.Table.Indexes
        .Where(index => index.Columns.Contains(column.Name))
        .Select(index => $"ALTER INDEX {SqlPieces.Name(column.Table.Schema, SqlPieces.Derived(index.Name, "_new"))} RENAME TO {SqlPieces.Name(index.Name)};");

    private static (string Forward, string Back) Casts(ColumnType from, ColumnType to)
    {
        if (from.IsList != to.IsList)
            return to.IsList ? ("ARRAY[{0}]::" + to.Sql, "({0})[1]::" + from.Sql) : ("({0})[1]::" + to.Sql, "ARRAY[{0}]::" + from.Sql);
        var text = from.Enum is not null || to.Enum is not null || !IsNumber(from) || !IsNumber(to) ? "::text" + (from.IsList ? "[]" : "") : "";
        return ("{0}" + text + "::" + to.Sql, "{0}" + text + "::" + from.Sql);
    }

    private static bool IsNumber(ColumnType type) => type.Name is "SMALLINT" or "INTEGER" or "BIGINT" or "REAL" or "DOUBLE PRECISION" or "DECIMAL";
}
