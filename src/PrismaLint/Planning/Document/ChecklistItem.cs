namespace PrismaLint.Planning.Document;

/// <summary>A line of a checklist.</summary>
/// <param name="Text">What is asked.</param>
/// <param name="State">The answer.</param>
/// <param name="Evidence">What the answer rests on, or what would give one.</param>
public sealed record ChecklistItem(string Text, ChecklistState State, string Evidence);
