using PrismaLint.Connectors;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Shared;

/// <summary>
/// The type of a column as far as a foreign key cares: columns of different families cannot be joined by a constraint.
/// </summary>
/// <param name="Family">What must be equal; <see langword="null"/> where it is not known or nothing must.</param>
/// <param name="Width">Bytes of an integer, or characters of a text of limited length.</param>
internal readonly record struct KeyColumnType(string? Family, int? Width)
{
    public static KeyColumnType Of(FieldSymbol column, Provider provider) => column.Scalar is not { } scalar
        ? default
        : provider switch
        {
            Provider.PostgreSql or Provider.CockroachDb => OfPostgreSql(scalar, column.NativeType),
            Provider.MySql => new(OfMySql(scalar, column.NativeType?.Name), null),
            Provider.SqlServer => new(OfSqlServer(scalar, column.NativeType?.Name), null),
            _ => default,
        };

    /// <summary>How messages call the type: as written, else as the provider's default.</summary>
    public static string Describe(FieldSymbol column, ConnectorFacts connector) => column.NativeType is { } native
        ? native.Attribute.Tree.Source.ToString(native.Attribute.Syntax.Span)
        : column.Scalar is { } scalar ? connector.DefaultColumnType(scalar) ?? scalar.ToString() : column.Type.Name.Text;

    // Types that the operator families of PostgreSQL compare with each other (system catalog pg_amop) are one family.
    private static KeyColumnType OfPostgreSql(ScalarType scalar, NativeType? native) => native?.Name switch
    {
        null => scalar switch
        {
            ScalarType.String => new("text", null),
            ScalarType.Int => new("integer", 4),
            ScalarType.BigInt => new("integer", 8),
            ScalarType.DateTime => new("timestamp", null),
            ScalarType.Json => default,
            _ => new(scalar.ToString(), null),
        },
        "VarChar" or "Char" or "String" => new("text", native.Number(0)),
        "Text" or "Citext" or "CatalogSingleChar" => new("text", null),
        "Uuid" => new("uuid", null),
        "Inet" => new("inet", null),
        "Bit" or "VarBit" => new("bit", null),
        "SmallInt" or "Int2" => new("integer", 2),
        "Integer" or "Int4" or "Oid" => new("integer", 4),
        "BigInt" or "Int8" => new("integer", 8),
        "Money" => new("money", null),
        "Timestamp" or "Timestamptz" or "Date" => new("timestamp", null),
        "Time" => new("time", null),
        "Timetz" => new("timetz", null),
        "Xml" or "Json" or "JsonB" => default,
        _ => new(scalar.ToString(), null),
    };

    // MySQL 8.4 manual, "FOREIGN KEY Constraints": size and sign of integers must be equal, lengths of strings need not.
    private static string? OfMySql(ScalarType scalar, string? native) => native switch
    {
        null => scalar switch
        {
            ScalarType.String => "char",
            ScalarType.Boolean => "tinyint",
            ScalarType.Int => "int",
            ScalarType.BigInt => "bigint",
            ScalarType.Float => "double",
            ScalarType.Bytes => "blob",
            _ => null,
        },
        "VarChar" or "Char" => "char",
        "Text" or "TinyText" or "MediumText" or "LongText" => "text",
        "Binary" or "VarBinary" => "binary",
        "Blob" or "TinyBlob" or "MediumBlob" or "LongBlob" => "blob",
        "TinyInt" or "SmallInt" or "MediumInt" or "Int" or "BigInt" or "Float" or "Double" or "Bit" => native.ToLowerInvariant(),
        "UnsignedTinyInt" or "UnsignedSmallInt" or "UnsignedMediumInt" or "UnsignedInt" or "UnsignedBigInt" => native,
        _ => null,
    };

    private static string? OfSqlServer(ScalarType scalar, string? native) => native switch
    {
        null => scalar switch
        {
            ScalarType.String => "NVarChar",
            ScalarType.Boolean => "Bit",
            ScalarType.DateTime => "DateTime2",
            ScalarType.Bytes => "VarBinary",
            _ => scalar.ToString(),
        },
        "Text" or "NText" or "Xml" or "Image" => null,
        _ => native,
    };
}
