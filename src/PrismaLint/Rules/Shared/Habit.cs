using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Shared;

/// <summary>
/// Findings that are one decision of a schema, and not many slips: they are reported once, at the first field, with the
/// count.
/// </summary>
internal static class Habit
{
    // A few times the same thing can still be a slip.
    private const int Fewest = 4;

    /// <summary>All fields as one group where it is a habit and there are several; else each one alone.</summary>
    public static IEnumerable<IReadOnlyList<FieldSymbol>> Group(IReadOnlyList<FieldSymbol> columns, bool isHabit) =>
        isHabit && columns.Count >= Fewest ? [columns] : columns.Select(column => (IReadOnlyList<FieldSymbol>)[column]);

    /// <summary>What follows the first field's name: <c> has</c>, or <c> and 12 more fields have</c>.</summary>
    public static string Have(IReadOnlyList<FieldSymbol> columns) => columns.Count == 1 ? " has" : $" and {columns.Count - 1} more fields have";

    /// <summary>The title of a fix that does the same to each.</summary>
    public static string Title(string title, IReadOnlyList<FieldSymbol> columns) => columns.Count == 1 ? title : $"{title} to {columns.Count} fields";
}
