using System;
using System.Collections.Generic;
using System.Linq;

namespace PrismaLint.MSBuild.Tests.EndToEnd;

/// <summary>What a run of <c>dotnet</c> said.</summary>
internal sealed record DotNetResult(int ExitCode, string Output)
{
    /// <summary>The lines with a code, each one once: the console repeats them in its summary.</summary>
    public IReadOnlyList<string> Findings(string code) =>
    [
        .. Lines.Where(line => line.Contains(" " + code + ": ", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>How often a line with that code was logged, before the summary at the end.</summary>
    public int Count(string code) =>
        Lines.TakeWhile(line => !line.StartsWith("Build ", StringComparison.Ordinal)).Count(line => line.Contains(" " + code + ": ", StringComparison.Ordinal));

    private IEnumerable<string> Lines => Output.Split('\n').Select(line => line.Trim());
}
