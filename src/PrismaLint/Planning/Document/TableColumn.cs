namespace PrismaLint.Planning.Document;

/// <summary>A column of a table.</summary>
/// <param name="Title">Its title.</param>
/// <param name="IsNumber">It holds figures: they are set to the right.</param>
public sealed record TableColumn(string Title, bool IsNumber = false);
