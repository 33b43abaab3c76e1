using System.Collections.Generic;
using System.Linq;
using PrismaLint.Sql;

namespace PrismaLint.Migrations.Diff;

/// <summary>How a change of a column comes in while clients run.</summary>
internal sealed class ColumnSteps(DiffContext context)
{
    /// <summary>The statement itself, where it changes the catalog alone.</summary>
    public IReadOnlyList<MigrationStep> AlterType(ExpectedColumn old, ExpectedColumn column) => context.Steps()
        .Expand("Change the type", SqlPieces.WithTimeout(SetType(column, column.Type)))
        .Back(SqlPieces.WithTimeout(SetType(column, old.Type)), $"PostgreSQL writes `{column.Table.DatabaseName}` anew under a lock that blocks reads and writes, and a value that does not fit {old.Type} stops it, or is rounded")
        .Verify("See that the column has its type", TypeSql(column)).Gives(FormatOf(column.Type))
        .Steps;

    /// <summary>
    /// Between timestamp and timestamptz in a session whose time zone is UTC: PostgreSQL 12 and later change the catalog alone, as long as the
    /// new type has the full precision and no index holds the column.
    /// </summary>
    public IReadOnlyList<MigrationStep> ChangeZone(ExpectedColumn old, ExpectedColumn column) => context.Steps()
        .Verify(
            $"See that sessions of the clients run in UTC (`SHOW TimeZone` in one of them), and set it for their role if not: the driver adapters of Prisma 7 write and read moments without an offset, which a `timestamptz` takes for the zone of the session",
            null,
            MigrationPhase.Expand)
        .Expand(
            $"Change the type in a session in UTC: the values that Prisma wrote are UTC, so no row is written. Clients go on, since the field stays DateTime; a connection that had prepared a statement on `{column.Name}` fails once (cached plan must not change result type) and is well when opened anew",
            InUtc(SetType(column, column.Type)))
        .Back(InUtc(SetType(column, old.Type)), TypeConversion.HasFullPrecision(old.Type) ? null : $"{old.Type} is shorter, so PostgreSQL writes `{column.Table.DatabaseName}` anew under a lock that blocks reads and writes, and rounds what others than Prisma's clients wrote more precisely")
        .Verify("See that the column has its type", TypeSql(column)).Gives(FormatOf(column.Type))
        .Steps;

    public IReadOnlyList<MigrationStep> Add(ExpectedColumn column, bool writesAll)
    {
        var table = column.Table;
        var steps = context.Steps();
        var drop = SqlPieces.WithTimeout($"ALTER TABLE {table.Sql} DROP COLUMN {column.Sql};");
        const string Loss = "What was written into the column since is lost";
        if (column.MayBeLeftOut && !writesAll)
        {
            return steps
                .Expand("Add the column", SqlPieces.WithTimeout($"ALTER TABLE {table.Sql} ADD COLUMN {column.Definition()};")).Back(drop, Loss)
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
                + $"\nALTER TABLE {table.Sql} ALTER COLUMN {column.Sql} SET DEFAULT {value};").Back(drop, Loss);
            steps.Migrate("Fill the rows, in batches", BatchSql.Update(table, $"{column.Sql} = {value}", $"{column.Sql} IS NULL"))
                .Back(null, "The values go with the column");
            if (column.IsRequired)
                NotNull(steps, column);
            return steps.Deploy($"Deploy clients that know `{column.DisplayName}`").Steps;
        }
        steps
            .Expand("Add the column, nullable", SqlPieces.WithTimeout($"ALTER TABLE {table.Sql} ADD COLUMN {column.Definition(isNullable: true)};")).Back(drop, Loss)
            .Deploy($"Deploy clients that declare `{column.Field.Name}` optional (`{column.Field.Type.Name.Text}?`) and always write it")
            .Migrate("Fill the rows that are there, in batches; the value is yours to choose", BatchSql.Update(table, $"{column.Sql} = …", $"{column.Sql} IS NULL"))
            .Back(null, "The values go with the column");
        NotNull(steps, column);
        return steps.Deploy($"Deploy clients that declare `{column.Field.Name}` required").Steps;
    }

    public IReadOnlyList<MigrationStep> Require(ExpectedColumn old, ExpectedColumn column)
    {
        var table = column.Table;
        var steps = context.Steps();
        if (column.Default is { } value && old.Default?.Key != value.Key)
        {
            steps.Expand("Set the default first, for writers that leave the column out", SqlPieces.WithTimeout($"ALTER TABLE {table.Sql} ALTER COLUMN {column.Sql} SET DEFAULT {value.Sql};"))
                .Back(SqlPieces.WithTimeout(SetDefault(column, old.Default)));
        }
        steps
            .Deploy($"Deploy clients that always write `{column.DisplayName}`, still declared optional")
            .Migrate("Fill the rows that are empty, in batches", BatchSql.Update(table, $"{column.Sql} = {column.Default?.Sql ?? "…"}", $"{column.Sql} IS NULL"))
            .Back(null, $"Nothing marks the rows that were empty: keep their keys if that matters");
        NotNull(steps, column);
        return steps.Deploy($"Deploy clients that declare `{column.Field.Name}` required").Steps;
    }

    public IReadOnlyList<MigrationStep> LetBeEmpty(ExpectedColumn column)
    {
        var check = NotNullName(column.Table, column.Name);
        return context.Steps()
            .Expand("Let the column be empty", SqlPieces.WithTimeout($"ALTER TABLE {column.Table.Sql} ALTER COLUMN {column.Sql} DROP NOT NULL;"))
            .Back(
                SqlPieces.WithTimeout(
                    $"ALTER TABLE {column.Table.Sql} ADD CONSTRAINT {check} CHECK ({column.Sql} IS NOT NULL) NOT VALID;",
                    $"ALTER TABLE {column.Table.Sql} VALIDATE CONSTRAINT {check};",
                    $"ALTER TABLE {column.Table.Sql} ALTER COLUMN {column.Sql} SET NOT NULL;",
                    $"ALTER TABLE {column.Table.Sql} DROP CONSTRAINT {check};"),
                $"Fails while a row of `{column.Table.DatabaseName}` is empty in `{column.Name}`: such rows need a value first")
            .Deploy($"Deploy clients that can read `{column.DisplayName}` empty everywhere, and do not leave it out yet")
            .Deploy("Only then let clients leave it out")
            .Steps;
    }

    public IReadOnlyList<MigrationStep> Drop(ExpectedColumn column, ExpectedTable next)
    {
        var steps = context.Steps();
        if (!column.MayBeLeftOut)
        {
            steps.Expand(
                $"Let the column be empty: clients without `{column.Field.Name}` leave it out when they insert",
                SqlPieces.WithTimeout($"ALTER TABLE {next.Sql} ALTER COLUMN {column.Sql} DROP NOT NULL;"))
                .Back(SqlPieces.WithTimeout($"ALTER TABLE {next.Sql} ALTER COLUMN {column.Sql} SET NOT NULL;"), "Fails while a row is empty");
        }
        return steps
            .Deploy($"Deploy clients without `{column.DisplayName}` everywhere, and no migration with them")
            .Verify(
                $"See that no statement names `{column.Name}` any more: no rows, where pg_stat_statements is there and was reset after the deployment",
                $"SELECT calls, query FROM pg_stat_statements WHERE query LIKE {SqlText.Literal("%" + next.Name + "%" + SqlPieces.Name(column.Name) + "%")};")
            .Contract("Drop the column, in a second deployment", SqlPieces.WithTimeout($"ALTER TABLE {next.Sql} DROP COLUMN {column.Sql};"))
            .Back(
                SqlPieces.WithTimeout($"ALTER TABLE {next.Sql} ADD COLUMN {column.Definition(isNullable: column.Default is null && !column.IsSerial)};"),
                "The column comes back empty; what it held is in a backup only")
            .Steps;
    }

    public IReadOnlyList<MigrationStep> Rename(ExpectedColumn old, ExpectedColumn next)
    {
        var steps = context.Steps()
            .Schema($"To keep the column, write `{next.Field.Name} … @map(\"{old.Name}\")`: then only the client changes, and no step below is needed");
        var second = new SecondColumn(context, old, next, next.Name, "{0}", "{0}");
        second.AddBeside(steps);
        steps
            .Deploy($"Deploy clients that use `{next.DisplayName}` everywhere")
            .Verify(
                "See that the two columns agree",
                $"SELECT count(*) FROM {next.Table.Sql} WHERE {SecondColumn.Comparable(old, old.Sql)} IS DISTINCT FROM {SecondColumn.Comparable(next, next.Sql)};").Gives("0");
        second.DropOld(steps, "Drop trigger and old column");
        return steps.Steps;
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
        var second = new SecondColumn(context, old, next, name, forward, back);
        if (old.Type.Scalar == Connectors.ScalarType.String && next.Type.Scalar != Connectors.ScalarType.String)
            steps.Verify($"See that every value of `{old.Name}` can be read as {next.Type}: the steps stop at the first that cannot, and from the trigger on so does a client that writes one", null, MigrationPhase.Expand);
        second.AddBeside(steps);
        if (conversion.IsSameToClients && !second.IsReferredTo && !second.IsInKey)
        {
            second.ChangeNames(steps);
            return steps.Steps;
        }
        steps
            .Deploy($"Deploy clients that declare `{next.Field.Name} {next.Field.Type.Name.Text}{(next.Type.IsList ? "[]" : next.IsRequired ? "" : "?")} @map(\"{name}\")` everywhere: old clients go on with column `{old.Name}`")
            .Verify("See that no row was missed", $"SELECT count(*) FROM {next.Table.Sql} WHERE {old.Sql} IS NOT NULL AND {SqlPieces.Name(name)} IS NULL;").Gives("0");
        second.DropOld(steps, $"Drop trigger and old column; `@map(\"{name}\")` may stay for good");
        return steps.Steps;
    }

    /// <summary>NOT NULL without a long lock: a CHECK that is validated beside the traffic spares the scan (PostgreSQL 12 and later).</summary>
    internal static void NotNull(StepList steps, ExpectedColumn column, string? name = null)
    {
        var table = column.Table.Sql;
        var quoted = SqlPieces.Name(name ?? column.Name);
        var check = NotNullName(column.Table, name ?? column.Name);
        steps
            .Migrate("Demand a value of new rows, without reading the old ones", SqlPieces.WithTimeout($"ALTER TABLE {table} ADD CONSTRAINT {check} CHECK ({quoted} IS NOT NULL) NOT VALID;"))
            .Back(SqlPieces.WithTimeout($"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {check};"))
            .Migrate("Check the rows that are there, while reads and writes go on", $"ALTER TABLE {table} VALIDATE CONSTRAINT {check};")
            .Back(null, "A checked constraint may stay: it goes with the step before")
            .Contract(
                "Make the column NOT NULL: the constraint spares the scan, and then has served",
                SqlPieces.WithTimeout($"ALTER TABLE {table} ALTER COLUMN {quoted} SET NOT NULL;", $"ALTER TABLE {table} DROP CONSTRAINT {check};"))
            .Back(SqlPieces.WithTimeout($"ALTER TABLE {table} ALTER COLUMN {quoted} DROP NOT NULL;"));
    }

    internal static string SetDefault(ExpectedColumn column, ColumnDefault? value) =>
        $"ALTER TABLE {column.Table.Sql} ALTER COLUMN {column.Sql} {(value is null ? "DROP DEFAULT" : "SET DEFAULT " + value.Sql)};";

    private static string NotNullName(ExpectedTable table, string column) => SqlPieces.Name(SqlPieces.Derived(table.Name + "_" + column, "_not_null"));

    private static string SetType(ExpectedColumn column, ColumnType type) => $"ALTER TABLE {column.Table.Sql} ALTER COLUMN {column.Sql} SET DATA TYPE {type.Sql};";

    private static string InUtc(string statement) => $"BEGIN;\nSET LOCAL lock_timeout = '2s';\nSET LOCAL TimeZone = 'UTC';\n{statement}\nCOMMIT;";

    private static string TypeSql(ExpectedColumn column) =>
        $"SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = {SqlText.Literal(column.Table.Sql)}::regclass AND attname = {SqlText.Literal(column.Name)};";

    // As format_type writes it.
    private static string FormatOf(ColumnType type)
    {
        var arguments = type.Arguments.Count == 0 ? "" : $"({string.Join(",", type.Arguments)})";
        var text = type.Name switch
        {
            "TIMESTAMP" => $"timestamp{arguments} without time zone",
            "TIMESTAMPTZ" => $"timestamp{arguments} with time zone",
            "TIME" => $"time{arguments} without time zone",
            "TIMETZ" => $"time{arguments} with time zone",
            "VARCHAR" => "character varying" + arguments,
            "CHAR" => "character" + (type.Arguments.Count == 0 ? "(1)" : arguments),
            "DECIMAL" => "numeric" + (type.Arguments.Count == 1 ? $"({type.Arguments[0]},0)" : arguments),
            "VARBIT" => "bit varying" + arguments,
            _ => type.Name.ToLowerInvariant() + arguments,
        };
        return type.IsList ? text + "[]" : text;
    }

    private static (string Forward, string Back) Casts(ColumnType from, ColumnType to)
    {
        if (from.IsList != to.IsList)
            return to.IsList ? ("ARRAY[{0}]::" + to.Sql, "({0})[1]::" + from.Sql) : ("({0})[1]::" + to.Sql, "ARRAY[{0}]::" + from.Sql);
        if ((from.Name is "MONEY") != (to.Name is "MONEY") && !from.IsList && (IsNumber(from) || IsNumber(to)))
            return ("{0}::numeric::" + to.Sql, "{0}::numeric::" + from.Sql);
        if (IsMoment(from) && IsMoment(to) && !from.IsList && from.Name != to.Name)
            return ("{0} AT TIME ZONE 'UTC'", "{0} AT TIME ZONE 'UTC'");
        var text = from.Enum is not null || to.Enum is not null || !IsNumber(from) || !IsNumber(to) ? "::text" + (from.IsList ? "[]" : "") : "";
        return ("{0}" + text + "::" + to.Sql, "{0}" + text + "::" + from.Sql);
    }

    private static bool IsMoment(ColumnType type) => type.Name is "TIMESTAMP" or "TIMESTAMPTZ";

    private static bool IsNumber(ColumnType type) => type.Name is "SMALLINT" or "INTEGER" or "BIGINT" or "REAL" or "DOUBLE PRECISION" or "DECIMAL";
}
