namespace PrismaLint.Planning.Document;

/// <summary>The answer to a line of a checklist.</summary>
public enum ChecklistState
{
    /// <summary>Nothing at hand tells.</summary>
    NotKnown,

    /// <summary>It was looked at, and it holds.</summary>
    Pass,

    /// <summary>It was looked at, and it does not hold.</summary>
    Fail,
}
