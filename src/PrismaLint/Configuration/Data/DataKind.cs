namespace PrismaLint.Configuration.Data;

/// <summary>What a value of a JSON or YAML file is.</summary>
internal enum DataKind
{
    Null,
    Boolean,
    Number,
    Text,
    List,
    Map,
}
