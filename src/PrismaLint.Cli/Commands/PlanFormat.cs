using System;
using System.Collections.Generic;
using PrismaLint.Planning.Document;
using PrismaLint.Reporting.Plans;

namespace PrismaLint.Cli.Commands;

/// <summary>A way to write a plan.</summary>
/// <param name="Name">What <c>--format</c> calls it.</param>
/// <param name="Write">Writes it.</param>
/// <param name="IsForTerminals">A person can read it as it is.</param>
internal sealed record PlanFormat(string Name, Func<PlanDocument, string> Write, bool IsForTerminals = true)
{
    /// <summary>All of them, the one that is meant without <c>--format</c> first.</summary>
    public static IReadOnlyList<PlanFormat> All { get; } =
    [
        new("markdown", PlanMarkdown.Write),
        new("html", plan => PlanHtml.Write(plan, HelpPages.Named), IsForTerminals: false),
        new("json", plan => PlanJson.Write(plan, ToolVersion.Text)),
    ];
}
