namespace PrismaLint.Connectors;

/// <summary>The nine scalar types of the schema language.</summary>
public enum ScalarType
{
    String,
    Boolean,
    Int,
    BigInt,
    Float,
    Decimal,
    DateTime,
    Json,
    Bytes,
}
