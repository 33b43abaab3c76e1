namespace PrismaLint.Semantics;

/// <summary>A column of an index with its arguments.</summary>
/// <param name="Field">The column's field; the last one of the path for a field inside a composite type.</param>
/// <param name="Path">The name as written: <c>email</c>, <c>address.city</c>.</param>
/// <param name="IsDescending"><c>sort: Desc</c>.</param>
/// <param name="Length">The prefix length (mysql), where it is one.</param>
/// <param name="OperatorClass">The operator class or raw text of <c>ops</c>.</param>
public sealed record IndexColumn(FieldSymbol Field, string Path, bool IsDescending, int? Length, string? OperatorClass)
{
    /// <summary><c>sort</c> is written, whatever it says.</summary>
    public bool HasSort { get; init; }

    /// <summary><c>length</c> is written and counts, even where it is no <see cref="Length"/> that a table could have.</summary>
    public bool HasLength { get; init; }

    /// <summary><see cref="OperatorClass"/> is the text of <c>raw("…")</c>.</summary>
    public bool IsOperatorClassRaw { get; init; }
}
