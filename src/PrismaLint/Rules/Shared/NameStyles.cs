using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace PrismaLint.Rules.Shared;

/// <summary>Tells, counts and applies styles of names.</summary>
internal static class NameStyles
{
    /// <summary>Fewer names than this show no style.</summary>
    private const int FewestNames = 8;

    /// <summary>The share, in hundredths, from which a style is the schema's own.</summary>
    private const int DominantShare = 85;

    /// <summary>The word of a <c>style</c> option; <see langword="null"/> for <c>auto</c>, <c>any</c> and the like.</summary>
    public static NameStyle? Parse(string option) => option switch
    {
        "camel" => NameStyle.Camel,
        "pascal" => NameStyle.Pascal,
        "snake" => NameStyle.Snake,
        "upper" => NameStyle.Upper,
        _ => null,
    };

    /// <summary>The style in prose, written in itself.</summary>
    public static string Name(NameStyle style) => style switch
    {
        NameStyle.Camel => "camelCase",
        NameStyle.Pascal => "PascalCase",
        NameStyle.Snake => "snake_case",
        NameStyle.Upper => "UPPER_CASE",
        _ => "one style",
    };

    /// <summary>
    /// The style that a name shows. A name without separator and inner capital shows none; an underscore between
    /// digits (<c>v1_2</c>) and one at the end (<c>type_</c>) separates nothing.
    /// </summary>
    public static NameStyle Of(string name)
    {
        bool separator = false, small = false, capital = false, innerCapital = false;
        var end = name.TrimEnd('_').Length;
        for (var i = 0; i < end; i++)
        {
            var c = name[i];
            if (c == '_')
            {
                separator |= i > 0 && !(char.IsDigit(name[i - 1]) && char.IsDigit(name[i + 1]));
                continue;
            }
            small |= char.IsLower(c);
            capital |= char.IsUpper(c);
            innerCapital |= i > 0 && char.IsUpper(c);
        }
        if (separator)
            return small == capital ? NameStyle.Mixed : small ? NameStyle.Snake : NameStyle.Upper;
        if (!innerCapital || !small)
            return NameStyle.Flat;
        return char.IsUpper(name[0]) ? NameStyle.Pascal : NameStyle.Camel;
    }

    /// <summary>The name can stand in a list of that style. Of a name of one word only the first letter counts.</summary>
    public static bool Fits(string name, NameStyle style)
    {
        var own = Of(name);
        if (own != NameStyle.Flat || name.Length == 0)
            return own == style;
        return style switch
        {
            NameStyle.Camel or NameStyle.Snake => !char.IsUpper(name[0]),
            NameStyle.Pascal or NameStyle.Upper => !char.IsLower(name[0]),
            _ => true,
        };
    }

    /// <summary>
    /// The style of 85 in 100 or more of at least eight names that show one; <see langword="null"/> where none is as common.
    /// </summary>
    public static DominantStyle? FindDominant(IEnumerable<string> names)
    {
        var counts = new int[(int)NameStyle.Mixed + 1];
        foreach (var name in names)
            counts[(int)Of(name)]++;
        counts[(int)NameStyle.Flat] = 0;
        var total = counts.Sum();
        if (total < FewestNames)
            return null;
        var most = Array.IndexOf(counts, counts.Max());
        return most != (int)NameStyle.Mixed && counts[most] * 100 >= total * DominantShare
            ? new DominantStyle((NameStyle)most, counts[most], total)
            : null;
    }

    /// <summary>The words of a name joined in another style; digits stay with the word before them.</summary>
    public static string Convert(string name, NameStyle style) => Join(Words.Split(name), style);

    /// <summary>Words, in lower case, joined in a style.</summary>
    /// <param name="words">The words.</param>
    /// <param name="style">The style.</param>
    /// <param name="splitsDigits">Numbers stand apart where the style separates words: <c>line_2</c>.</param>
    public static string Join(IReadOnlyList<string> words, NameStyle style, bool splitsDigits = false)
    {
        var converted = new StringBuilder();
        foreach (var word in words)
        {
            var first = converted.Length == 0;
            if (char.IsDigit(word[0]))
            {
                // 1_2 must not become 12.
                if (!first && (char.IsDigit(converted[converted.Length - 1]) || (splitsDigits && style is NameStyle.Snake or NameStyle.Upper)))
                    converted.Append('_');
                converted.Append(word);
                continue;
            }
            switch (style)
            {
                case NameStyle.Snake or NameStyle.Upper:
                    converted.Append(first ? "" : "_").Append(style == NameStyle.Snake ? word : word.ToUpperInvariant());
                    break;
                case NameStyle.Camel when first:
                    converted.Append(word);
                    break;
                default:
                    converted.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
                    break;
            }
        }
        return converted.ToString();
    }
}
