namespace PrismaLint.Connectors;

/// <summary>The names of the scalar types.</summary>
public static class ScalarTypes
{
    /// <summary>The scalar of that exact name; <see langword="null"/> for another word.</summary>
    public static ScalarType? Parse(string name) => name switch
    {
        "String" => ScalarType.String,
        "Boolean" => ScalarType.Boolean,
        "Int" => ScalarType.Int,
        "BigInt" => ScalarType.BigInt,
        "Float" => ScalarType.Float,
        "Decimal" => ScalarType.Decimal,
        "DateTime" => ScalarType.DateTime,
        "Json" => ScalarType.Json,
        "Bytes" => ScalarType.Bytes,
        _ => null,
    };
}
