using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Planning.Document;

namespace PrismaLint.Reporting.Plans;

/// <summary>
/// The ids of headings and foldable parts: made of their words, so that they stay when something comes before them, and no id twice.
/// </summary>
internal sealed class PlanAnchors
{
    private const int MaximumLength = 60;

    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly Queue<string> _inOrder = new();
    private readonly Dictionary<string, string> _byName = new(StringComparer.Ordinal);

    public PlanAnchors(PlanDocument plan)
    {
        Collect("preface", plan.Preface);
        foreach (var section in plan.Sections)
            Collect(Of(section), section.Blocks);
    }

    public static string Of(PlanSection section) => FormattableString.Invariant($"s{section.Number}");

    /// <summary>The id of the next heading or foldable part, in the order of the document.</summary>
    public string Next() => _inOrder.Dequeue();

    /// <summary>The id of the part that begins with a name, such as that of a model.</summary>
    public string? Find(string name) => _byName.TryGetValue(name, out var anchor) ? anchor : null;

    private void Collect(string prefix, IEnumerable<PlanBlock> blocks)
    {
        foreach (var block in blocks)
        {
            if (block is HeadingBlock heading)
                Add(prefix, heading.Text);
            if (block is not DetailsBlock details)
                continue;
            Add(prefix, details.Summary);
            Collect(prefix, details.Blocks);
        }
    }

    private void Add(string prefix, string text)
    {
        var anchor = prefix + "-" + Slug(text);
        var free = anchor;
        for (var number = 2; !_used.Add(free); number++)
            free = FormattableString.Invariant($"{anchor}-{number}");
        _inOrder.Enqueue(free);
        var (name, isCode) = PlanText.Parts(text).FirstOrDefault();
        _byName.TryAdd(isCode ? name : text, free);
    }

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var letter in text)
        {
            if (slug.Length >= MaximumLength)
                break;
            var isWord = letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';
            if (isWord)
                slug.Append(char.ToLowerInvariant(letter));
            else if (slug.Length > 0 && slug[slug.Length - 1] != '-')
                slug.Append('-');
        }
        var result = slug.ToString().TrimEnd('-');
        // A title would get the id of a section's title.
        return result.Length == 0 ? "part" : result == "title" ? "the-title" : result;
    }
}
