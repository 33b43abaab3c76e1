namespace PrismaLint.Rules.Database.Drift;

/// <summary>What values of a type are.</summary>
internal enum SqlTypeFamily
{
    Boolean,
    Integer,
    Float,
    Decimal,
    Money,
    Text,
    Uuid,
    Bit,
    Xml,
    Inet,
    DateTime,
    Time,
    Json,
    Bytes,

    /// <summary>An enum, a composite, or a type of an extension.</summary>
    Other,
}
