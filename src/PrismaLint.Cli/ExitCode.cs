namespace PrismaLint.Cli;

/// <summary>What the process ends with. Scripts depend on the numbers.</summary>
internal static class ExitCode
{
    public const int Clean = 0;
    public const int Findings = 1;

    /// <summary>A usage, configuration or file error.</summary>
    public const int Error = 2;

    /// <summary>The database does not answer, or does not let in.</summary>
    public const int Unreachable = 3;

    /// <summary>Something could not be judged, and <c>--require-complete</c> asks for all.</summary>
    public const int Incomplete = 4;
}
