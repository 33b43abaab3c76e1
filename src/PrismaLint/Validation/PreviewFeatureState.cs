namespace PrismaLint.Validation;

/// <summary>What has become of a preview feature.</summary>
internal enum PreviewFeatureState
{
    Unknown,
    Active,

    /// <summary>It works without being named.</summary>
    General,

    /// <summary>It works, and a later version drops it.</summary>
    Leaving,

    /// <summary>It has another name with this provider.</summary>
    Renamed,
}
