using System.Collections.Generic;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Naming;

/// <summary>How prisma-lint wants the values of enums written.</summary>
/// <param name="style">The word of the style: <c>camel</c>, <c>pascal</c>, <c>upper</c>; any other is <c>snake</c>.</param>
/// <param name="allow">Values that may be written in any way.</param>
/// <param name="prefixes">Beginnings that do not count.</param>
/// <param name="compoundWords">Parts that are one word.</param>
internal sealed class EnumValueNames(string style, NameList allow, Prefixes prefixes, IReadOnlyList<string> compoundWords)
{
    public NameStyle Style { get; } = NameStyles.Parse(style) ?? NameStyle.Snake;

    /// <summary>The name, its prefix included, that the value should have; <see langword="null"/> where it is fine.</summary>
    public string? FindBetter(string name)
    {
        if (allow.Contains(name))
            return null;
        var judged = prefixes.TrimWholly(name);
        var wanted = Style switch
        {
            NameStyle.Camel => PrismaLintNames.ToCamelCase(judged, compoundWords),
            NameStyle.Pascal => PrismaLintNames.ToPascalCase(judged, compoundWords),
            NameStyle.Upper => PrismaLintNames.ToSnakeCase(judged, compoundWords).ToUpperInvariant(),
            _ => PrismaLintNames.ToSnakeCase(judged, compoundWords),
        };
        if (wanted == judged)
            return null;
        return name.EndsWith(judged, System.StringComparison.Ordinal) ? name.Remove(name.Length - judged.Length) + wanted : wanted;
    }
}
