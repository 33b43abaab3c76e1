using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Diagnostics;
using PrismaLint.Validation;

namespace PrismaLint.Reporting;

/// <summary>The page of a family of Prisma's validations: its checks by name.</summary>
public static class FamilyPage
{
    public static string Write(DiagnosticDescriptor family, IEnumerable<ValidationCheck> checks)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(family.Id).Append(": ").Append(family.Name).Append("\n\n")
            .Append(family.Title).Append(".\n\n")
            .Append("| | |\n|---|---|\n")
            .Append("| Category | `").Append(family.Category).Append("` |\n")
            .Append("| Severity | ").Append(ReportWords.Of(family.DefaultSeverity)).Append(", or as below |\n")
            .Append("| Preset | always on |\n")
            .Append("\n## Why\n\n")
            .Append("Prisma's own validation says the same at the same place: what is an error here stops `prisma validate`,\n")
            .Append("`prisma generate` and every migration. This is no matter of taste, and no preset turns it off.\n")
            .Append("\n## Checks\n\n")
            .Append("JSON and SARIF carry the name of the check as `detail`.\n\n")
            .Append("| Check | Severity | Finds |\n|---|---|---|\n");
        foreach (var check in checks.OrderBy(check => check.Detail, StringComparer.Ordinal))
        {
            text.Append("| `").Append(check.Detail).Append("` | ").Append(ReportWords.Of(check.Severity)).Append(" | ")
                .Append(check.Summary.Replace("|", "\\|")).Append(" |\n");
        }
        return text.ToString();
    }
}
