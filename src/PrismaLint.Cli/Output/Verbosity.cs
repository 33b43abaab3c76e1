namespace PrismaLint.Cli.Output;

/// <summary>How much the text report says.</summary>
internal enum Verbosity
{
    /// <summary>One line a finding and nothing else.</summary>
    Quiet,

    Normal,

    /// <summary>All related places and fixes, and where to read more.</summary>
    Detailed,
}
