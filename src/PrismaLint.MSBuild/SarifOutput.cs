using System;
using System.IO;
using System.Text;
using PrismaLint.Reporting;

namespace PrismaLint.MSBuild;

/// <summary>Writes the report of a run as SARIF, with the severities of the configuration.</summary>
internal static class SarifOutput
{
    /// <summary>Whether the file could be written.</summary>
    public static bool TryWrite(LintReport report, LintRequest request)
    {
        var options = new SarifOptions
        {
            ToolVersion = typeof(Linter).Assembly.GetName().Version?.ToString(3) ?? "",
            RootFolder = request.ProjectFolder.Replace(Path.DirectorySeparatorChar, '/'),
        };
        var log = SarifReport.Write(report, options);
        try
        {
            if (Path.GetDirectoryName(request.SarifFile) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            File.WriteAllText(request.SarifFile, log, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return false;
        }
    }
}
