using System.Collections.Generic;
using PrismaLint.Configuration;
using PrismaLint.Migrations;
using PrismaLint.Rules;
using PrismaLint.Semantics;

namespace PrismaLint.MSBuild;

/// <summary>The values of a project's properties, told from their words.</summary>
internal static class ProjectProperties
{
    private const string PrismaLint = "prisma-lint";

    /// <summary>The preset of a word; <see langword="null"/> where there is none of that name.</summary>
    public static RulePreset? FindPreset(string word) => Normalize(word) switch
    {
        // What `.prismalintrc` lists comes as configuration on top.
        "none" or PrismaLint => RulePreset.None,
        "" or "recommended" => RulePreset.Recommended,
        "strict" => RulePreset.Strict,
        "all" => RulePreset.All,
        _ => null,
    };

    /// <summary>The preset is that of prisma-lint's configuration.</summary>
    public static bool ExpectsPrismaLintRules(string word) => Normalize(word) == PrismaLint;

    /// <summary>The line of Prisma of a word; <see langword="null"/> where there is none of that name.</summary>
    public static PrismaVersion? FindPrismaVersion(string word) => Normalize(word) switch
    {
        "" or "auto" => PrismaVersion.Unknown,
        "6" => PrismaVersion.V6,
        "7" => PrismaVersion.V7,
        "8" => PrismaVersion.V8,
        _ => null,
    };

    /// <summary>The migrations to judge, of a word; <see langword="null"/> where there is none of that name.</summary>
    public static MigrationScope? FindMigrations(string word) => Normalize(word) switch
    {
        "" or "new" => MigrationScope.New,
        "off" => MigrationScope.Off,
        "all" => MigrationScope.All,
        _ => null,
    };

    /// <summary>The values that are none, at the project file.</summary>
    public static IEnumerable<Finding> FindProblems(LintRequest request)
    {
        if (FindPreset(request.Preset) is null)
            yield return Problem(request, "PrismaLintPreset", request.Preset, "none, recommended, strict, all and prisma-lint");
        if (FindPrismaVersion(request.PrismaVersion) is null)
            yield return Problem(request, "PrismaLintPrismaVersion", request.PrismaVersion, "auto, 6, 7 and 8");
        if (FindMigrations(request.Migrations) is null)
            yield return Problem(request, "PrismaLintMigrations", request.Migrations, "off, new and all");
    }

    /// <summary>What is wrong with a property, at the project file.</summary>
    public static Finding Problem(LintRequest request, string message)
    {
        var descriptor = ConfigurationDescriptors.ConfigurationProblem;
        return new Finding(descriptor.Id, descriptor.Name, descriptor.DefaultSeverity, request.ProjectFile, Line: 0, Column: 0, message);
    }

    private static Finding Problem(LintRequest request, string property, string value, string values) =>
        Problem(request, $"`{property}` takes {values}, not `{value}`");

    private static string Normalize(string word) => word.Trim().ToLowerInvariant();
}
