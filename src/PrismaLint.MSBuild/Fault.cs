using System;
using PrismaLint.Diagnostics;

namespace PrismaLint.MSBuild;

/// <summary>A fault of the linter itself.</summary>
internal static class Fault
{
    public const string Id = "PL0099";

    public static Finding In(string projectFile, Exception exception) => new(
        Id,
        "internal-error",
        DiagnosticSeverity.Warning,
        projectFile,
        Line: 0,
        Column: 0,
        $"The Prisma schemas of this project are unchecked: `{exception.GetType().Name}`, {exception.Message}");
}
