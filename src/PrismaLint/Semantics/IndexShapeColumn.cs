namespace PrismaLint.Semantics;

/// <summary>A column of an <see cref="IndexShape"/>.</summary>
/// <param name="Name">The column, by whatever name the caller compares with.</param>
/// <param name="IsDescending">Sorted downwards.</param>
/// <param name="Length">The prefix length (mysql); <see langword="null"/> for the whole value.</param>
/// <param name="OperatorClass">The operator class where it is not the default one.</param>
public sealed record IndexShapeColumn(string Name, bool IsDescending = false, int? Length = null, string? OperatorClass = null);
