using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Sql;

namespace PrismaLint.Migrations.Diff;

/// <summary>A column that takes the place of another one: beside it, kept equal by a trigger, until the first one goes.</summary>
/// <param name="context">The comparison.</param>
/// <param name="old">The column that goes.</param>
/// <param name="next">What it becomes.</param>
/// <param name="name">How the second column is called meanwhile.</param>
/// <param name="forward">The value of the second one from that of the first, which <c>{0}</c> stands for.</param>
/// <param name="back">The other way round.</param>
internal sealed class SecondColumn(DiffContext context, ExpectedColumn old, ExpectedColumn next, string name, string forward, string back)
{
    private readonly ExpectedTable _table = next.Table;
    private readonly string _quoted = SqlPieces.Name(name);

    // By their old names and columns: so they are called while the steps run.
    private readonly ExpectedForeignKey[] _referring = [.. context.Old.ForeignKeys.Where(key => key.Target == old.Table && key.TargetColumns.Contains(old.Name))];

    /// <summary>Foreign keys refer to the column.</summary>
    public bool IsReferredTo => _referring.Length > 0;

    /// <summary>The column is part of the primary key.</summary>
    public bool IsInKey => PrimaryKey is not null;

    private ExpectedIndex? PrimaryKey => _table.PrimaryKey is { } key && key.Columns.Contains(next.Name) ? key : null;

    private IEnumerable<ExpectedIndex> Indexes => _table.Indexes.Where(index => index.Columns.Contains(next.Name));

    private IEnumerable<ExpectedForeignKey> ForeignKeys => _table.ForeignKeys.Where(key => key.Columns.Contains(next.Name));

    // What was written 2024-1-1 comes back as 2024-01-01.
    private string Spelling => old.Type.Scalar == Connectors.ScalarType.String && next.Type.Scalar != Connectors.ScalarType.String
        ? $"; the texts are spelt as PostgreSQL writes {next.Type} then" : "";

    private string Alter => $"ALTER TABLE {_table.Sql}";

    private string Meanwhile => SqlPieces.Derived(next.Name, "_old");

    private bool HasNewName => name == next.Name;

    /// <summary>The second column with a trigger in both directions, filled, with the indexes, keys and demands of the new one.</summary>
    public void AddBeside(StepList steps)
    {
        steps
            .Expand(
                "Add the column, nullable, and a trigger that keeps both equal, whichever a client writes",
                SqlPieces.WithTimeout($"{Alter} ADD COLUMN {_quoted} {next.Type.Sql};", CreateTrigger()))
            .Back(SqlPieces.WithTimeout(DropTrigger(), $"{Alter} DROP COLUMN {_quoted};"), "Nothing is lost: the second column holds a copy")
            .Migrate("Fill the rows that are there, in batches", BatchSql.Update(_table, $"{_quoted} = {Forward(old.Sql)}", $"{_quoted} IS NULL AND {old.Sql} IS NOT NULL"))
            .Back(null, "The copies go with the column");
        foreach (var index in Indexes)
        {
            var indexName = IndexName(index);
            steps
                .Migrate(
                    $"Build {index.Quote} for the new column beside the traffic; alone, outside of a transaction",
                    index.CreateSql(concurrently: true, indexName, Renamed))
                .Back($"DROP INDEX CONCURRENTLY {SqlPieces.Name(_table.Schema, indexName)};");
        }
        foreach (var key in ForeignKeys)
            AddForeignKey(steps, key);
        if (PrimaryKey is { } primary)
        {
            steps
                .Migrate("Build what will be the primary key beside the traffic; alone, outside of a transaction", CreateKeyIndex(primary))
                .Back($"DROP INDEX CONCURRENTLY {SqlPieces.Name(_table.Schema, SqlPieces.Derived(primary.Name, "_new"))};");
        }
        if (next.Default is { } value)
        {
            steps.Migrate("Set the default", SqlPieces.WithTimeout($"{Alter} ALTER COLUMN {_quoted} SET DEFAULT {value.Sql};"))
                .Back(SqlPieces.WithTimeout($"{Alter} ALTER COLUMN {_quoted} DROP DEFAULT;"));
        }
        if (next.IsRequired)
            ColumnSteps.NotNull(steps, next, name);
    }

    /// <summary>The columns change names, then the old one goes: for clients to which both have the same type.</summary>
    public void ChangeNames(StepList steps)
    {
        var (first, second) = (SqlPieces.Name(Meanwhile), next.Sql);
        var demand = old.IsRequired ? $"{Alter} ALTER COLUMN {next.Sql} DROP NOT NULL;\n" : "";
        var demandAgain = old.IsRequired ? $"{Alter} ALTER COLUMN {next.Sql} SET NOT NULL;\n" : "";
        steps
            .Contract(
                "Let the columns change names: clients go on, since the type of the field is the same to them. A connection that had prepared a statement on the column fails once (cached plan must not change result type) and is well when opened anew",
                Transaction($"{DropTrigger()}\n{MoveSequence(_quoted)}{demand}{Alter} RENAME COLUMN {second} TO {first};\n{Alter} RENAME COLUMN {_quoted} TO {second};"))
            .Back(
                Transaction($"{Alter} RENAME COLUMN {second} TO {_quoted};\n{Alter} RENAME COLUMN {first} TO {second};\n{Refill(second)}\n{demandAgain}{MoveSequence(second)}{CreateTrigger()}"),
                "Reads and writes wait while the values that were written since go into the old column")
            .Contract(
                "Drop the old column, and give indexes and keys their names",
                SqlPieces.WithTimeout([$"{Alter} DROP COLUMN {first};", .. Names(toFinal: true)]))
            .Back(
                string.Join("\n", [
                    SqlPieces.WithTimeout([.. Names(toFinal: false), $"{Alter} ADD COLUMN {first} {old.Type.Sql};"]),
                    $"UPDATE {_table.Sql} SET {first} = {Backward(second)};",
                    .. DefaultOf(first),
                    .. OldIndexesAndKeys(Meanwhile)]),
                "The old column comes back, filled from the new one");
    }

    /// <summary>The old column goes: clients use the second one.</summary>
    public void DropOld(StepList steps, string text)
    {
        steps.Contract(Introduce(text), DropOldSql())
            .Back(RestoreSql(), "The old column comes back, filled from the new one in one transaction: reads and writes wait meanwhile" + Spelling);
        if (IsReferredTo)
            steps.Contract($"Add the foreign keys that refer to it anew, unchecked first (NOT VALID, then VALIDATE): {DiffContext.Quoted(_referring.Select(key => key.Name))}", null);
    }

    // json and xml know no equality.
    public static string Comparable(ExpectedColumn column, string value) => column.Type.Name is "JSON" or "XML" ? value + "::text" : value;

    private void AddForeignKey(StepList steps, ExpectedForeignKey key)
    {
        var keyName = KeyName(key);
        if (Waits(key))
        {
            steps.Migrate($"Add the foreign key to `{key.Target.DatabaseName}`, unchecked first (NOT VALID, then VALIDATE), once {DiffContext.Quoted(key.TargetColumns)} there has its new type", null);
            return;
        }
        steps
            .Migrate(
                $"Add the foreign key to `{key.Target.DatabaseName}` unchecked, then check it while reads and writes go on",
                SqlPieces.WithTimeout(key.Sql(isValid: false, keyName, Renamed), $"{Alter} VALIDATE CONSTRAINT {SqlPieces.Name(keyName)};"))
            .Back(SqlPieces.WithTimeout($"{Alter} DROP CONSTRAINT {SqlPieces.Name(keyName)};"));
    }

    // What it refers to has its new type later.
    private bool Waits(ExpectedForeignKey key) => key.TargetColumns.Any(column => context.ChangesType(key.Target, column));

    private string CreateKeyIndex(ExpectedIndex primary) =>
        $"CREATE UNIQUE INDEX CONCURRENTLY {SqlPieces.Name(SqlPieces.Derived(primary.Name, "_new"))} ON {_table.Sql} ({SqlPieces.Names(primary.Columns.Select(Renamed))});";

    private string Renamed(string column) => column == next.Name ? name : column;

    private string IndexName(ExpectedIndex index) => HasNewName ? index.Name : SqlPieces.Derived(index.Name, "_new");

    private string KeyName(ExpectedForeignKey key) => HasNewName ? key.Name : SqlPieces.Derived(key.Name, "_new");

    private string Forward(string value) => string.Format(CultureInfo.InvariantCulture, forward, value);

    private string Backward(string value) => string.Format(CultureInfo.InvariantCulture, back, value);

    private static string Transaction(string statements) => $"BEGIN;\nSET LOCAL lock_timeout = '2s';\n{statements}\nCOMMIT;";

    private string CreateTrigger()
    {
        var (to, from) = (Forward("NEW." + old.Sql), Backward("NEW." + _quoted));
        return $"""
            CREATE FUNCTION {FunctionName}() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF TG_OP = 'INSERT' THEN
                IF NEW.{_quoted} IS NULL THEN NEW.{_quoted} := {to}; ELSE NEW.{old.Sql} := {from}; END IF;
              ELSIF {Comparable(old, "NEW." + old.Sql)} IS DISTINCT FROM {Comparable(old, "OLD." + old.Sql)} THEN NEW.{_quoted} := {to};
              ELSIF {Comparable(next, "NEW." + _quoted)} IS DISTINCT FROM {Comparable(next, "OLD." + _quoted)} THEN NEW.{old.Sql} := {from};
              END IF;
              RETURN NEW;
            END $$;
            CREATE TRIGGER {TriggerName} BEFORE INSERT OR UPDATE ON {_table.Sql} FOR EACH ROW EXECUTE FUNCTION {FunctionName}();
            """.Replace("\r\n", "\n");
    }

    private string FunctionName => SqlPieces.Name(_table.Schema, SqlPieces.Derived(_table.Name + "_" + next.Name, "_sync"));

    private string TriggerName => SqlPieces.Name(SqlPieces.Derived(_table.Name + "_" + next.Name, "_sync"));

    private string DropTrigger() => $"DROP TRIGGER {TriggerName} ON {_table.Sql};\nDROP FUNCTION {FunctionName}();";

    // What refers to the column, and the primary key over it, goes first, in one transaction.
    private string DropOldSql()
    {
        var statements = new List<string> { DropTrigger() };
        statements.AddRange(_referring.Select(key => $"ALTER TABLE {key.Table.Sql} DROP CONSTRAINT IF EXISTS {SqlPieces.Name(key.Name)};"));
        if (PrimaryKey is { } primary)
            statements.Add($"{Alter} DROP CONSTRAINT {SqlPieces.Name(primary.Name)};");
        if (MoveSequence(_quoted) is { Length: > 0 } sequence)
            statements.Add(sequence.TrimEnd('\n'));
        statements.Add($"{Alter} DROP COLUMN {old.Sql};");
        if (PrimaryKey is { } key)
            statements.Add($"{Alter} ADD CONSTRAINT {SqlPieces.Name(key.Name)} PRIMARY KEY USING INDEX {SqlPieces.Name(SqlPieces.Derived(key.Name, "_new"))};");
        return statements.Count == 2 ? SqlPieces.WithTimeout([.. statements]) : Transaction(string.Join("\n", statements));
    }

    // Up to what was there before the old column went: the trigger, the keys over it, and the index that was to be the new key.
    private string RestoreSql()
    {
        var statements = new List<string>();
        if (PrimaryKey is { } primary)
            statements.Add($"{Alter} DROP CONSTRAINT {SqlPieces.Name(primary.Name)};");
        statements.Add($"{Alter} ADD COLUMN {old.Sql} {old.Type.Sql};");
        statements.Add($"UPDATE {_table.Sql} SET {old.Sql} = {Backward(_quoted)};");
        statements.AddRange(DefaultOf(old.Sql));
        if (MoveSequence(old.Sql) is { Length: > 0 } sequence)
            statements.Add(sequence.TrimEnd('\n'));
        if (old.IsRequired)
            statements.Add($"{Alter} ALTER COLUMN {old.Sql} SET NOT NULL;");
        if (PrimaryKey is not null && old.Table.PrimaryKey is { } before)
            statements.Add($"{Alter} ADD CONSTRAINT {SqlPieces.Name(before.Name)} PRIMARY KEY ({SqlPieces.Names(before.Columns)});");
        statements.Add(CreateTrigger());
        var after = OldIndexesAndKeys(old.Name).ToList();
        if (PrimaryKey is { } key)
            after.Add(CreateKeyIndex(key));
        foreach (var referring in _referring)
            after.AddRange([referring.Sql(isValid: false), $"ALTER TABLE {referring.Table.Sql} VALIDATE CONSTRAINT {SqlPieces.Name(referring.Name)};"]);
        return string.Join("\n", [Transaction(string.Join("\n", statements)), .. after]);
    }

    // The values that differ, which are those that were written since.
    private string Refill(string first) =>
        $"UPDATE {_table.Sql} SET {first} = {Backward(_quoted)} WHERE {Comparable(old, first)} IS DISTINCT FROM {Comparable(old, Backward(_quoted))};";

    private IEnumerable<string> DefaultOf(string column)
    {
        if (old.Default is { } value)
            yield return $"{Alter} ALTER COLUMN {column} SET DEFAULT {value.Sql};";
        else if (old.IsSerial)
            yield return $"{Alter} ALTER COLUMN {column} SET DEFAULT nextval({SqlText.Literal(SequenceName)});";
    }

    private IEnumerable<string> OldIndexesAndKeys(string column)
    {
        string Rename(string one) => one == old.Name ? column : one;
        foreach (var index in old.Table.Indexes.Where(index => index.Columns.Contains(old.Name)))
            yield return index.CreateSql(concurrently: true, rename: Rename);
        foreach (var key in old.Table.ForeignKeys.Where(key => key.Columns.Contains(old.Name)))
        {
            yield return key.Sql(isValid: false, rename: Rename);
            yield return $"ALTER TABLE {key.Table.Sql} VALIDATE CONSTRAINT {SqlPieces.Name(key.Name)};";
        }
    }

    private IEnumerable<string> Names(bool toFinal)
    {
        foreach (var index in Indexes)
        {
            var (from, to) = toFinal ? (IndexName(index), index.Name) : (index.Name, IndexName(index));
            yield return $"ALTER INDEX {SqlPieces.Name(_table.Schema, from)} RENAME TO {SqlPieces.Name(to)};";
        }
        foreach (var key in ForeignKeys.Where(key => !Waits(key)))
        {
            var (from, to) = toFinal ? (KeyName(key), key.Name) : (key.Name, KeyName(key));
            yield return $"{Alter} RENAME CONSTRAINT {SqlPieces.Name(from)} TO {SqlPieces.Name(to)};";
        }
    }

    private string Introduce(string text) => IsReferredTo
        ? $"{text}; the columns that refer to it come first, each by its own steps: {DiffContext.Quoted(_referring.SelectMany(key => key.Columns.Select(column => key.Table.DatabaseName + "." + column)))}"
        : text;

    private string SequenceName => SqlPieces.Name(_table.Schema, SqlPieces.Derived(_table.Name + "_" + old.Name, "_seq"));

    private string MoveSequence(string column) => !next.IsSerial || !old.IsSerial ? ""
        : $"{Alter} ALTER COLUMN {column} SET DEFAULT nextval({SqlText.Literal(SequenceName)});\nALTER SEQUENCE {SequenceName} OWNED BY {_table.Sql}.{column};\n";
}
