namespace PrismaLint.Configuration;

/// <summary>What a severity in force comes from.</summary>
public enum SeverityOrigin
{
    /// <summary>Nothing is configured: the preset decides, and what no preset turns off is on.</summary>
    Default,

    /// <summary>A line of a configuration file.</summary>
    Setting,

    /// <summary>A choice for this run, above all files.</summary>
    Run,
}
