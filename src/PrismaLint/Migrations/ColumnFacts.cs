namespace PrismaLint.Migrations;

/// <summary>What a column was before a statement changed it.</summary>
/// <param name="Type">Its type, as the server prints it.</param>
/// <param name="IsNotNull">It took no null.</param>
/// <param name="Default">Its default, in the words of a migration.</param>
/// <param name="AddedIn">The number of the migration that added it.</param>
public sealed record ColumnFacts(string Type, bool IsNotNull, string? Default, int AddedIn);
