using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Migrations.Diff;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>Tables, columns and parameters of models as PostgreSQL's SQL writes them.</summary>
internal sealed class TableSql(ExpectedDatabase database)
{
    /// <summary>The table of a model.</summary>
    public string Table(ModelSymbol model) => database.TableOf(model)?.Sql ?? SqlPieces.Name(model.SchemaName, SchemaMap.DatabaseName(model.TableName));

    /// <summary>The name of a column.</summary>
    public static string Column(FieldSymbol field) => SqlPieces.Name(SchemaMap.DatabaseName(field.ColumnName));

    /// <summary>The name of a column behind the name of its table.</summary>
    public static string Column(string alias, FieldSymbol field) => alias + "." + Column(field);

    public static string Columns(IEnumerable<FieldSymbol> fields) => string.Join(", ", fields.Select(Column));

    /// <summary>The type of a column.</summary>
    public string Type(FieldSymbol field) => ColumnType.Of(field, database.Connector) is var type && type.Enum is null ? type.Sql.ToLowerInvariant() : type.Sql;

    /// <summary>A parameter of the type of a column, its number one-based: <c>$1::bigint</c>.</summary>
    public string Parameter(int number, FieldSymbol field) => FormattableString.Invariant($"${number}::{Type(field)}");

    /// <summary>A parameter that holds a list of values of a column: <c>$1::bigint[]</c>.</summary>
    public string Parameters(int number, FieldSymbol field) => Parameter(number, field) + "[]";

    /// <summary>Columns joined by pairs: <c>c."a" = p."b" AND …</c>.</summary>
    public static string Join(ForeignKeySymbol key, string child, string parent) =>
        string.Join(" AND ", key.Fields.Select((field, i) => $"{Column(parent, key.References[i])} = {Column(child, field)}"));

    /// <summary>The columns by which texts name a row: the primary key, else nothing.</summary>
    public static IReadOnlyList<FieldSymbol> Key(ModelSymbol model) => model.PrimaryKey is { } key ? [.. key.Fields] : [];
}
