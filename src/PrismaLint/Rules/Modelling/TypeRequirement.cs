using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace PrismaLint.Rules.Modelling;

/// <summary>The type that fields of certain names have to have.</summary>
/// <param name="Names">The names.</param>
/// <param name="Type">The name of the type, without modifier.</param>
/// <param name="NativeType">The native type without its prefix, <c>VarChar(20)</c> or <c>VarChar</c>; <see langword="null"/>: any.</param>
public sealed record TypeRequirement(NameList Names, string Type, string? NativeType)
{
    private const string Arrow = "=>";
    private const string Prefix = "@db.";

    /// <summary>Reads <c>/At$/ => DateTime @db.Timestamptz, id => String</c>; <see langword="null"/> where that is impossible.</summary>
    public static IReadOnlyList<TypeRequirement>? Parse(string text)
    {
        var requirements = new List<TypeRequirement>();
        foreach (var part in Split(text))
        {
            // The last arrow: an expression may hold one.
            var arrow = part.LastIndexOf(Arrow, StringComparison.Ordinal);
            if (arrow < 0 || NameList.Parse(part.Substring(0, arrow).Trim()) is not { IsEmpty: false } names)
                return null;
            var type = part.Substring(arrow + Arrow.Length).Trim();
            var mark = type.IndexOf(Prefix, StringComparison.Ordinal);
            var native = mark < 0 ? null : type.Substring(mark + Prefix.Length).Trim();
            if (mark >= 0)
                type = type.Substring(0, mark).TrimEnd();
            if (!Syntax.SyntaxFacts.IsValidName(type) || native is { Length: 0 })
                return null;
            requirements.Add(new TypeRequirement(names, type, native));
        }
        return requirements;
    }

    public override string ToString() => Names + " " + Arrow + " " + Written;

    /// <summary>The type as a schema writes it.</summary>
    public string Written => NativeType is null ? Type : Type + " " + Prefix + NativeType;

    // At commas that stand in no parentheses: `Decimal(19, 4)` is one.
    private static IEnumerable<string> Split(string text)
    {
        var part = new StringBuilder();
        var depth = 0;
        foreach (var c in text)
        {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c != ',' || depth > 0)
            {
                part.Append(c);
                continue;
            }
            yield return part.ToString();
            part.Clear();
        }
        if (part.ToString().Trim().Length > 0)
            yield return part.ToString();
    }
}
