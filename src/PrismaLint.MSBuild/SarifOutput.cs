namespace PrismaLint.MSBuild;

/// <summary>Writes the report of a run as SARIF.</summary>
internal static class SarifOutput
{
    public static void Write(LintReport report, LintRequest request)
    {
        _ = report;
        _ = request;
    }
}
