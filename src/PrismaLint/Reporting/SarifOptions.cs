using System;
using System.Collections.Generic;

namespace PrismaLint.Reporting;

/// <summary>What a SARIF log says besides the findings.</summary>
public sealed record SarifOptions
{
    public required string ToolVersion { get; init; }

    /// <summary>The absolute folder that relative paths start from; paths below it are written relative.</summary>
    public string? RootFolder { get; init; }

    public HelpLinks Help { get; init; } = HelpLinks.None;

    /// <summary>The page of an id as Markdown.</summary>
    public Func<string, string?> FindPage { get; init; } = RulePages.Find;

    /// <summary>What kept the run from being complete, such as files that could not be read.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
