namespace PrismaLint.Planning.Document;

/// <summary>What the boxes of a diagram are.</summary>
public enum DiagramKind
{
    /// <summary>Models with their keys.</summary>
    Entities,

    /// <summary>Domains, with the number of foreign keys between them.</summary>
    Domains,
}
