namespace PrismaLint.Planning.Facts;

/// <summary>What the values of a column take.</summary>
/// <param name="Bytes">Bytes of a value that is not null; of a varying one its header included.</param>
/// <param name="Alignment">The multiple of bytes that it starts at: 1, 2, 4 or 8.</param>
internal readonly record struct ColumnWidth(double Bytes, int Alignment)
{
    /// <summary>Values have different lengths: <see cref="Bytes"/> is an average.</summary>
    public bool IsVarying { get; init; }

    /// <summary>A value too long for a page may be stored beside the table.</summary>
    public bool MayBeStoredAside { get; init; }

    /// <summary>The share of rows in which it is null, 0 to 1.</summary>
    public double NullShare { get; init; }

    /// <summary>What the width rests on where neither the type nor the database tells it; <see langword="null"/> otherwise.</summary>
    public string? Assumption { get; init; }
}
