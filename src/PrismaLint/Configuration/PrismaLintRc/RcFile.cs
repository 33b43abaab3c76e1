using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Text;

namespace PrismaLint.Configuration.PrismaLintRc;

/// <summary>The names of prisma-lint's configuration files.</summary>
internal static class RcFile
{
    /// <summary>The member of a <c>package.json</c>.</summary>
    public const string ManifestMember = "prismalint";

    private static readonly string[] s_scripts = [".js", ".ts", ".cjs", ".mjs"];

    /// <summary>Where a folder may hold one, in the order in which prisma-lint looks; the first one counts.</summary>
    public static IReadOnlyList<string> Places { get; } =
    [
        "package.json",
        ".prismalintrc", ".prismalintrc.json", ".prismalintrc.yaml", ".prismalintrc.yml",
        .. s_scripts.Select(extension => ".prismalintrc" + extension),
        ".config/prismalintrc", ".config/prismalintrc.json", ".config/prismalintrc.yaml", ".config/prismalintrc.yml",
        .. s_scripts.Select(extension => ".config/prismalintrc" + extension),
        .. s_scripts.Select(extension => "prismalint.config" + extension),
    ];

    /// <summary>How a file is to be read; <see langword="null"/> where its name is not that of a configuration of prisma-lint.</summary>
    public static RcFormat? FormatOf(string path)
    {
        var name = PathText.GetFileName(path);
        if (name == "package.json")
            return RcFormat.Manifest;
        if (name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            return RcFormat.Json;
        if (s_scripts.Any(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)))
            return RcFormat.Script;
        return name is ".prismalintrc" or "prismalintrc" || name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
            ? RcFormat.Yaml
            : null;
    }

    /// <summary>The folder whose schemas a file is for.</summary>
    public static string ScopeOf(string fullPath)
    {
        var folder = PathText.GetFolder(fullPath);
        return PathText.GetFileName(folder) == ".config" ? PathText.GetFolder(folder) : folder;
    }
}
