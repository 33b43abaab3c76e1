using System;
using System.IO;
using PrismaLint.Reporting;

namespace PrismaLint.Cli;

/// <summary>Where help links lead: below a base that the user names, else to the pages beside the tool.</summary>
internal static class HelpPages
{
    /// <summary>As the MSBuild property of that name, which MSBuild too takes from the environment.</summary>
    public const string Variable = "PrismaLintHelpBase";

    public static HelpLinks Named => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? new HelpLinks(given) : HelpLinks.None;

    public static HelpLinks NamedOrShipped
    {
        get
        {
            if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
                return new HelpLinks(given);
            var folder = Path.Combine(AppContext.BaseDirectory, "docs", "rules");
            return Directory.Exists(folder) ? HelpLinks.InFolder(folder) : HelpLinks.None;
        }
    }
}
