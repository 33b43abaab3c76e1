using System.IO;
using System.Text;
using PrismaLint.Reporting;

namespace PrismaLint.MSBuild;

/// <summary>Writes the report of a run as SARIF, with the severities of the configuration.</summary>
internal static class SarifOutput
{
    public static void Write(LintReport report, LintRequest request)
    {
        var options = new SarifOptions
        {
            ToolVersion = typeof(Linter).Assembly.GetName().Version?.ToString(3) ?? "",
            RootFolder = request.ProjectFolder.Replace(Path.DirectorySeparatorChar, '/'),
        };
        if (Path.GetDirectoryName(request.SarifFile) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        File.WriteAllText(request.SarifFile, SarifReport.Write(report, options), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
