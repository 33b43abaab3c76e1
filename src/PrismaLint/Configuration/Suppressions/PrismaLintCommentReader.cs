using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Configuration.PrismaLintRc;
using PrismaLint.Diagnostics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Configuration.Suppressions;

/// <summary>
/// Reads the comments <c>/// prisma-lint-ignore-model</c>, <c>-enum</c> and <c>-field</c> as prisma-lint does, which compares their text
/// to the letter. A comment that it passes over in silence is named (PL0012).
/// </summary>
internal sealed class PrismaLintCommentReader(SyntaxTree tree, SuppressionMap map, RcLayer? rc, List<Diagnostic> diagnostics)
{
    public const string Mark = "prisma-lint-ignore";

    private const string Model = "/// " + Mark + "-model";
    private const string Enum = "/// " + Mark + "-enum";
    private const string Field = "/// " + Mark + "-field";

    private static readonly string[] s_marks = [Model, Enum, Field];

    // Of the comments that name members for a rule, the first one of a block counts.
    private readonly HashSet<(int Block, string Rule)> _named = [];

    private readonly SourceText _source = tree.Source;

    public void Read(TextSpan comment)
    {
        var text = _source.ToString(comment).TrimEnd();
        if (!text.TrimStart('/', ' ', '\t').StartsWith(Mark, StringComparison.Ordinal))
            return;
        var span = new TextSpan(comment.Start, text.Length);
        var mark = s_marks.FirstOrDefault(mark => text.StartsWith(mark, StringComparison.Ordinal));
        if (mark is null || (mark != Field && text.Length > mark.Length && text[mark.Length] != ' '))
            Report(span, "prisma-lint reads `/// prisma-lint-ignore-model`, `-enum` and `-field`, written exactly so; this comment means nothing to it");
        else if (!map.StandsAlone(comment.Start))
            Report(span, "prisma-lint reads this only on a line of its own");
        else if (mark == Field)
            ReadField(span, text);
        else
            ReadBlock(span, text, mark);
    }

    private void ReadField(TextSpan span, string text)
    {
        var ids = new List<SuppressedId>();
        var namesUnknown = false;
        var position = Field.Length;
        while (position < text.Length)
        {
            if (text[position] is ' ' or '\t' or ',')
            {
                position++;
                continue;
            }
            var start = position;
            while (position < text.Length && text[position] is not (' ' or '\t' or ','))
                position++;
            namesUnknown |= !AddIds(ids, text.Substring(start, position - start), new TextSpan(span.Start + start, position - start));
        }
        if (!map.AddForDocumented(new Suppression(_source, span, ids, namesUnknown, null) { IsForeign = true }))
            Report(span, "This comment hides nothing: only lines that begin with `///` may stand between it and the field, model or enum");
    }

    private void ReadBlock(TextSpan span, string text, string mark)
    {
        var isEnum = mark == Enum;
        if (map.BlockAround(span.Start) is not { } block)
        {
            Report(span, $"prisma-lint reads this only inside of {(isEnum ? "an enum" : "a model")}");
            return;
        }
        if (isEnum != block.Kind is SyntaxKind.EnumDeclaration || block.Kind is SyntaxKind.DatasourceDeclaration or SyntaxKind.GeneratorDeclaration)
        {
            Report(span, $"prisma-lint reads this only inside of {(isEnum ? "an enum" : "a model")}, and `{block.Name.Text}` is none");
            return;
        }
        if (text.Length == mark.Length)
        {
            map.AddForBlock(new Suppression(_source, span, [], false, null) { IsForeign = true });
            return;
        }
        var start = mark.Length + 1;
        var blank = text.IndexOf(' ', start);
        var end = blank < 0 ? text.Length : blank;
        var rule = text.Substring(start, end - start);
        var ids = new List<SuppressedId>();
        if (rule.Length == 0)
        {
            Report(span, "prisma-lint reads the name of a rule behind one blank");
            return;
        }
        if (!AddIds(ids, rule, new TextSpan(span.Start + start, rule.Length)))
            return;
        string[]? names = null;
        if (blank > 0)
        {
            if (RcRules.Find(rule) is { TakesNames: false })
            {
                Report(TextSpan.FromBounds(span.Start + blank + 1, span.End), $"`{rule}` takes no names in its comments, so this one hides nothing");
                return;
            }
            if (!_named.Add((block.Span.Start, rule)))
            {
                Report(span, $"A comment above names members for `{rule}`, and prisma-lint reads only the first one of a block");
                return;
            }
            var last = text.LastIndexOf(' ') + 1;
            if (last > blank + 1)
                Report(TextSpan.FromBounds(span.Start + blank + 1, span.Start + last - 1), "prisma-lint reads only the last word: names are separated by commas without blanks");
            names = [.. text.Substring(last).Split(',').Select(name => name.Trim())];
        }
        map.AddForBlock(new Suppression(_source, span, ids, false, null) { IsForeign = true, Members = names });
    }

    private bool AddIds(List<SuppressedId> ids, string name, TextSpan span)
    {
        if (RcRules.Find(name) is { } rule)
        {
            if (rc?.FindNamesake(rule) is { } namesake)
            {
                Report(span, $"`{name}` is not on here, but `{namesake}` is, and prisma-lint goes by the name");
                return false;
            }
            ids.AddRange(rule.Rules.Select(descriptor => new SuppressedId(descriptor.Id, span) { Origin = name }));
            return true;
        }
        if (DiagnosticCatalog.Find(name) is { } own)
        {
            ids.Add(new SuppressedId(own.Id, span));
            return true;
        }
        var nearest = NearestName.Find(name, RcRules.All.Select(known => known.Name));
        Report(span, $"prisma-lint has no rule `{name}`" + (nearest is null ? "" : $"; did you mean `{nearest}`?"));
        return false;
    }

    private void Report(TextSpan span, string message) =>
        diagnostics.Add(ConfigurationDescriptors.ConfigurationProblem.At(new Location(_source, span), message));
}
