using System.Collections.Generic;

namespace PrismaLint.MSBuild;

/// <summary>What a project asks for; all paths are absolute.</summary>
internal sealed record LintRequest(string ProjectFile, string ProjectFolder)
{
    /// <summary>The files and folders named by the project; none means discovery below the project's folder.</summary>
    public IReadOnlyList<string> Schemas { get; init; } = [];

    public IReadOnlyList<string> ConfigurationFiles { get; init; } = [];

    public string Preset { get; init; } = "";

    public string PrismaVersion { get; init; } = "";

    public string Baseline { get; init; } = "";

    public string Snapshot { get; init; } = "";

    public string Migrations { get; init; } = "";

    public string SarifFile { get; init; } = "";

    public SeverityPolicy Policy { get; init; } = new();
}
