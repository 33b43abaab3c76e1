namespace PrismaLint.Planning.Facts;

/// <summary>Where a number of rows comes from.</summary>
internal enum VolumeSource
{
    Unknown,

    /// <summary>The inputs tell it.</summary>
    Inputs,

    /// <summary>The planner's estimate in the snapshot.</summary>
    Database,
}
