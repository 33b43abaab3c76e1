using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Rules;
using PrismaLint.Semantics;

namespace PrismaLint.Configuration;

/// <summary>Schema-wide options that no rule reads but the run itself.</summary>
public static class ConfigurationOptions
{
    public static RuleOption<PrismaVersion> PrismaVersion { get; } = new(
        "prisma_version",
        "The version of Prisma that the schema is written for, where it is not to be found out.",
        Semantics.PrismaVersion.Unknown,
        "auto",
        "`auto` or a version such as `7` or `6.19.0`",
        text => text.Equals("auto", StringComparison.OrdinalIgnoreCase) ? Semantics.PrismaVersion.Unknown
            : VersionRange.FindLine(text) is not Semantics.PrismaVersion.Unknown and var line ? line : null);

    public static RuleOption<bool> RequireReason { get; } = RuleOption.Flag(
        "require_reason", "Every suppression comment needs a reason behind a colon.", false);

    public static RuleOption<string> RcErrorLevel { get; } = RuleOption.Choice(
        "rc_error_level", "The severity that `error` in a configuration of prisma-lint stands for.", "warning", "warning", "error");

    /// <summary>These, and the ones that rules share (<see cref="RuleCatalog.SharedOptions"/>).</summary>
    public static IReadOnlyList<RuleOption> All { get; } = [PrismaVersion, RequireReason, RcErrorLevel, .. RuleCatalog.SharedOptions];

    /// <summary>The option that is set by <c>prismalint.&lt;name&gt;</c>, whatever its case.</summary>
    public static RuleOption? Find(string name) => All.FirstOrDefault(option => option.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
