using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Sql;

/// <summary>One statement of a script, whether it is understood or not.</summary>
public abstract record SqlStatement
{
    /// <summary>From its first token to its semicolon, that included.</summary>
    public TextSpan Span { get; init; }

    /// <summary>Its first words, in upper case: <c>CREATE UNIQUE INDEX</c>.</summary>
    public string Verb { get; init; } = "";
}

/// <summary>A statement that is not looked into.</summary>
public sealed record OpaqueStatement : SqlStatement;

/// <summary>A line for psql, or the rows behind <c>COPY … FROM stdin</c>: the server never sees it in a migration.</summary>
public sealed record PsqlStatement : SqlStatement;

/// <summary><c>CREATE TABLE</c>, also <c>CREATE TABLE … AS</c>.</summary>
/// <param name="Name">The table.</param>
public sealed record CreateTableStatement(SqlName Name) : SqlStatement
{
    public bool IfNotExists { get; init; }

    public bool IsTemporary { get; init; }

    public bool IsUnlogged { get; init; }

    public IReadOnlyList<ColumnDefinition> Columns { get; init; } = [];

    public IReadOnlyList<TableConstraint> Constraints { get; init; } = [];

    /// <summary>The tables of <c>LIKE</c>, <c>INHERITS</c> and <c>PARTITION OF</c>.</summary>
    public IReadOnlyList<SqlName> Templates { get; init; } = [];

    /// <summary>The table is a partition of the one of <see cref="Templates"/>.</summary>
    public bool IsPartition { get; init; }

    public bool IsPartitioned { get; init; }

    /// <summary>The columns come from a query.</summary>
    public bool IsFromQuery { get; init; }
}

/// <summary><c>ALTER TABLE</c> with its actions in order.</summary>
/// <param name="Name">The table.</param>
/// <param name="Actions">What is done to it.</param>
public sealed record AlterTableStatement(SqlName Name, IReadOnlyList<TableAction> Actions) : SqlStatement
{
    public bool IfExists { get; init; }
}

/// <summary><c>CREATE INDEX</c></summary>
/// <param name="Name">The index; <see langword="null"/> where the server names it.</param>
/// <param name="Table">Its table.</param>
/// <param name="Columns">Its key columns and expressions.</param>
public sealed record CreateIndexStatement(string? Name, SqlName Table, IReadOnlyList<IndexElement> Columns) : SqlStatement
{
    public bool IsUnique { get; init; }

    public bool IsConcurrent { get; init; }

    public bool IfNotExists { get; init; }

    /// <summary>The access method; <c>btree</c> where none is written.</summary>
    public string Method { get; init; } = "btree";

    public IReadOnlyList<string> Included { get; init; } = [];

    public bool AreNullsNotDistinct { get; init; }

    /// <summary>The condition as written.</summary>
    public string? Predicate { get; init; }

    /// <summary>Where <c>CONCURRENTLY</c> would stand: behind <c>INDEX</c>.</summary>
    public int ConcurrentlyPosition { get; init; }

    /// <summary>Where the index's name stands, or the table's where there is none.</summary>
    public TextSpan NameSpan { get; init; }
}

/// <summary>A key column of an index.</summary>
/// <param name="Column">The column; <see langword="null"/> for an expression.</param>
/// <param name="Expression">The expression as written; <see langword="null"/> for a column.</param>
public sealed record IndexElement(string? Column, string? Expression)
{
    public string? Collation { get; init; }

    public string? OperatorClass { get; init; }

    public bool IsDescending { get; init; }

    public bool? NullsFirst { get; init; }
}

/// <summary><c>DROP TABLE</c>, <c>DROP INDEX</c> and so on.</summary>
/// <param name="Kind">What is dropped, in upper case: <c>TABLE</c>, <c>MATERIALIZED VIEW</c>.</param>
/// <param name="Names">The objects; of a policy or trigger its own name.</param>
public sealed record DropStatement(string Kind, IReadOnlyList<SqlName> Names) : SqlStatement
{
    public bool IfExists { get; init; }

    public bool IsCascading { get; init; }

    public bool IsConcurrent { get; init; }

    /// <summary>The table that a policy, trigger or rule is dropped from.</summary>
    public SqlName? Table { get; init; }

    /// <summary>Where <c>CONCURRENTLY</c> or <c>IF EXISTS</c> would stand: behind the kind.</summary>
    public int OptionPosition { get; init; }
}

/// <summary><c>ALTER … RENAME TO</c> of anything but a table's column or constraint.</summary>
/// <param name="Kind">What is renamed, in upper case.</param>
/// <param name="Name">Its old name.</param>
/// <param name="NewName">Its new name.</param>
public sealed record RenameStatement(string Kind, SqlName Name, string NewName) : SqlStatement;

/// <summary><c>CREATE TYPE … AS ENUM</c></summary>
/// <param name="Name">The type.</param>
/// <param name="Labels">Its labels, decoded.</param>
public sealed record CreateEnumStatement(SqlName Name, IReadOnlyList<string> Labels) : SqlStatement;

/// <summary><c>ALTER TYPE … ADD VALUE</c></summary>
/// <param name="Name">The type.</param>
/// <param name="Label">The new label.</param>
public sealed record AddEnumValueStatement(SqlName Name, string Label) : SqlStatement
{
    public bool IfNotExists { get; init; }

    /// <summary>The label beside which it is put; <see langword="null"/>: at the end.</summary>
    public string? Neighbour { get; init; }

    /// <summary>It is put in front of the <see cref="Neighbour"/>.</summary>
    public bool IsBefore { get; init; }

    public TextSpan LabelSpan { get; init; }
}

/// <summary><c>ALTER TYPE … RENAME VALUE</c></summary>
/// <param name="Name">The type.</param>
/// <param name="Label">The old label.</param>
/// <param name="NewLabel">The new label.</param>
public sealed record RenameEnumValueStatement(SqlName Name, string Label, string NewLabel) : SqlStatement;

/// <summary><c>CREATE</c> of anything that the replay keeps by name only: views, functions, triggers, policies, sequences, schemas, extensions, domains.</summary>
/// <param name="Kind">What is created, in upper case.</param>
/// <param name="Name">Its name.</param>
public sealed record CreateObjectStatement(string Kind, SqlName Name) : SqlStatement
{
    public bool IfNotExists { get; init; }

    /// <summary>The table of a trigger or policy.</summary>
    public SqlName? Table { get; init; }

    /// <summary>The column that owns a sequence, as <c>table.column</c>.</summary>
    public string? OwnedBy { get; init; }
}

/// <summary><c>ALTER</c> of something else than a table, looked into no further.</summary>
/// <param name="Kind">What is altered, in upper case.</param>
/// <param name="Name">Its name.</param>
public sealed record AlterObjectStatement(string Kind, SqlName Name) : SqlStatement
{
    /// <summary>The schema of <c>SET SCHEMA</c>.</summary>
    public string? NewSchema { get; init; }

    /// <summary>The column of a sequence's <c>OWNED BY</c>, as <c>table.column</c>.</summary>
    public string? OwnedBy { get; init; }
}

/// <summary><c>UPDATE</c>, <c>DELETE</c>, <c>INSERT</c>, <c>TRUNCATE</c>: rows change.</summary>
/// <param name="Command">The command, in upper case.</param>
/// <param name="Table">The table; of several the first.</param>
public sealed record DataStatement(string Command, SqlName Table) : SqlStatement
{
    public bool HasWhere { get; init; }

    /// <summary>The rows come from a query.</summary>
    public bool HasQuery { get; init; }

    public bool IsCascading { get; init; }

    /// <summary>Every table of a TRUNCATE.</summary>
    public IReadOnlyList<SqlName> Tables { get; init; } = [];

    /// <summary>The columns that an UPDATE sets.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];
}

/// <summary><c>SET</c>, <c>RESET</c></summary>
/// <param name="Name">The setting, in lower case.</param>
/// <param name="Value">The value as written.</param>
public sealed record SetStatement(string Name, string Value) : SqlStatement
{
    public bool IsLocal { get; init; }
}

/// <summary><c>BEGIN</c>, <c>COMMIT</c>, <c>ROLLBACK</c> and what else steers a transaction.</summary>
/// <param name="Command"><c>BEGIN</c>, <c>COMMIT</c>, <c>ROLLBACK</c>, <c>SAVEPOINT</c> or <c>RELEASE</c>.</param>
public sealed record TransactionStatement(string Command) : SqlStatement;

/// <summary><c>VACUUM</c>, <c>REINDEX</c>, <c>CLUSTER</c>, <c>REFRESH MATERIALIZED VIEW</c>, <c>ANALYZE</c>.</summary>
/// <param name="Command">The command, in upper case.</param>
/// <param name="Name">What it is done to; <see langword="null"/>: everything.</param>
public sealed record MaintenanceStatement(string Command, SqlName? Name) : SqlStatement
{
    public bool IsConcurrent { get; init; }

    public bool IsFull { get; init; }

    public int OptionPosition { get; init; }
}

/// <summary><c>DO</c>: a block of code that is not looked into.</summary>
/// <param name="Body">The code as written, quotes included.</param>
public sealed record DoStatement(string Body) : SqlStatement;
