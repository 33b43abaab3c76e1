namespace PrismaLint.Cli;

/// <summary>What the process ends with. Scripts depend on the numbers.</summary>
internal static class ExitCode
{
    public const int Clean = 0;
    public const int Findings = 1;

    /// <summary>A usage, configuration or file error.</summary>
    public const int Error = 2;
}
