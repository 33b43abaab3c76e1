using System;
using System.Collections.Generic;
using System.Linq;

namespace PrismaLint.Rules.Modelling;

/// <summary>A field that models have to have.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sibling">Only models with such a field have to; <see langword="null"/>: all.</param>
public sealed record FieldRequirement(string Name, NameList? Sibling)
{
    private const string Mark = "?ifSibling=";

    /// <summary>Reads <c>createdAt, currency?ifSibling=/Amount$/</c>; <see langword="null"/> where that is impossible.</summary>
    public static IReadOnlyList<FieldRequirement>? Parse(string text)
    {
        var requirements = new List<FieldRequirement>();
        foreach (var part in text.Split(',').Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            var mark = part.IndexOf(Mark, StringComparison.Ordinal);
            var name = mark < 0 ? part : part.Substring(0, mark).TrimEnd();
            var sibling = mark < 0 ? null : NameList.Parse(part.Substring(mark + Mark.Length));
            if (!Syntax.SyntaxFacts.IsValidName(name) || (mark >= 0 && sibling is null or { IsEmpty: true }))
                return null;
            requirements.Add(new FieldRequirement(name, sibling));
        }
        return requirements;
    }

    public override string ToString() => Sibling is null ? Name : Name + Mark + Sibling;
}
