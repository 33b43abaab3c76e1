using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using PrismaLint.Diagnostics;
using PrismaLint.Text;

namespace PrismaLint.Configuration;

/// <summary>One configuration file, read: its directives by section.</summary>
internal sealed class ConfigurationLayer
{
    private const string GlobalKey = "is_global";
    private const string LevelKey = "global_level";
    private const string FileName = ".globalconfig";

    // Above any level that a file can give itself.
    private const long NamedLevel = (long)int.MaxValue + 1;

    private readonly IReadOnlyList<(string Header, Lazy<SectionPattern?> Pattern, IReadOnlyDictionary<string, Directive> Directives)> _sections;

    private ConfigurationLayer(
        ConfigurationFile file,
        bool isGlobal,
        bool isRoot,
        long level,
        IReadOnlyDictionary<string, Directive> preamble,
        IReadOnlyList<(string, Lazy<SectionPattern?>, IReadOnlyDictionary<string, Directive>)> sections)
    {
        File = file;
        Folder = PathText.GetFolder(file.FullPath);
        IsGlobal = isGlobal;
        IsRoot = isRoot;
        Level = level;
        Preamble = preamble;
        _sections = sections;
    }

    public ConfigurationFile File { get; }

    /// <summary>The absolute folder that the sections start from.</summary>
    public string Folder { get; }

    public bool IsGlobal { get; }

    public bool IsRoot { get; }

    /// <summary>Rank among global files: the higher one wins, equal ones cancel each other.</summary>
    public long Level { get; }

    /// <summary>What stands above any header; counts in global files only.</summary>
    public IReadOnlyDictionary<string, Directive> Preamble { get; }

    /// <summary>The headers of a global file, which are plain absolute paths, with what stands below.</summary>
    public IEnumerable<(string Path, IReadOnlyDictionary<string, Directive> Directives)> GlobalSections =>
        _sections.Select(section => (Path: PlainPath(section.Header), section.Directives)).Where(section => section.Path is not null)
            .Select(section => (section.Path ?? "", section.Directives));

    public static ConfigurationLayer Read(ConfigurationFile file, List<Diagnostic> diagnostics)
    {
        var reader = new DirectiveReader(file.Source, diagnostics);
        var sections = ConfigurationParser.Parse(file.Source);
        var preamble = sections[0].Settings;
        var fileName = PathText.GetFileName(file.FullPath);
        var hasGlobalName = fileName.Equals(FileName, StringComparison.OrdinalIgnoreCase);
        var isGlobal = hasGlobalName
            || Last(preamble, GlobalKey) is not null
            || (file.IsNamed && fileName.EndsWith(FileName, StringComparison.OrdinalIgnoreCase));
        long level = int.TryParse(Last(preamble, LevelKey), NumberStyles.Integer, CultureInfo.InvariantCulture, out var given) ? given : hasGlobalName ? 100 : 0;
        var layer = new ConfigurationLayer(
            file,
            isGlobal,
            !isGlobal && IsRootPreamble(preamble),
            file.IsNamed ? level + NamedLevel : level,
            Directives(sections[0], reader),
            [
                .. sections.Skip(1)
                    .Select(section => (section.Name, new Lazy<SectionPattern?>(() => SectionPattern.Create(section.Name)), (IReadOnlyDictionary<string, Directive>)Directives(section, reader)))
                    .Where(section => section.Item3.Count > 0),
            ]);
        layer.CheckPlaces(sections, reader);
        return layer;
    }

    /// <summary>The file says that nothing above its folder counts.</summary>
    public static bool IsRootFile(SourceText source) => IsRootPreamble(ConfigurationParser.Parse(source)[0].Settings);

    /// <summary>What the sections that match a file say, in the order of the text.</summary>
    /// <param name="path">Absolute path of a file, or what follows the folder, with <c>/</c> in front.</param>
    public IEnumerable<IReadOnlyDictionary<string, Directive>> Match(string path) =>
        _sections.Where(section => section.Pattern.Value?.IsMatch(path) == true).Select(section => section.Directives);

    private static Dictionary<string, Directive> Directives(ConfigurationSection section, DirectiveReader reader)
    {
        var directives = new Dictionary<string, Directive>(StringComparer.Ordinal);
        foreach (var setting in section.Settings)
        {
            if (reader.Read(setting) is { } directive)
                directives[directive.Key] = directive;
        }
        return directives;
    }

    // Settings that no file can ever get are a mistake, and a silent one elsewhere.
    private void CheckPlaces(IReadOnlyList<ConfigurationSection> sections, DirectiveReader reader)
    {
        if (!IsGlobal && Preamble.Count > 0)
        {
            var first = Preamble.Values.OrderBy(directive => directive.Location.Span).First();
            reader.Report(first.Location.Span, "A setting above the first section counts only in a global configuration (`is_global = true`)");
        }
        if (!IsGlobal)
            return;
        foreach (var section in sections.Skip(1))
        {
            if (PlainPath(section.Name) is null && _sections.Any(kept => kept.Header == section.Name))
                reader.Report(section.NameSpan, $"`[{section.Name}]` matches no file: sections of a global configuration name one file by its absolute path");
        }
    }

    // The absolute path that a header spells without any special character, backslashes taken out.
    private static string? PlainPath(string header)
    {
        var path = new StringBuilder(header.Length);
        for (var i = 0; i < header.Length; i++)
        {
            if (header[i] is '*' or '?' or '{' or '}' or '[' or ',')
                return null;
            if (header[i] == '\\' && ++i == header.Length)
                return null;
            path.Append(header[i]);
        }
        return PathText.IsAbsolute(path.ToString()) ? path.ToString() : null;
    }

    private static bool IsRootPreamble(IReadOnlyList<ConfigurationSetting> preamble) =>
        "true".Equals(Last(preamble, "root"), StringComparison.OrdinalIgnoreCase);

    private static string? Last(IReadOnlyList<ConfigurationSetting> settings, string key) =>
        settings.LastOrDefault(setting => setting.Key.Equals(key, StringComparison.OrdinalIgnoreCase))?.Value;
}
