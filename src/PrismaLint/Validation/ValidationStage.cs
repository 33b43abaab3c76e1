namespace PrismaLint.Validation;

/// <summary>The steps of Prisma's validator, in their order.</summary>
public enum ValidationStage
{
    /// <summary>Text becomes a tree.</summary>
    Syntax,

    /// <summary>Names: reserved, duplicate, malformed.</summary>
    Names,

    /// <summary>Types of fields are looked up.</summary>
    Types,

    /// <summary>Attributes and their arguments.</summary>
    Attributes,

    /// <summary>Datasources and generators.</summary>
    Configuration,

    /// <summary>What needs the database provider or the whole picture; runs only while there is no error.</summary>
    Meaning,
}
